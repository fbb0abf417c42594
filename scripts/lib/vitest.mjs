import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitCode } from './run.mjs';

const summary = fileURLToPath(new URL('vitest-summary.mjs', import.meta.url));

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Runs tests in the foreground.
 *
 * @param {string} name of the report in coverage/
 * @param {string} reporter how Vitest prints the tests, such as `verbose`
 * @param {string[]} args more for `vitest run`
 * @returns {Promise<Count & { testResults: any[] }>} `testResults` as Vitest's JSON reporter has them
 * @throws where the tests did not come to their end
 */
export const runVitest = async (name, reporter, args) => {
	const report = `coverage/${name}.json`;
	rmSync(report, { force: true });
	const reporters = [reporter, 'json', summary].map((one) => `--reporter=${one}`);
	const code = await exitCode('vitest', [
		'run',
		...reporters,
		`--outputFile.json=${report}`,
		...args
	]);
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
	// A file that cannot be loaded, or an error outside of any test, fails no test of its own.
	return {
		passed: numPassedTests,
		failed: Math.max(numFailedTests, Math.min(code, 1)),
		testResults
	};
};

/** @param {string | undefined} only text in the names of the tests to run @returns {string[]} arguments */
export const named = (only) => (only ? ['-t', only.replace(/[^\w ]/g, '\\$&')] : []);

/**
 * Ends a command that runs tests: its last line, which .ci/run adds up, and its exit code. An error is
 * one more failure.
 *
 * @param {() => Promise<Count>} work
 */
export const conclude = async (work) => {
	const { passed, failed } = await work().catch((error) => {
		console.error(error.message);
		return { passed: 0, failed: 1 };
	});
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = Math.min(failed, 1);
};
