import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apps, folderOf, nodeOf } from './site.ts';

const vitest = resolve('node_modules/vitest/vitest.mjs');

/** Runs the tests of an app. */
const run = (app: string): Promise<{ output: string; failed: boolean }> =>
	new Promise((resolve) => {
		const args = [vitest, 'run', '--config', 'src/vitest.config.ts', '--root', '.'];
		const env = { ...process.env, NODE_ENV: 'test' };
		execFile(nodeOf(app), args, { cwd: folderOf(app), env }, (error, stdout, stderr) =>
			resolve({ output: stdout + stderr, failed: !!error })
		);
	});

describe.each(apps.filter((app) => app.endsWith('-with')))('Vitest: %s', (app) => {
	it('runs the app’s tests of components with forms', async () => {
		const { output, failed } = await run(app);
		expect(failed, output).toBe(false);
	}, 120_000);
});
