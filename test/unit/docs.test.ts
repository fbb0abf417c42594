import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('docs/seed-coverage.md', () => {
	const rows = [
		...read('docs/seed-coverage.md').matchAll(/^\| (?!The page says|---)(.+?) \| (.*?) \|$/gm)
	];

	it('has rows', () => {
		expect(rows.length).toBeGreaterThan(50);
	});

	it.each(rows.map(([, behaviour, test]) => [behaviour!.trim(), test!.trim()]))('%s', (_, test) => {
		const [, file, title] = /^`(.+?)` (.+)$/.exec(test) ?? [];
		expect(read(`test/${file}`)).toContain(title);
	});
});

describe.each(['docs/security.md', 'docs/reliability.md', 'docs/coming-from-sveltekit.md'])(
	'%s',
	(path) => {
		// What a command writes there is of tests by itself.
		const text = read(path).replace(/<!-- results: [^]*?<!-- \/results -->/g, '');
		const named = [...text.matchAll(/^\|.*\| `(\w+\/.+?)` (.+?) +\|$/gm)];

		it('names a test in every row', () => {
			expect(named.length).toBeGreaterThan(30);
			const heads = text.match(/^\| -+ \|/gm)!.length;
			expect(text.match(/^\|/gm)).toHaveLength(named.length + 2 * heads);
		});

		it.each(named.map(([, file, title]) => [file!, title!]))(
			'names a test of %s: %s',
			(file, title) => {
				expect(read(`test/${file}`)).toContain(title);
			}
		);
	}
);

describe('docs/errors.md', () => {
	const [, union = ''] = /SoftpostErrorCode =([^;]+);/.exec(read('src/protocol/errors.ts')) ?? [];
	const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
	const explained = [...read('docs/errors.md').matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);

	it('explains every code, and no other', () => {
		expect(codes.length).toBeGreaterThan(10);
		expect(explained.toSorted()).toEqual(codes.toSorted());
	});
});
