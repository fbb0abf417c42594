import { decodeReply, type Decoders, type Reply } from '../protocol/codec.ts';
import type { SoftpostError } from '../protocol/errors.ts';
import { ACTION_HEADER, HTML_TYPE, JSON_TYPE } from '../protocol/wire.ts';
import { encode } from './encode.ts';
import { errorResult, failed } from './error-result.ts';
import type { FormRequest } from './read-form.ts';
import type { EnhanceOptions } from './types.ts';

const read = (text: string, response: Response, decoders?: Decoders): Reply => {
	const { status, redirected, url, headers } = response;
	// A log-in wall or a plain handler sent the request elsewhere, and a page is what came back.
	if (redirected && headers.get('content-type')?.startsWith(HTML_TYPE)) {
		return { result: { type: 'redirect', status: 303, location: url } };
	}
	try {
		const reply = decodeReply(text, decoders);
		const { result } = reply;
		// The status of the body counts first, then HTTP's: SvelteKit 2 and 3 put it in either.
		result.status ??= (result.type === 'error' && result.error.status) || status;
		return reply;
	} catch (cause) {
		const error = cause as SoftpostError;
		// The body was read, so the response handed on is a fresh one over the same text.
		error.response = new Response(text || null, response);
		const { body } = error.data;
		return { result: { ...errorResult(error, status), ...(body !== undefined && { data: body }) } };
	}
};

/**
 * Sends a form's request to its action. Every failure is a result, never a throw.
 *
 * @param added    headers of our own
 * @param options  what is added to the request, and the `fetch` that makes it
 * @param signal   aborts it
 * @param decoders custom types of the response
 */
export const send = async (
	{ action, entries, enctype, referrerPolicy }: FormRequest,
	added: Record<string, string>,
	{ fetch = globalThis.fetch, headers, credentials = 'same-origin' }: EnhanceOptions,
	{ signal, decoders }: { signal: AbortSignal; decoders?: Decoders | undefined }
): Promise<Reply> => {
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
		const ask = (): Promise<Response> =>
			fetch(action, { method: 'POST', body, headers: all, credentials, referrerPolicy, signal });
		let response = await ask();
		if (response.status === 503) {
			const first = response;
			response = await import('./send-again.ts').then(
				({ sendAgain }) => sendAgain(first, ask, signal),
				() => first
			);
		}
		return read(await response.text(), response, decoders);
	} catch (cause) {
		// The event that reports a violated policy comes in a task after the failure.
		await new Promise((resolve) => setTimeout(resolve));
		return { result: failed(signal, cause) };
	}
};
