import { discard, toResponse, type Answer } from '../answer.ts';
import { handedOut } from '../handed-out.ts';
import type { FetchOptions, RequestEvent } from '../types.ts';
import type { Exchange } from './exchange.ts';
import { shownUrl } from './origins.ts';

type Asking = Pick<Exchange, 'site' | 'jar' | 'origins' | 'request'>;

/**
 * Lends a request of the app to itself what the user's browser would have sent with it.
 *
 * @returns whether `accept` is the browser's, so that it says nothing of what the app's code wants
 */
const lendHeaders = (request: Request, from: Request, cookie: string): boolean => {
	const { headers, credentials } = request;
	const lend = (name: string, value = from.headers.get(name)): boolean => {
		const isLent = !!value && !headers.has(name);
		if (isLent) headers.set(name, value);
		return isLent;
	};
	if (credentials !== 'omit') {
		lend('cookie', cookie);
		lend('authorization');
	}
	lend('accept-language');
	// No page of another site can have made this request, whatever headers it lacks.
	headers.set('sec-fetch-site', 'same-origin');
	return lend('accept');
};

/** Waits for a response until a signal aborts. */
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

/** Asks the app itself. */
export const askOwn = async (
	{ site, jar, origins, request: from }: Asking,
	request: Request,
	options: FetchOptions
): Promise<Answer> => {
	const target = shownUrl(new URL(request.url), origins);
	const hasLentAccept = lendHeaders(request, from, jar.headerFor(target));
	const answer = await untilAborted(request.signal, () =>
		// Known already: the proxy's headers, which may say the origins, are not on this request.
		site.answer(request, options, { origins, hasLentAccept })
	);
	for (const cookie of answer.headers.getSetCookie()) jar.adopt(cookie);
	return answer;
};

/** `event.fetch`: asks the app itself, not the network, where the URL is of its origin. */
export const ownFetch = (asking: Asking, options: FetchOptions): RequestEvent['fetch'] => {
	const ask: RequestEvent['fetch'] = async (input, init) => {
		const { origins } = asking;
		const base = shownUrl(new URL(asking.request.url), origins);
		const request = new Request(input instanceof Request ? input : new URL(input, base), init);
		// Not by the request's own URL: its host is the client's word, and may name a service behind a proxy.
		if (!origins.includes(new URL(request.url).origin)) return fetch(request);
		return toResponse(await askOwn(asking, request, options));
	};
	return (...asked) => handedOut(ask(...asked));
};
