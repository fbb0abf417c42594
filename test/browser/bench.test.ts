import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// Parts in pages are served with packages of bench/peers; those with SvelteKit or a second Node take too long here.
const inPages = ['bytes', 'startup', 'submission', 'forms', 'growth'];
const isInstalled = existsSync('bench/peers/node_modules/compression');
const parts = ['decoding', 'upload', ...(isInstalled ? inPages : [])];

const few = '--rounds 1 --turns 2 --submissions 5 --candidates floor,softpost'.split(' ');

test(`the bench measures ${parts.join(', ')}`, { timeout: 180_000 }, async () => {
	const args = ['bench/bench.mjs', ...few, ...parts.flatMap((part) => ['--part', part])];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	const tables = [...stdout.matchAll(/^## .+$/gm)];
	expect(tables).toHaveLength(parts.length);
	const cells = [...stdout.matchAll(/^\| [^|-]+ \|(.+)\|$/gm)].flatMap(([, row = '']) =>
		row.split('|')
	);
	expect(cells.length).toBeGreaterThan(5 * parts.length);
	for (const cell of cells) expect(cell).toMatch(/^ -?[\d,.]+ $/);
});
