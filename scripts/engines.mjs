/**
 * `npm run engines`: the same scenarios in Chromium, Firefox and WebKitGTK. `-- --engine firefox` runs
 * one (or more, by repeating it) and fails where that engine is not to be had; without it, engines that
 * are not to be had are left out. `--write` puts the results into docs/engines.md.
 */
import { readFileSync } from 'node:fs';
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

/** @param {string[]} wanted @returns {Promise<EngineName[]>} those that are there */
const prepare = async (wanted) => {
	const found = [];
	for (const name of wanted) {
		if (isEngine(name) && (await ensureEngine(name))) found.push(name);
		else
			console.log(
				isEngine(name)
					? `Left out: ${name} is not on this machine and cannot be installed here.`
					: `Left out: ${name} is none of ${engineNames.join(', ')}.`
			);
	}
	return found;
};

/** @param {EngineName[]} engines @returns {Promise<[passed: number, failed: number]>} */
const runScenarios = async (engines) => {
	process.env.ENGINES = engines.join();
	const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
	const code = await exitCode('vitest', ['run', '--config', config, ...reporters]);
	const results = JSON.parse(readFileSync(report, 'utf8'));
	if (values.write) writeTable(results.testResults);
	// A browser that does not start fails no scenario of its own.
	return [results.numPassedTests, Math.max(results.numFailedTests, Math.min(code, 1))];
};

const wanted = values.engine ?? engineNames;
const engines = await prepare(wanted);
const missing = values.engine ? wanted.length - engines.length : 0;
const [passed, failed] = engines.length ? await runScenarios(engines) : [0, 0];
console.log(`${passed} passed, ${failed + missing} failed`);
process.exitCode = Math.min(failed + missing, 1);
