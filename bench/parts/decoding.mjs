/** How long deserialize takes for what the server sends, beside the parsers under it. */
import { parse, stringify } from 'devalue';
import { interleave, ratios } from '../lib/figures.mjs';

export const title = 'Decoding a result';

/** How long one candidate decodes in one round, in milliseconds. */
const TIME = 50;

const SIZES = { '1 kB': 1e3, '100 kB': 1e5, '5 MB': 5e6 };

/** What a row of data holds. @type {Record<string, (index: number) => object>} */
const KINDS = {
	plain: (id) => ({ id, name: `Name ${id}`, done: id % 2 === 0, tags: ['a', 'b'] }),
	rich: (id) => ({ id, name: `Name ${id}`, at: new Date(id * 1e9), tags: new Set(['a', 'b']) })
};

/** Rows whose devalue text is about as long. @param {string} kind @param {number} size */
const rowsOf = (kind, size) => {
	const length = stringify([1, 2, 3, 4].map(KINDS[kind])).length / 4;
	return Array.from({ length: Math.ceil(size / length) }, (_, index) => KINDS[kind](index));
};

/** The text that softpost's server sends to its own client. @param {unknown} rows */
const textOf = async (rows) => {
	const { createApp } = await import('softpost/server');
	const app = createApp({ routes: { '/': { page: { actions: { default: () => ({ rows }) } } } } });
	const headers = {
		origin: 'http://localhost',
		accept: 'application/json',
		'content-type': 'application/x-www-form-urlencoded',
		'x-sveltekit-action': 'true',
		'x-softpost-submission': '0123456789abcdef01234567'
	};
	const request = new Request('http://localhost/', { method: 'POST', body: 'a=b', headers });
	return (await app.fetch(request)).text();
};

/** @param {() => unknown} decode @returns {number} milliseconds each */
const time = (decode) => {
	const start = performance.now();
	let count = 0;
	let now = start;
	for (; now - start < TIME; count++, now = performance.now()) decode();
	return (now - start) / count;
};

/** @param {unknown} _ @param {{ rounds: number }} options */
export const run = async (_, { rounds }) => {
	const { deserialize } = await import('softpost');
	const rows = [];
	for (const kind of Object.keys(KINDS))
		for (const [label, size] of Object.entries(SIZES)) {
			const data = rowsOf(kind, size);
			const text = await textOf(data);
			const [json, devalue] = [JSON.stringify({ rows: data }), stringify({ rows: data })];
			if (deserialize(text).data.rows.length !== data.length) throw new Error('not what was sent');
			/** @type {Record<string, () => unknown>} */
			const decoders = {
				'JSON.parse': () => JSON.parse(json),
				devalue: () => parse(devalue),
				softpost: () => deserialize(text)
			};
			Object.values(decoders).forEach(time);
			const found = await interleave({
				names: Object.keys(decoders),
				count: rounds,
				measure: (name) => time(decoders[name])
			});
			rows.push({ name: `${kind}, ${label}`, cells: ratios(found, 'JSON.parse') });
		}
	return [
		{
			title,
			method: `The text of a successful result as softpost's server sends it to its client, by deserialize; the same data in devalue's text by devalue, and in JSON by JSON.parse, which makes strings of dates and nothing of sets. × JSON.parse of the same round, ${rounds} rounds, Node ${process.versions.node}.`,
			columns: ['JSON.parse', 'devalue', 'softpost'],
			rows
		}
	];
};
