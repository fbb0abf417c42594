/**
 * `npm run check`: every gate in order, all of them even where one fails, and then which did.
 * `--without test` leaves one out, for who has just run it.
 */
import { exitCode } from './lib/run.mjs';

// The build comes first: the demo's types, the sizes and the package's checks are about what it writes.
const gates = [
	'build',
	'format:check',
	'lint',
	'typecheck',
	'test',
	'size',
	'check:package',
	'knip',
	'check:synced',
	'check:structure'
];

const { argv } = process;
const leftOut = argv.includes('--without') ? argv.slice(argv.indexOf('--without') + 1) : [];

/** @param {string} gate @returns {Promise<{ gate: string, passed: boolean, seconds: number }>} */
const hold = async (gate) => {
	console.log(`\n=== ${gate} ===`);
	const start = performance.now();
	const passed = (await exitCode('npm', ['run', '--silent', gate])) === 0;
	return { gate, passed, seconds: Math.round((performance.now() - start) / 1000) };
};

const results = [];
for (const gate of gates.filter((name) => !leftOut.includes(name))) results.push(await hold(gate));

console.log('\n=== summary ===');
for (const { gate, passed, seconds } of results) {
	console.log(`${passed ? 'passed' : 'FAILED'}  ${gate} (${seconds} s)`);
}
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = Math.min(failed, 1);
