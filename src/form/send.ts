import type { ActionResult } from '../protocol/action-result.ts';
import { deserialize, type Decoders } from '../protocol/codec.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { ACTION_HEADER, HTML_TYPE, JSON_TYPE } from '../protocol/wire.ts';
import { encode } from './encode.ts';

export interface SendOptions {
	fetch: typeof globalThis.fetch;
	/** Added to the request, over softpost's own. */
	headers?: HeadersInit | undefined;
	credentials?: RequestCredentials | undefined;
	signal: AbortSignal;
	decoders?: Decoders | undefined;
}

const headersOf = (type: string | undefined, own: HeadersInit | undefined): Headers => {
	const headers = new Headers({ accept: JSON_TYPE, [ACTION_HEADER]: 'true' });
	if (type) headers.set('content-type', type);
	new Headers(own).forEach((value, name) => headers.set(name, value));
	return headers;
};

const errorResult = (error: SoftpostError, status?: number): ActionResult => ({
	type: 'error',
	error,
	...(status !== undefined && { status })
});

/** Why `fetch` or reading its answer rejected: the page gave up, or the connection did. */
const brokenOff = (cause: unknown, action: URL, signal: AbortSignal): ActionResult =>
	errorResult(
		signal.aborted
			? new SoftpostError('aborted', 'The submission was aborted', { url: action.href }, { cause })
			: new SoftpostError(
					'network',
					'The server could not be reached. Check the connection and send again',
					{ url: action.href },
					{ cause }
				)
	);

const isHtml = ({ headers }: Response): boolean =>
	!!headers.get('content-type')?.startsWith(HTML_TYPE);

/** The status of the body counts first, then HTTP's: SvelteKit 2 and 3 put it in either. */
const withStatus = (result: ActionResult, response: Response): ActionResult => {
	const inner = result.type === 'error' ? (result.error.status as number | undefined) : undefined;
	return { ...result, status: result.status ?? inner ?? response.status };
};

const read = (text: string, response: Response, decoders?: Decoders): ActionResult => {
	// A log-in wall or a plain handler sent the request elsewhere, and a page is what came back.
	if (response.redirected && isHtml(response)) {
		return { type: 'redirect', status: 303, location: response.url };
	}
	try {
		return withStatus(deserialize(text, { ...(decoders && { decoders }) }), response);
	} catch (cause) {
		const { code, message } = cause as SoftpostError;
		// The body was read, so the answer handed on is a fresh one over the same text.
		const data = { status: response.status, response: new Response(text || null, response) };
		return errorResult(new SoftpostError(code, message, data, { cause }), response.status);
	}
};

/**
 * Sends a form's entries to an action. Every failure is a result, never a throw.
 *
 * @param action  where to post
 * @param entries what to send
 * @param enctype the effective enctype
 */
export const send = async (
	action: URL,
	entries: FormData,
	enctype: string,
	{ fetch, headers, credentials, signal, decoders }: SendOptions
): Promise<ActionResult> => {
	const { body, type } = encode(entries, enctype);
	try {
		const response = await fetch(action, {
			method: 'POST',
			headers: headersOf(type, headers),
			body,
			signal,
			...(credentials && { credentials })
		});
		return read(await response.text(), response, decoders);
	} catch (cause) {
		return brokenOff(cause, action, signal);
	}
};
