import { parse } from 'devalue';
import { isActionResult, type ActionResult } from './action-result.ts';
import { checkedPage, type PageAnswer, type PageData } from './page-data.ts';
import { readReply, type Reply } from './read-reply.ts';
import { scope, type Decoders } from './transport.ts';

/** Decodes a devalue string; returns any other value as it is (from servers without devalue). */
export const decodeData = (data: unknown, decoders?: Decoders): any =>
	typeof data === 'string' ? parse(data, decoders) : data;

export type { Reply };

/** Reads the text of a response to a submission, with the custom types of the app. */
export const decodeReply = (text: string, decoders?: Decoders): Reply =>
	readReply(text, (data) => decodeData(data, decoders));

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
): ActionResult<Success, Failure> =>
	decodeReply(text, decoders).result as ActionResult<Success, Failure>;

/** Decodes the `data` of a page response. Throws if it is not a page. */
export const decodePageData = (data: string, decoders?: Decoders): PageData =>
	checkedPage(parse(data, decoders));

/**
 * Reads the text of a response as page data.
 *
 * @returns the page or redirect; `null` if the text is anything else: then the caller loads the document
 */
export const decodePage = (text: string, decoders?: Decoders): PageAnswer | null => {
	try {
		const answer = JSON.parse(text);
		if (answer.type === 'redirect') return isActionResult(answer) ? (answer as PageAnswer) : null;
		return answer.type === 'page'
			? { ...decodePageData(answer.data, decoders), type: 'page' }
			: null;
	} catch {
		return null;
	}
};
