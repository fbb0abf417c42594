import { parse } from 'devalue';
import { isActionResult, type ActionResult } from './action-result.ts';
import { SoftpostError } from './errors.ts';
import type { PageAnswer, PageData } from './page-data.ts';

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

const EXCERPT_LENGTH = 80;

const notAResult = (text: string, cause?: unknown): SoftpostError =>
	new SoftpostError(
		'not_an_action_result',
		`Expected an action result, got ${text ? `"${text.slice(0, EXCERPT_LENGTH)}"` : 'an empty answer'}. Post to a page with actions, not to an endpoint`,
		{ excerpt: text.slice(0, EXCERPT_LENGTH) },
		{ cause }
	);

/** Decodes what a devalue string holds; any other value is its own meaning (servers without devalue). */
export const decodeData = (data: unknown, decoders?: Decoders): any =>
	typeof data === 'string' ? parse(data, decoders) : data;

/**
 * Reads the text of an answer as an action result.
 *
 * @param text    the body of an answer to a POST
 * @param options `decoders`: custom types by name, as `transport` has them
 * @returns the result, its `data` decoded
 * @throws {SoftpostError} `not_an_action_result` when the text is anything else
 */
export const deserialize = <
	Success extends Record<string, unknown> | undefined = Record<string, any>,
	Failure extends Record<string, unknown> | undefined = Record<string, any>
>(
	text: string,
	{ decoders }: { decoders?: Decoders } = {}
): ActionResult<Success, Failure> => {
	let result: any;
	try {
		result = JSON.parse(text);
		if (result?.data !== undefined) result.data = decodeData(result.data, decoders);
	} catch (cause) {
		throw notAResult(text, cause);
	}
	if (!isActionResult(result)) throw notAResult(text);
	return result as ActionResult<Success, Failure>;
};

/**
 * Reads the text of an answer as page data.
 *
 * @returns the answer, or `null` when the text is anything else, so that the caller loads the document
 */
export const decodePage = (text: string, decoders?: Decoders): PageAnswer | null => {
	try {
		const answer = JSON.parse(text);
		if (answer.type === 'redirect') return answer;
		return answer.type === 'page' ? { type: 'page', ...(parse(answer.data, decoders) as PageData) } : null;
	} catch {
		return null;
	}
};
