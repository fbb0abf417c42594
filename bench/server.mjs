/**
 * `npm run bench:server`: requests per second of a JSON action on node:http, beside a bare Hono handler and SvelteKit's
 * adapter-node, one after another in each of several rounds. softpost is there twice: with what any client of its wire
 * sends, and with the ids of its own, for which an action runs once. `--write` puts the medians into the README;
 * `--rounds 7` and `--seconds 3` are the defaults.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies } from '../scripts/lib/build.mjs';
import { run } from '../scripts/lib/run.mjs';
import { median, startServer, submission } from './lib.mjs';

const PEERS = 'bench/peers';
const ONCE = 'softpost, once';
const SERVERS = ['softpost', 'hono', 'sveltekit', ONCE];
/** What softpost has to reach, as a share of the others' rates. */
const GOALS = { hono: 0.8, sveltekit: 2 };
const CONNECTIONS = 32;
const WARM_UP = 2;

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '7' },
		seconds: { type: 'string', default: '3' },
		write: { type: 'boolean', default: false }
	}
});

const prepare = async () => {
	await ensureDependencies(PEERS);
	if (!existsSync(`${PEERS}/build`)) await run('npm', ['run', 'build', '--prefix', PEERS]);
	if (!existsSync('dist/server.js')) await run('npm', ['run', 'build']);
	// By its path, since the repository itself does not depend on it.
	return (await import(pathToFileURL(`${PEERS}/node_modules/autocannon/autocannon.js`).href))
		.default;
};

/** @param {string} folder @param {string} name */
const versionOf = (folder, name) =>
	JSON.parse(readFileSync(`${folder}node_modules/${name}/package.json`, 'utf8')).version;

const shown = (rate) => Math.round(rate).toLocaleString('en');

const autocannon = await prepare();
const [softpost, ...others] = await Promise.all(
	SERVERS.filter((name) => name !== ONCE).map(startServer)
);
const running = [softpost, ...others, { ...softpost, name: ONCE }];
let sent = 0;

/** Makes each request a separate submission. @param {{ headers: Record<string, string> }} request */
const withId = (request) => {
	const id = `0123456789abcdef${(sent++).toString(16)}`;
	return { ...request, headers: { ...request.headers, 'x-softpost-submission': id } };
};

/** @param {import('./lib.mjs').Running} server @param {number} duration in seconds */
const measure = async ({ url, name }, duration) => {
	const headers = { ...submission.headers, origin: new URL(url).origin };
	const { method, body } = submission;
	const found = await autocannon({
		url,
		method,
		body,
		headers,
		duration,
		connections: CONNECTIONS,
		...(name === ONCE && { requests: [{ setupRequest: withId }] })
	});
	if (found.non2xx || found.errors)
		throw new Error(`${name}: ${found.non2xx + found.errors} errors`);
	return found.requests.total / found.duration;
};

/** @type {Record<string, number[]>} */
const rates = Object.fromEntries(SERVERS.map((name) => [name, []]));
try {
	for (const server of running) await measure(server, WARM_UP);
	for (let round = 0; round < Number(values.rounds); round++) {
		// Each round begins with another one, so that none is always the first.
		for (let turn = 0; turn < running.length; turn++) {
			const server = running[(round + turn) % running.length];
			rates[server.name].push(await measure(server, Number(values.seconds)));
		}
		const last = SERVERS.map((name) => `${name} ${shown(rates[name].at(-1))}`);
		console.log(`round ${round + 1}: ${last.join(', ')}`);
	}
} finally {
	for (const { stop } of running) stop();
}

const [own, hono, sveltekit, once] = SERVERS.map((name) => median(rates[name]));
const row = (name, rate) => `| ${name} | ${shown(rate)} | ${(own / rate).toFixed(2)} |`;
const [{ model }] = cpus();
const table = [
	`A JSON action on node:http, requests per second: medians of ${values.rounds} interleaved rounds of ${values.seconds} s, ${CONNECTIONS} connections,`,
	`Node ${process.versions.node}, ${cpus().length} × ${model}, ${new Date().toISOString().slice(0, 10)} (\`npm run bench:server\`).`,
	'',
	'| server | requests/s | softpost to it |',
	'| --- | --- | --- |',
	row('softpost', own),
	row('softpost, with an id on each: its action runs once for all copies', once),
	row(`Hono ${versionOf('', 'hono')}, a bare handler that reads the form`, hono),
	row(`SvelteKit ${versionOf(`${PEERS}/`, '@sveltejs/kit')}, adapter-node`, sveltekit)
].join('\n');
console.log(`\n${table}`);

if (values.write) {
	const block = /(?<=<!-- bench -->\n)[^]*?(?=<!-- \/bench -->)/;
	const readme = readFileSync('README.md', 'utf8');
	if (!block.test(readme)) throw new Error('README.md has no <!-- bench --> … <!-- /bench -->');
	writeFileSync(
		'README.md',
		readme.replace(block, () => `\n${table}\n\n`)
	);
	await run('prettier', ['--write', 'README.md']);
}
if (own < GOALS.hono * hono || own < GOALS.sveltekit * sveltekit) process.exitCode = 1;
