import { deserialize as deserializeKits } from '$app/forms';
import { updated } from '$app/state';
import type { ActionResult } from '../protocol/action-result.ts';
import { parseReply, readData, type Reply } from '../protocol/read-reply.ts';

/** The app's version in the last response, if the server sends it (SvelteKit 3). */
let version: string | null = null;

/** Reads a result with SvelteKit's own function, which knows the types of the `transport` hook. */
const read = (text: string): Reply =>
	readData(parseReply(text), text, () => deserializeKits(text).data);

/** Whether SvelteKit's client is running, which decodes data. In tests of single components it is not. */
const isRunning = (): boolean => {
	try {
		return !!deserializeKits('{"data":"[1]"}');
	} catch {
		return false;
	}
};

/** Reads a response. If the app's version has changed, makes SvelteKit check for updates. */
export const decode = async (text: string, _: unknown, { headers }: Response): Promise<Reply> => {
	const answered = headers.get('x-sveltekit-version');
	if (answered && answered !== version) void updated.check().catch(() => {});
	version = answered;
	if (isRunning()) return read(text);
	const { parse } = await import('devalue');
	return readData(parseReply(text), text, (data) => parse(data));
};

/**
 * Reads the text of a response as an action result.
 *
 * @param text the body of a response to a POST
 * @returns the result, with its `data` decoded, including the custom types of the app's `transport` hook
 * @throws {SoftpostError} `not_an_action_result` if the text is anything else
 * @example
 * const result = deserialize(await response.text());
 */
export const deserialize = <
	Success extends Record<string, unknown> | undefined = Record<string, any>,
	Failure extends Record<string, unknown> | undefined = Record<string, any>
>(
	text: string
): ActionResult<Success, Failure> => read(text).result as ActionResult<Success, Failure>;
