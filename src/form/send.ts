import type { ActionResult } from '../protocol/action-result.ts';
import { deserialize, type Decoders } from '../protocol/codec.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { ACTION_HEADER, HTML_TYPE, JSON_TYPE } from '../protocol/wire.ts';
import { encode } from './encode.ts';
import type { Submission } from './submission.ts';
import type { EnhanceOptions } from './types.ts';

const read = (text: string, response: Response, decoders?: Decoders): ActionResult => {
	const { status, redirected, url, headers } = response;
	// A log-in wall or a plain handler sent the request elsewhere, and a page is what came back.
	if (redirected && headers.get('content-type')?.startsWith(HTML_TYPE)) {
		return { type: 'redirect', status: 303, location: url };
	}
	try {
		const result = deserialize(text, { decoders });
		// The status of the body counts first, then HTTP's: SvelteKit 2 and 3 put it in either.
		result.status ??= (result.type === 'error' && result.error.status) || status;
		return result;
	} catch (cause) {
		const error = cause as SoftpostError;
		// The body was read, so the answer handed on is a fresh one over the same text.
		error.response = new Response(text || null, response);
		return { type: 'error', status, error };
	}
};

/**
 * Sends a submission to its action. Every failure is a result, never a throw.
 *
 * @param submission what to send, and where
 * @param options    what is added to the request, and the `fetch` that makes it
 * @param signal     aborts it
 * @param decoders   custom types of the answer
 */
export const send = async (
	{ action, entries, enctype, referrerPolicy }: Submission,
	{ fetch = globalThis.fetch, headers, credentials = 'same-origin' }: EnhanceOptions,
	signal: AbortSignal,
	decoders?: Decoders
): Promise<ActionResult> => {
	const [body, type] = encode(entries, enctype);
	const all = new Headers(headers);
	all.set('accept', JSON_TYPE);
	all.set(ACTION_HEADER, 'true');
	if (type) all.set('content-type', type);
	try {
		signal.throwIfAborted();
		const response = await fetch(action, {
			method: 'POST',
			body,
			headers: all,
			credentials,
			referrerPolicy,
			signal
		});
		return read(await response.text(), response, decoders);
	} catch (cause) {
		const [code, message] = signal.aborted
			? (['aborted', 'Aborted'] as const)
			: (['network', 'No connection to the server'] as const);
		return { type: 'error', status: 500, error: new SoftpostError(code, message, {}, { cause }) };
	}
};
