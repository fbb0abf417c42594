import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureProgram } from './browsers.mjs';
import { exitCode } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Runs tests in the foreground.
 *
 * @param {string} name of the report in coverage/
 * @param {string} reporter how Vitest prints the tests, such as `verbose`
 * @param {string[]} args more for `vitest run`
 * @returns {Promise<Count & { testResults: any[] }>} `testResults` as Vitest's JSON reporter has them
 * @throws where the tests did not run to their end
 */
export const runVitest = async (name, reporter, args) => {
	const report = `coverage/${name}.json`;
	rmSync(report, { force: true });
	const summary = fileURLToPath(new URL('vitest-summary.mjs', import.meta.url));
	const reporters = [reporter, 'json', summary].map((one) => `--reporter=${one}`);
	const output = `--outputFile.json=${report}`;
	const code = await exitCode('vitest', ['run', ...reporters, output, ...args]);
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
	// A file that cannot be loaded, or too little coverage, does not appear as a failed test.
	const failed = Math.max(numFailedTests, Math.min(code, 1));
	if (failed > numFailedTests)
		console.log(`FAILED  ${name}: no test, but the run (exit code ${code}): see its output`);
	return { passed: numPassedTests, failed, testResults };
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

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

const engines = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/**
 * Runs `test/<name>/vitest.config.ts` with the engines in `ENGINES`, and says in the last line and by the
 * exit code how it ended.
 *
 * @param {string} name
 * @param {object} options
 * @param {string[] | undefined} options.asked the engines to run; one that cannot be found is a failure. Default: all there are
 * @param {string | undefined} [options.only] text in the names of the tests to run
 * @param {(testResults: any[]) => Promise<void>} [options.write] is handed the results as Vitest reports them
 */
export const runInEngines = (name, { asked, only, write }) =>
	conclude(async () => {
		const found = [];
		for (const name of asked ?? engines) {
			const engine = engines.find((one) => one === name);
			if (engine && (await ensureProgram(engine))) found.push(engine);
			else console.log(`Left out: ${name}. Install it, or use one of ${engines.join(', ')}.`);
		}
		const missing = asked ? asked.length - found.length : 0;
		if (!found.length) return { passed: 0, failed: missing };
		process.env.ENGINES = found.join();
		const args = ['--config', `test/${name}/vitest.config.ts`, ...named(only)];
		const { passed, failed, testResults } = await runVitest(name, 'verbose', args);
		await write?.(testResults);
		return { passed, failed: failed + missing };
	});
