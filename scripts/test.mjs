/**
 * `npm test`: gets what a fresh checkout lacks, builds, runs all the tests, and judges the coverage.
 * Nothing but Node's own modules is imported before the dependencies are there.
 */
import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './lib/browser.mjs';
import { buildDemo, buildPackage } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { exitCode } from './lib/run.mjs';

const report = 'coverage/tests.json';

const prepare = async () => {
	await ensureDependencies();
	process.env.CHROMIUM_PATH = await ensureBrowser();
	await buildPackage();
	await buildDemo();
};

/** @returns {Promise<[passed: number, failed: number]>} */
const runTests = async () => {
	rmSync('coverage', { recursive: true, force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await exitCode('vitest', ['run', '--coverage', ...reporters]);
	const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
	// A file that cannot be loaded, or an error outside of any test, fails no test of its own.
	return [numPassedTests, Math.max(numFailedTests, Math.min(code, 1))];
};

/** The threshold is one more test. @returns {Promise<[passed: number, failed: number]>} */
const judgeCoverage = async () =>
	(await exitCode('node', ['scripts/coverage.mjs'])) === 0 ? [1, 0] : [0, 1];

const all = async () => {
	await prepare();
	const results = [await runTests(), await judgeCoverage()];
	return results.reduce(([passed, failed], result) => [passed + result[0], failed + result[1]]);
};

const [passed, failed] = await all().catch((error) => {
	console.error(error.message);
	return [0, 1];
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = Math.min(failed, 1);
