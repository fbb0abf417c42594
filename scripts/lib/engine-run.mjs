import { readFileSync, rmSync } from 'node:fs';
import { engineNames, ensureEngine } from './engines.mjs';
import { exitCode } from './run.mjs';

/** @typedef {import('./engines.mjs').EngineName} EngineName */

/** @param {string} name @returns {name is EngineName} */
const isEngine = (name) => engineNames.some((known) => known === name);

/** @param {string} name @returns {Promise<EngineName[]>} the engine, or nothing where it is not to be had */
const prepare = async (name) => {
	const known = isEngine(name);
	if (known && (await ensureEngine(name))) return [name];
	const reason = known
		? 'is not on this machine and cannot be installed here'
		: `is none of ${engineNames.join(', ')}`;
	console.log(`Left out: ${name} ${reason}.`);
	return [];
};

/**
 * @typedef {{
 *   name: string,
 *   asked: string[] | undefined,
 *   only?: string | undefined,
 *   write?: (testResults: any[]) => Promise<void>
 * }} EngineRun
 *
 * - `name`: the folder in test/ whose vitest.config.ts is run, with the engines in `ENGINES`
 * - `asked`: the engines to run; one that is not to be had is a failure. Without it, all that there are
 * - `only`: text that is in the name of each test to run
 * - `write`: is handed the results as Vitest reports them
 */

/** @param {EngineRun} options @param {EngineName[]} engines @returns {Promise<[number, number]>} */
const runVitest = async ({ name, only, write }, engines) => {
	const report = `coverage/${name}.json`;
	process.env.ENGINES = engines.join();
	rmSync(report, { force: true });
	const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
	const config = `test/${name}/vitest.config.ts`;
	const filter = only ? ['-t', only.replace(/[^\w ]/g, '\\$&')] : [];
	const code = await exitCode('vitest', ['run', '--config', config, ...reporters, ...filter]);
	const results = JSON.parse(readFileSync(report, 'utf8'));
	await write?.(results.testResults);
	// A browser that does not start fails no test of its own.
	return [results.numPassedTests, Math.max(results.numFailedTests, Math.min(code, 1))];
};

/**
 * Runs tests in each engine, and says how they ended in the last line and by the exit code.
 *
 * @param {EngineRun} options
 */
export const runInEngines = async (options) => {
	const wanted = options.asked ?? engineNames;
	/** @type {EngineName[]} */
	const engines = [];
	for (const name of wanted) engines.push(...(await prepare(name)));
	const missing = options.asked ? wanted.length - engines.length : 0;
	const [passed, failed] = engines.length
		? await runVitest(options, engines).catch((error) => {
				console.error(error.message);
				return [0, 1];
			})
		: [0, 0];
	console.log(`${passed} passed, ${failed + missing} failed`);
	process.exitCode = Math.min(failed + missing, 1);
};
