import { isActionResult, type ActionResult } from './action-result.ts';
import { SoftpostError } from './errors.ts';
import type { FreshPage } from './page-data.ts';

const EXCERPT_LENGTH = 80;

const MESSAGE = 'The response of the server could not be read. Try again';

const notAResult = (text: string, body: unknown, cause?: unknown): SoftpostError =>
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

/** Reads the text of a response to a submission; `decode` reads its `data`. */
export const readReply = (text: string, decode: (data: unknown) => any): Reply => {
	let body: unknown;
	try {
		body = JSON.parse(text);
		const { page, ...result } = body as { page?: FreshPage };
		if (isActionResult(result)) {
			if ('data' in result) result.data = decode(result.data);
			return { result, page };
		}
	} catch (cause) {
		throw notAResult(text, body, cause);
	}
	throw notAResult(text, body);
};
