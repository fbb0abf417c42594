import { stringify } from 'devalue';
import type { ActionResult } from './action-result.ts';
import type { PageAnswer } from './page-data.ts';
import { isPlain } from './plain.ts';
import type { Transport } from './transport.ts';

/**
 * The encoders of a `transport`, as devalue takes them.
 *
 * Separate from `codec.ts`, because only the server encodes: browsers must not load this code.
 */
const encodersOf = (transport: Transport): Record<string, (value: unknown) => unknown> =>
	Object.fromEntries(Object.entries(transport).map(([name, { encode }]) => [name, encode]));

/**
 * The value that stands for some data in a message: the data itself if JSON can represent all of it, else a devalue
 * string. With custom types always a string, because a custom type may look like plain data.
 *
 * @throws devalue's `DevalueError`, whose `path` names the place
 */
const encoded = (data: unknown, transport: Transport): unknown =>
	!Object.keys(transport).length && isPlain(data) ? data : stringify(data, encodersOf(transport));

/** Encodes page data for a document: plain JSON, or a devalue string, which is a JSON array. */
export const encodePageData = (data: object, transport: Transport = {}): string => {
	const value = encoded(data, transport);
	return typeof value === 'string' ? value : JSON.stringify(value);
};

/**
 * Encodes an action result: JSON, with its `data` in it.
 *
 * @param readsPlain whether the client reads plain data. SvelteKit's client only reads devalue strings
 */
export const encodeResult = (
	result: ActionResult,
	transport: Transport = {},
	readsPlain = false
): string => {
	if (!('data' in result) || result.data === undefined) return JSON.stringify(result);
	const data = readsPlain
		? encoded(result.data, transport)
		: stringify(result.data, encodersOf(transport));
	return JSON.stringify({ ...result, data });
};

/** Encodes the response to a request for page data, which `readPage` reads. */
export const encodePage = (answer: PageAnswer, transport: Transport = {}): string => {
	if (answer.type === 'redirect') return JSON.stringify(answer);
	const { type, ...page } = answer;
	return JSON.stringify({ type, data: encoded(page, transport) });
};
