import { isActionResult, type ActionResult } from './action-result.ts';
import { SoftpostError } from './errors.ts';
import type { FreshPage } from './page-data.ts';

const EXCERPT_LENGTH = 80;

const MESSAGE = 'The response of the server could not be read. Try again';

const notAResult = (text: string, body: unknown, cause: unknown): SoftpostError =>
	new SoftpostError(
		'not_an_action_result',
		MESSAGE,
		{ excerpt: text.slice(0, EXCERPT_LENGTH), ...(body !== undefined && { body }) },
		{ cause }
	);

/** The reply to a submission: the action result, and the page that the server may have added. */
export interface Reply {
	result: ActionResult;
	page?: FreshPage | undefined;
}

/** Whether its data is a devalue text. */
export const isRich = (result: ActionResult & { data?: unknown }): boolean =>
	typeof result.data === 'string';

/** Parses the text of a response to a submission. Its data may still be a devalue text. */
export const parseReply = (text: string): Reply => {
	let body: unknown, cause: unknown;
	try {
		body = JSON.parse(text);
		const { page, ...result } = body as { page?: FreshPage };
		if (isActionResult(result)) return { result, page };
	} catch (error) {
		cause = error;
	}
	throw notAResult(text, body, cause);
};

/**
 * Decodes the data of a reply, if it is a devalue text.
 *
 * @param text the text of the response, for errors
 */
export const readData = (reply: Reply, text: string, decode: (data: string) => any): Reply => {
	const result: ActionResult & { data?: any } = reply.result;
	try {
		if (isRich(result)) result.data = decode(result.data);
	} catch (cause) {
		throw notAResult(text, JSON.parse(text), cause);
	}
	return reply;
};
