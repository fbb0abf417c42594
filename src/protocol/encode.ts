import { stringify } from 'devalue';
import type { ActionResult } from './action-result.ts';
import type { Transport } from './transport.ts';
import type { PageAnswer } from './page-data.ts';

/**
 * The encoders of a `transport`, as devalue takes them.
 *
 * Separate from `codec.ts`, because only the server encodes: browsers must not load this code.
 */
const encodersOf = (transport: Transport = {}): Record<string, (value: unknown) => unknown> =>
	Object.fromEntries(Object.entries(transport).map(([name, { encode }]) => [name, encode]));

/** Encodes data as a devalue string. Throws devalue's `DevalueError`, whose `path` names the place. */
export const encodeData = (data: unknown, transport?: Transport): string =>
	stringify(data, encodersOf(transport));

/** Encodes an action result: JSON, with `data` as a devalue string in it. */
export const encodeResult = (result: ActionResult, transport?: Transport): string =>
	JSON.stringify(
		'data' in result && result.data !== undefined
			? { ...result, data: encodeData(result.data, transport) }
			: result
	);

/** Encodes the response to a request for page data, which `decodePage` reads. */
export const encodePage = (answer: PageAnswer, transport?: Transport): string => {
	if (answer.type === 'redirect') return JSON.stringify(answer);
	const { type, ...page } = answer;
	return JSON.stringify({ type, data: encodeData(page, transport) });
};
