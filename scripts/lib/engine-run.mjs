import { engineNames, ensureEngine } from './engines.mjs';
import { conclude, named, runVitest } from './vitest.mjs';

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

/** @param {EngineRun} options @param {EngineName[]} engines */
const runEngines = async ({ name, only, write }, engines) => {
	process.env.ENGINES = engines.join();
	const config = `test/${name}/vitest.config.ts`;
	const results = await runVitest(name, 'verbose', ['--config', config, ...named(only)]);
	await write?.(results.testResults);
	return results;
};

/**
 * Runs tests in each engine, and says how they ended in the last line and by the exit code.
 *
 * @param {EngineRun} options
 */
export const runInEngines = (options) =>
	conclude(async () => {
		const wanted = options.asked ?? engineNames;
		/** @type {EngineName[]} */
		const engines = [];
		for (const name of wanted) engines.push(...(await prepare(name)));
		const missing = options.asked ? wanted.length - engines.length : 0;
		if (!engines.length) return { passed: 0, failed: missing };
		const { passed, failed } = await runEngines(options, engines);
		return { passed, failed: failed + missing };
	});
