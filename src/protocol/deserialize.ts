import { parse } from 'devalue';
import type { ActionResult } from './action-result.ts';
import { SoftpostError } from './errors.ts';
import { parseReply, readData } from './read-reply.ts';
import { scope, type Decoders } from './transport.ts';

/**
 * Reads the text of a response as an action result.
 *
 * @param text    the body of a response to a POST
 * @param options `decoders`: custom types by name, as in `transport`. On a server, within a request, the app's own
 *   types are the default
 * @returns the result, with its `data` decoded
 * @throws {SoftpostError} `not_an_action_result` if the text is anything else
 * @example
 * const result = deserialize(await response.text());
 * if (result.type === 'success') console.log(result.data);
 */
export const deserialize = <
	Success extends Record<string, unknown> | undefined = Record<string, any>,
	Failure extends Record<string, unknown> | undefined = Record<string, any>
>(
	text: string,
	{ decoders = scope.decoders?.() }: { decoders?: Decoders | undefined } = {}
): ActionResult<Success, Failure> => {
	if (typeof text !== 'string') {
		throw new SoftpostError(
			'not_an_action_result',
			'deserialize takes a text: deserialize(await response.text())'
		);
	}
	const { result } = readData(parseReply(text), text, (data) => parse(data, decoders));
	return result as ActionResult<Success, Failure>;
};
