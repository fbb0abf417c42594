/** An upload of 20 MiB: how long the server takes, and how much memory. */
import { interleave, median, pick, ratios, spreads } from '../lib/figures.mjs';
import { startServer } from '../lib/servers.mjs';

export const title = 'An upload of 20 MiB';

const MIB = 2 ** 20;
const SIZE = 20 * MIB;

/** What each is started with. @type {Record<string, string>} */
const SERVERS = {
	'platform, formData()': 'platform',
	'softpost, formData()': 'formData',
	'softpost, parts()': 'parts'
};

/** How many uploads a round takes the median of, after the first. */
const UPLOADS = 3;

/** Made once, so that it costs the sender little. @param {number} size */
const formOf = async (size) => {
	const form = new FormData();
	form.append('file', new Blob([new Uint8Array(size)]), 'zeros.bin');
	const { headers, body } = new Response(form);
	const type = /** @type {string} */ (headers.get('content-type'));
	return { type, body: new Uint8Array(await new Response(body).arrayBuffer()) };
};

/** @param {string} origin @param {number} size @param {Awaited<ReturnType<typeof formOf>>} form @returns {Promise<number>} milliseconds */
const upload = async (origin, size, { type, body }) => {
	const headers = {
		origin,
		accept: 'application/json',
		'content-type': type,
		'x-sveltekit-action': 'true'
	};
	const start = performance.now();
	const response = await fetch(`${origin}/`, { method: 'POST', headers, body });
	const text = await response.text();
	if (!text.includes(String(size))) throw new Error(`An upload was answered with ${text}`);
	return performance.now() - start;
};

/** @param {unknown} _ @param {{ rounds: number }} options */
export const run = async (_, { rounds }) => {
	const [small, large] = [await formOf(1), await formOf(SIZE)];
	/** A process of its own each time: memory is at its peak once. @param {string} name */
	const measure = async (name) => {
		const { origin, usage, stop } = await startServer(['bench/servers/upload.mjs', SERVERS[name]]);
		try {
			await upload(origin, 1, small);
			const idle = await usage();
			await upload(origin, SIZE, large);
			const { peak } = await usage();
			const times = [];
			for (let index = 0; index < UPLOADS; index++) times.push(await upload(origin, SIZE, large));
			return { memory: (peak - idle.rss) / MIB, time: median(times) };
		} finally {
			stop();
		}
	};
	const found = await interleave({ names: Object.keys(SERVERS), count: rounds, measure });
	return [
		{
			title,
			method: `${rounds} rounds, each in a new process. Memory: the most that the process has held, above what it held before. Time × the platform's formData() on node:http in the same round. Node ${process.versions.node}.`,
			columns: Object.keys(SERVERS),
			rows: [
				{
					name: 'peak memory above idle, MiB',
					cells: spreads(pick(found, ({ memory }) => memory))
				},
				{
					name: 'time',
					cells: ratios(
						pick(found, ({ time }) => time),
						Object.keys(SERVERS)[0]
					)
				}
			]
		}
	];
};
