import type { ActionResult } from '../protocol/action-result.ts';
import { decodeAnswer, type Decoders } from '../protocol/codec.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { FreshPage } from '../protocol/page-data.ts';
import { ACTION_HEADER, HTML_TYPE, JSON_TYPE } from '../protocol/wire.ts';
import { encode } from './encode.ts';
import type { Submission } from './submission.ts';
import type { EnhanceOptions } from './types.ts';

/** What came back for a submission. */
export interface Answer {
	result: ActionResult;
	/** The page that is to be shown next, where the server has sent it along. */
	page?: FreshPage | undefined;
	/** How much had been sent, answered and refreshed when it came. */
	traffic?: number;
}

const read = (text: string, response: Response, decoders?: Decoders): Answer => {
	const { status, redirected, url, headers } = response;
	// A log-in wall or a plain handler sent the request elsewhere, and a page is what came back.
	if (redirected && headers.get('content-type')?.startsWith(HTML_TYPE)) {
		return { result: { type: 'redirect', status: 303, location: url } };
	}
	try {
		const answer = decodeAnswer(text, decoders);
		const { result } = answer;
		// The status of the body counts first, then HTTP's: SvelteKit 2 and 3 put it in either.
		result.status ??= (result.type === 'error' && result.error.status) || status;
		return answer;
	} catch (cause) {
		const error = cause as SoftpostError;
		// The body was read, so the answer handed on is a fresh one over the same text.
		error.response = new Response(text || null, response);
		return { result: { type: 'error', status, error } };
	}
};

/** What a request came to that has no answer. A time-out is an abort that brings its own error. */
export const failed = ({ aborted, reason }: AbortSignal, cause?: unknown): Answer => {
	const [code, message] = aborted
		? (['aborted', 'Aborted'] as const)
		: (['network', 'No connection to the server'] as const);
	const error =
		reason instanceof SoftpostError ? reason : new SoftpostError(code, message, {}, { cause });
	return { result: { type: 'error', status: 500, error } };
};

/**
 * Sends a submission to its action. Every failure is a result, never a throw.
 *
 * @param submission what to send, and where
 * @param added      headers of our own
 * @param options    what is added to the request, and the `fetch` that makes it
 * @param signal     aborts it
 * @param decoders   custom types of the answer
 */
export const send = async (
	{ action, entries, enctype, referrerPolicy }: Submission,
	added: Record<string, string>,
	{ fetch = globalThis.fetch, headers, credentials = 'same-origin' }: EnhanceOptions,
	signal: AbortSignal,
	decoders?: Decoders
): Promise<Answer> => {
	const [body, type] = encode(entries, enctype);
	const all = new Headers(headers);
	const own = {
		...added,
		accept: JSON_TYPE,
		[ACTION_HEADER]: 'true',
		...(type && { 'content-type': type })
	};
	for (const [name, value] of Object.entries(own)) all.set(name, value);
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
		// The event that tells of a policy comes in a task after the failure.
		await new Promise((resolve) => setTimeout(resolve));
		return failed(signal, cause);
	}
};
