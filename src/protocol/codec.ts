import { parse } from 'devalue';
import { isActionResult, type ActionResult } from './action-result.ts';
import { SoftpostError } from './errors.ts';
import type { FreshPage, PageAnswer, PageData } from './page-data.ts';
import { layoutKey } from './routes.ts';

/** A custom type's way over the wire, by name, as SvelteKit's `transport` hook has it. */
export interface Transporter<Value = any, Encoded = any> {
	encode: (value: Value) => Encoded | false | 0 | '' | null | undefined;
	decode: (encoded: Encoded) => Value;
}

export type Transport = Record<string, Transporter>;
export type Decoders = Record<string, (encoded: any) => any>;

/** The reading half of a `transport`, as `deserialize` and devalue take it. */
export const decodersOf = (transport: Transport = {}): Decoders =>
	Object.fromEntries(Object.entries(transport).map(([name, { decode }]) => [name, decode]));

/** Where a server says the custom types of the app whose request it answers. */
export const scope: { decoders?: () => Decoders | undefined } = {};

const EXCERPT_LENGTH = 80;

const MESSAGE = 'The response of the server could not be read. Try again';

const notAResult = (text: string, body: unknown, cause?: unknown): SoftpostError =>
	new SoftpostError(
		'not_an_action_result',
		MESSAGE,
		{ excerpt: text.slice(0, EXCERPT_LENGTH), ...(body !== undefined && { body }) },
		{ cause }
	);

/** Decodes what a devalue string holds; any other value is its own meaning (servers without devalue). */
export const decodeData = (data: unknown, decoders?: Decoders): any =>
	typeof data === 'string' ? parse(data, decoders) : data;

/** What comes back for a submission: the action result, and the page that the server may have put beside it. */
export interface Reply {
	result: ActionResult;
	page?: FreshPage | undefined;
}

/** Reads the text of a response to a submission; `decode` reads what its `data` holds. */
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

/** Reads the text of a response to a submission, with the custom types of the app. */
export const decodeReply = (text: string, decoders?: Decoders): Reply =>
	readReply(text, (data) => decodeData(data, decoders));

/**
 * Reads the text of a response as an action result.
 *
 * @param text    the body of a response to a POST
 * @param options `decoders`: custom types by name, as `transport` has them; on a server, within a request,
 *   those of the app are known
 * @returns the result, its `data` decoded
 * @throws {SoftpostError} `not_an_action_result` when the text is anything else
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

/** Decodes what the `data` of a page's answer holds. Throws for what is not a page. */
export const decodePageData = (data: string, decoders?: Decoders): PageData => {
	const page: PageData = parse(data, decoders);
	// Met later, it would be in the middle of a navigation. `find` is arrays' alone, and stops at a hole.
	page.layouts.find(([id]) => !layoutKey(id, page.params));
	return page;
};

/**
 * Reads the text of a response as page data.
 *
 * @returns the response, or `null` when the text is anything else, so that the caller loads the document
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
