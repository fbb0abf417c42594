import type { Received } from '../../document/received.ts';
import { decodeReply, type Decoders, type Reply } from '../../protocol/codec.ts';
import type { SoftpostError } from '../../protocol/errors.ts';
import type { DocumentView, DocumentVisit } from '../../navigation/navigator.ts';
import { ACTION_HEADER, HTML_TYPE, JSON_TYPE } from '../../protocol/wire.ts';
import type { Target } from '../../apply/apply-action.ts';
import { encode } from './encode.ts';
import { errorResult, failed } from './error-result.ts';
import { receiveBare } from './receive-bare.ts';
import type { FormRequest } from '../read-form.ts';
import type { EnhanceOptions } from '../types.ts';

/** What came back, and what shows it where it is no action result. */
export interface Sent extends Reply {
	show?(): Promise<void>;
}

/** Who takes part in a request, beside the form. */
export interface SendContext {
	/** Aborts it. */
	signal: AbortSignal;
	/** Custom types of the response. */
	decoders?: Decoders | undefined;
	/** Reads the text of a response in the place of `decodeReply`. */
	decode?: Target['decode'];
	/** Without a host, what responses become. */
	documents?: DocumentView | undefined;
	visit?: DocumentVisit | undefined;
}

const read = (
	text: string,
	response: Response,
	{ decoders, decode = decodeReply }: SendContext
): Reply => {
	const { status, redirected, url, headers } = response;
	// A log-in wall or a plain handler sent the request elsewhere, and a page is what came back.
	if (redirected && headers.get('content-type')?.startsWith(HTML_TYPE)) {
		return { result: { type: 'redirect', status: 303, location: url } };
	}
	try {
		const reply = decode(text, decoders, response);
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

const isData = ({ headers }: Response): boolean =>
	!!headers.get('content-type')?.startsWith(JSON_TYPE);

/** The headers of a request: the app's, and ours before them. */
const headersOf = (
	theirs: HeadersInit | undefined,
	added: Record<string, string>,
	documents: DocumentView | undefined
): Headers => {
	const headers = new Headers(theirs);
	// Some servers that know our wire go by this, so without a host the app may say what it is.
	const wanted = documents && (headers.get('accept') ?? documents.accept);
	const own = { ...added, accept: wanted ?? JSON_TYPE, [ACTION_HEADER]: 'true' };
	for (const [name, value] of Object.entries(own)) headers.set(name, value);
	return headers;
};

const receiveFor = async (
	visit: DocumentVisit,
	response: Response,
	action: URL
): Promise<Received | string> =>
	(await visit.receive(response, action)) ?? receiveBare(response, action);

/**
 * Sends a form's request to its action. Every failure is a result, never a throw.
 *
 * @param added    headers of our own
 * @param options  what is added to the request, and the `fetch` that makes it
 * @param context  see {@link SendContext}
 */
export const send = async (
	{ action, entries, enctype, referrerPolicy }: FormRequest,
	added: Record<string, string>,
	{ fetch = globalThis.fetch, headers, credentials = 'same-origin' }: EnhanceOptions,
	context: SendContext
): Promise<Sent> => {
	const { signal, documents, visit } = context;
	const [body, type] = encode(entries, enctype);
	const all = headersOf(headers, { ...added, ...(type && { 'content-type': type }) }, documents);
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
		const received = await (visit && !isData(response)
			? receiveFor(visit, response, action)
			: response.text());
		return typeof received === 'string' ? read(received, response, context) : received;
	} catch (cause) {
		// The event that reports a violated policy comes in a task after the failure.
		await new Promise((resolve) => setTimeout(resolve));
		return { result: failed(signal, cause) };
	}
};
