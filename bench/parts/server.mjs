/** A JSON action on node:http: requests per second, and user CPU a request as the process counts it. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { buildPages, PEERS } from '../lib/pages.mjs';
import { interleave, pick, ratios } from '../lib/figures.mjs';
import { startServer } from '../lib/servers.mjs';

export const title = 'A JSON action on the server';

const CONNECTIONS = 32;
/** Requests to each server before it is measured: engines compile code by its calls, also on other threads, which count as user CPU. */
const WARM_UP = 20_000;
const PATH = '/?/register';

/** A submission as softpost's client sends it, five fields and the turn; every server gets the same. */
const submission = {
	method: 'POST',
	body: 'turn=1&name=Ann+Example&email=ann%40b.example&street=Long+Street+1&city=York&phone=%2B44+1',
	headers: {
		accept: 'application/json',
		'content-type': 'application/x-www-form-urlencoded',
		'x-sveltekit-action': 'true'
	}
};

const TABLE = 'softpost, a table of routes';
const FILES = 'softpost, an app from files';
const ONCE = 'softpost, from files, an id on each';
const HONO = 'Hono, parseBody()';

/** What each is started by. @type {Record<string, string[]>} */
const SERVERS = {
	'node:http': ['bench/servers/node.mjs'],
	[TABLE]: ['bench/servers/softpost.mjs'],
	[FILES]: ['bench/pages/softpost/build'],
	[ONCE]: ['bench/pages/softpost/build'],
	[HONO]: ['bench/servers/hono.mjs', 'parseBody'],
	'Hono, formData()': ['bench/servers/hono.mjs', 'formData'],
	'SvelteKit 2, adapter-node': [`${PEERS}/build`]
};

/** This Node, and the newer one of bench/peers where this is another. */
const nodes = () => {
	const other = resolve(PEERS, 'node_modules/node/bin/node');
	const { version } = createRequire(other)('node/package.json');
	const own = { [process.versions.node]: process.execPath };
	return version.split('.')[0] === process.versions.node.split('.')[0]
		? own
		: { ...own, [version]: other };
};

let sent = 0;

/** Makes each request a separate submission. @param {{ headers: Record<string, string> }} request */
const withId = (request) => {
	const id = (sent++).toString(16).padStart(24, '0');
	return { ...request, headers: { ...request.headers, 'x-softpost-submission': id } };
};

/**
 * @param {string} name
 * @param {import('../lib/servers.mjs').Server} server
 * @param {{ amount: number } | { duration: number }} extent a number of requests, or of seconds
 */
const load = async (name, { origin, usage }, extent) => {
	const autocannon = createRequire(resolve(PEERS, 'package.json'))('autocannon');
	const headers = { ...submission.headers, origin };
	const requests = name === ONCE ? { requests: [{ setupRequest: withId }] } : {};
	const before = await usage();
	const found = await autocannon({
		...submission,
		...requests,
		...extent,
		url: origin + PATH,
		headers,
		connections: CONNECTIONS
	});
	const failed = found.non2xx + found.errors;
	if (failed) throw new Error(`${name}: ${failed} requests failed`);
	const { total } = found.requests;
	return { rate: total / found.duration, user: ((await usage()).user - before.user) / total };
};

/** @param {unknown} _ @param {{ rounds: number, seconds: number }} options */
export const run = async (_, { rounds, seconds }) => {
	await buildPages(['softpost', 'sveltekit']);
	const rows = [];
	for (const [version, node] of Object.entries(nodes())) {
		/** @type {Record<string, import('../lib/servers.mjs').Server>} */
		const servers = {};
		try {
			for (const [name, args] of Object.entries(SERVERS)) {
				servers[name] = await startServer(args, { node });
				await load(name, servers[name], { amount: WARM_UP });
			}
			const measure = (/** @type {string} */ name) =>
				load(name, servers[name], { duration: seconds });
			const found = await interleave({ names: Object.keys(SERVERS), count: rounds, measure });
			const users = pick(found, ({ user }) => user);
			const rates = pick(found, ({ rate }) => rate);
			const isOwn = node === process.execPath;
			const major = version.split('.')[0];
			rows.push(
				{
					name: `user CPU a request, Node ${major}`,
					cells: ratios(users, 'node:http'),
					readme: isOwn ? 'user CPU a request' : ''
				},
				{ name: `the same × ${HONO}`, cells: ratios(users, HONO) },
				{ name: `requests per second, Node ${major}`, cells: ratios(rates, 'node:http') }
			);
		} finally {
			for (const { stop } of Object.values(servers)) stop();
		}
	}
	return [
		{
			title,
			method: `The same action, five urlencoded fields. × node:http with URLSearchParams in the same round; ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections (autocannon), after ${WARM_UP.toLocaleString('en')} requests to each, Node ${Object.keys(nodes()).join(' and ')}. The app from files is \`node build\` of \`vite build\`. With an id on each request, the server runs the action once for all copies of it.`,
			columns: Object.keys(SERVERS),
			rows
		}
	];
};
