import type { Received } from '../../document/received.ts';
import { loadCodec } from '../../protocol/read-page.ts';
import { isRich, parseReply, readData, type Reply } from '../../protocol/read-reply.ts';
import type { Decoders } from '../../protocol/transport.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import type { DocumentView, DocumentVisit } from '../../navigation/navigator.ts';
import { ACTION_HEADER, isHtml, JSON_TYPE } from '../../protocol/wire.ts';
import type { Target } from '../../apply/target.ts';
import { encode } from './encode.ts';
import { errorResult, failed } from './error-result.ts';
import { receiveBare } from './receive-bare.ts';
import type { FormRequest } from '../read-form.ts';
import type { EnhanceOptions } from '../types.ts';

/** A reply, and the function that shows it if it is not an action result. */
export interface Sent extends Reply {
	show?(): Promise<void>;
}

/** The collaborators of a request, in addition to the form. */
export interface SendContext {
	/** Aborts the request. */
	signal: AbortSignal;
	/** Custom types of the response. */
	decoders?: Decoders | undefined;
	/** Reads the text of a response, if the host brings its own way. */
	decode?: Target['decode'];
	/** Without a host: shows responses as documents. */
	documents?: DocumentView | undefined;
	visit?: DocumentVisit | undefined;
}

/** Loads the codec only if the data needs it. */
const readReply = async (text: string, decoders: Decoders | undefined): Promise<Reply> => {
	const reply = parseReply(text);
	if (!isRich(reply.result)) return reply;
	const { decodeData } = await loadCodec();
	return readData(reply, text, (data) => decodeData(data, decoders));
};

const read = async (
	text: string,
	response: Response,
	{ decoders, decode = readReply }: SendContext
): Promise<Reply> => {
	const { status, redirected, url } = response;
	// A login wall or a plain handler redirected the request, and a page came back.
	if (redirected && isHtml(response)) {
		return { result: { type: 'redirect', status: 303, location: url } };
	}
	try {
		const reply = await decode(text, decoders, response);
		const { result } = reply;
		// The status in the body takes precedence over HTTP's: SvelteKit 2 and 3 differ in where they put it.
		result.status ??= (result.type === 'error' && result.error.status) || status;
		return reply;
	} catch (cause) {
		// The codec could not be loaded.
		if (!(cause instanceof SoftpostError)) throw cause;
		// The body has been read, so pass on a new response with the same text.
		cause.response = new Response(text || null, response);
		const { body } = cause.data;
		return { result: { ...errorResult(cause, status), ...(body !== undefined && { data: body }) } };
	}
};

const isData = ({ headers }: Response): boolean =>
	!!headers.get('content-type')?.startsWith(JSON_TYPE);

/** The headers of a request: the app's, overridden by ours. */
const headersOf = (
	theirs: HeadersInit | undefined,
	added: Record<string, string>,
	documents: DocumentView | undefined
): Headers => {
	const headers = new Headers(theirs);
	// Some servers choose their response by `accept`, so without a host the app may set it.
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
 * Sends a form's request to its action. Never throws: every failure is a result.
 *
 * @param added    our own headers
 * @param options  the app's additions to the request, and its `fetch`
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
	let response: Response | undefined;
	try {
		signal.throwIfAborted();
		const ask = (): Promise<Response> =>
			fetch(action, { method: 'POST', body, headers: all, credentials, referrerPolicy, signal });
		response = await ask();
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
		return typeof received === 'string' ? await read(received, response, context) : received;
	} catch (cause) {
		// The event for a policy violation fires in a task after the failure.
		await new Promise((resolve) => setTimeout(resolve));
		return { result: failed(signal, cause, !!response) };
	}
};
