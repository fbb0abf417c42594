/**
 * `npm run interop`: softpost's browser half against the actions of a real SvelteKit 2 app, and a real
 * SvelteKit 2 page's own `enhance` against softpost's server half, in Chromium. It installs SvelteKit (in
 * test/peers) and builds the app where they are missing.
 *
 * - `--case text` runs only the tests with this text in their name.
 */
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browser.mjs';
import { buildPackage } from './lib/build.mjs';
import { preparePeers } from './lib/peers.mjs';
import { exitCode } from './lib/run.mjs';

const { values } = parseArgs({ options: { case: { type: 'string' } } });
const folder = 'test/interop/sveltekit';
const report = 'coverage/interop.json';

/** @returns {Promise<[passed: number, failed: number]>} */
const runTests = async () => {
	process.env.CHROMIUM_PATH = await ensureBrowser();
	await buildPackage();
	await preparePeers('interop', [`${folder}/actions.ts`, 'dist/index.js']);
	rmSync(report, { force: true });
	const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
	const filter = values.case ? ['-t', values.case.replace(/[^\w ]/g, '\\$&')] : [];
	const config = `${folder}/vitest.config.ts`;
	const code = await exitCode('vitest', ['run', '--config', config, ...reporters, ...filter]);
	const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
	return [numPassedTests, Math.max(numFailedTests, Math.min(code, 1))];
};

const [passed, failed] = await runTests().catch((error) => {
	console.error(error.message);
	return [0, 1];
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = Math.min(failed, 1);
