/**
 * `npm test`: gets what a fresh checkout lacks, builds, runs all the tests, and judges the coverage.
 * Nothing but Node's own modules is imported before the dependencies are there.
 */
import { rmSync } from 'node:fs';
import { ensureBrowser } from './lib/browser.mjs';
import { buildDemo, buildPackage } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { exitCode } from './lib/run.mjs';
import { conclude, runVitest } from './lib/vitest.mjs';

/** @typedef {import('./lib/vitest.mjs').Count} Count */

const prepare = async () => {
	await ensureDependencies();
	process.env.CHROMIUM_PATH = await ensureBrowser();
	await buildPackage();
	await buildDemo();
};

/** @returns {Promise<Count>} */
const runTests = () => {
	rmSync('coverage', { recursive: true, force: true });
	return runVitest('tests', 'default', ['--coverage']);
};

/** The threshold is one more test. @returns {Promise<Count>} */
const judgeCoverage = async () =>
	(await exitCode('node', ['scripts/coverage.mjs'])) === 0
		? { passed: 1, failed: 0 }
		: { passed: 0, failed: 1 };

await conclude(async () => {
	await prepare();
	const tests = await runTests();
	const coverage = await judgeCoverage();
	return { passed: tests.passed + coverage.passed, failed: tests.failed + coverage.failed };
});
