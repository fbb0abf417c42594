import { SoftpostError } from '../../protocol/errors.ts';
import { discard, toResponse, type Answer } from '../answer.ts';
import { handedOut } from '../handed-out.ts';
import { headerOf } from '../http.ts';
import type { FetchOptions, RequestEvent } from '../types.ts';
import type { Exchange } from './exchange.ts';
import { shownUrl } from './origins.ts';

type Asking = Pick<Exchange, 'site' | 'jar' | 'origins' | 'request' | 'depth'>;

/** How deep such requests may be nested: a `load` that asks for its own page would fill the memory. */
const MAX_DEPTH = 10;

/**
 * Adds the headers that the user's browser would send to a request that the app makes to itself.
 *
 * @returns whether it added the browser's `accept`, which then does not express a wish of the app's code
 */
const lendHeaders = (request: Request, from: Request, cookie: string): boolean => {
	const { headers, credentials } = request;
	const lend = (name: string, value = headerOf(from, name)): boolean => {
		const isLent = !!value && !headers.has(name);
		if (isLent) headers.set(name, value);
		return isLent;
	};
	if (credentials !== 'omit') {
		lend('cookie', cookie);
		lend('authorization');
	}
	lend('accept-language');
	// The app's own code makes this request, so it cannot be forged.
	headers.set('sec-fetch-site', 'same-origin');
	return lend('accept');
};

/** Waits for a response, or rejects when the signal aborts. */
const untilAborted = async (signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> => {
	signal.throwIfAborted();
	const answer = ask();
	const { promise, reject } = rejectable();
	const abort = (): void => {
		reject(signal.reason);
		void answer.then(discard);
	};
	signal.addEventListener('abort', abort);
	return Promise.race([answer, promise]).finally(() => signal.removeEventListener('abort', abort));
};

const rejectable = (): { promise: Promise<never>; reject: (reason: unknown) => void } => {
	let reject!: (reason: unknown) => void;
	const promise = new Promise<never>((_, refuse) => (reject = refuse));
	return { promise, reject };
};

/**
 * Sends a request to the app itself.
 *
 * @throws {SoftpostError} `request_loop` if too many such requests wait for it
 */
export const askOwn = async (
	{ site, jar, origins, request: from, depth }: Asking,
	request: Request,
	options: FetchOptions
): Promise<Answer> => {
	if (depth >= MAX_DEPTH) {
		const message = `event.fetch(): requests of the app to itself are nested ${depth} deep. Does ${from.url} request itself?`;
		throw new SoftpostError('request_loop', message, { url: from.url });
	}
	const target = shownUrl(new URL(request.url), origins);
	const hasLentAccept = lendHeaders(request, from, jar.headerFor(target));
	const answer = await untilAborted(request.signal, () =>
		// Passed on, because they may come from the proxy's headers, which this request lacks.
		site.answer(request, options, { origins, hasLentAccept, depth: depth + 1 })
	);
	for (const cookie of answer.headers.getSetCookie()) jar.adopt(cookie);
	return answer;
};

/** Makes `event.fetch`, which sends requests to the app's own origin to the app itself, without the network. */
export const ownFetch = (asking: Asking, options: FetchOptions): RequestEvent['fetch'] => {
	const ask: RequestEvent['fetch'] = async (input, init) => {
		const { origins } = asking;
		const base = shownUrl(new URL(asking.request.url), origins);
		const request = new Request(input instanceof Request ? input : new URL(input, base), init);
		// Do not compare with the request's URL: the client controls its host, which could name a service behind a proxy.
		if (!origins.includes(new URL(request.url).origin)) return fetch(request);
		return toResponse(await askOwn(asking, request, options));
	};
	return (...asked) => handedOut(ask(...asked));
};
