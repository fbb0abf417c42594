/**
 * `npm run engines`: the same scenarios in Chromium, Firefox and WebKitGTK. `-- --engine firefox` runs
 * one (or more, by repeating it) and fails where that engine is not to be had; without it, engines that
 * are not to be had are left out. `--write` puts the results into docs/engines.md.
 */
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { engineNames, ensureEngine } from './lib/engines.mjs';
import { writeTable } from './lib/engine-table.mjs';
import { exitCode } from './lib/run.mjs';

const report = 'coverage/engines.json';
const config = 'test/engines/vitest.config.ts';

const { values } = parseArgs({
	options: { engine: { type: 'string', multiple: true }, write: { type: 'boolean' } }
});

/** @typedef {import('./lib/engines.mjs').EngineName} EngineName */

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

/** @param {EngineName[]} engines @returns {Promise<[passed: number, failed: number]>} */
const runScenarios = async (engines) => {
	process.env.ENGINES = engines.join();
	rmSync(report, { force: true });
	const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
	const code = await exitCode('vitest', ['run', '--config', config, ...reporters]);
	const results = JSON.parse(readFileSync(report, 'utf8'));
	if (values.write) await writeTable(results.testResults);
	// A browser that does not start fails no scenario of its own.
	return [results.numPassedTests, Math.max(results.numFailedTests, Math.min(code, 1))];
};

const wanted = values.engine ?? engineNames;
/** @type {EngineName[]} */
const engines = [];
for (const name of wanted) engines.push(...(await prepare(name)));
const missing = values.engine ? wanted.length - engines.length : 0;
const [passed, failed] = engines.length
	? await runScenarios(engines).catch((error) => {
			console.error(error.message);
			return [0, 1];
		})
	: [0, 0];
console.log(`${passed} passed, ${failed + missing} failed`);
process.exitCode = Math.min(failed + missing, 1);
