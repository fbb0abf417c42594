import { stringify } from 'devalue';
import type { ActionResult } from './action-result.ts';
import type { Transport } from './codec.ts';
import type { PageAnswer } from './page-data.ts';

/**
 * The writing half of a `transport`, as devalue takes it.
 *
 * Apart from `codec.ts` because only the server half writes: a browser must not carry it.
 */
const encodersOf = (transport: Transport = {}): Record<string, (value: unknown) => unknown> =>
	Object.fromEntries(Object.entries(transport).map(([name, { encode }]) => [name, encode]));

/** Any data as a devalue string. Throws devalue's `DevalueError`, whose `path` says where. */
export const encodeData = (data: unknown, transport?: Transport): string =>
	stringify(data, encodersOf(transport));

/** An action result as the wire has it: `data` is a devalue string inside JSON. */
export const encodeResult = (result: ActionResult, transport?: Transport): string =>
	JSON.stringify(
		'data' in result && result.data !== undefined
			? { ...result, data: encodeData(result.data, transport) }
			: result
	);

/** The response to a request for page data, as `decodePage` reads it. */
export const encodePage = (answer: PageAnswer, transport?: Transport): string => {
	if (answer.type === 'redirect') return JSON.stringify(answer);
	const { type, ...page } = answer;
	return JSON.stringify({ type, data: encodeData(page, transport) });
};
