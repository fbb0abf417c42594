import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyAttacks } from './any.ts';
import { targetOf, Volley, type Figures, type Target } from './volley.ts';

declare module 'vitest' {
	interface TaskMeta {
		/** How the server took the attack, for docs/security.md. */
		figures?: Figures;
	}
}

/** The URL of an action, as `npm run attack` was given it; without one the demo is attacked. */
const { ATTACK } = process.env;

let demo: ChildProcess | undefined;
let target: Target;
let log = '';
const folder = mkdtempSync(join(tmpdir(), 'softpost-attack-'));

const startDemo = async (): Promise<string> => {
	demo = spawn(process.execPath, ['demo/build/index.js'], {
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			DATABASE_URL: `file:${join(folder, 'notes.db')}`
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	demo.stderr!.on('data', (text) => (log += String(text)));
	const [line] = await once(demo.stdout!, 'data');
	return `${String(line).replace('softpost notes: ', '').trim()}/login?/login`;
};

beforeAll(async () => {
	target = targetOf(ATTACK ?? (await startDemo()));
});

afterAll(async () => {
	if (demo?.exitCode === null) {
		demo.kill();
		await once(demo, 'exit');
	}
	rmSync(folder, { recursive: true });
});

beforeEach(() => void (log = ''));

afterEach(() => {
	if (demo) expect([demo.exitCode, demo.signalCode], log).toEqual([null, null]);
	// Faults of a client are not errors of the app.
	expect(log.match(/(Type|Range|Reference|URI|Syntax)Error.*/g)).toBeNull();
});

describe(`a server stands (${ATTACK ?? 'the demo'})`, () => {
	for (const { name, run } of anyAttacks)
		it(name, { timeout: 60_000 }, async ({ task: { meta } }) => {
			const volley = new Volley(target);
			meta.figures = volley.figures;
			await run(volley);
			expect(volley.figures.requests).toBeGreaterThan(0);
			const { status } = await volley.get();
			expect(status, 'the page afterwards').toBe(200);
		});
});
