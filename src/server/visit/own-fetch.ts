import { toResponse, type Answer } from '../answer.ts';
import type { FetchOptions, RequestEvent } from '../types.ts';
import type { Exchange } from './exchange.ts';
import { shownUrl } from './origins.ts';

/** Lends a request of the app to itself what the user's browser would have sent with it. */
const lendCredentials = (request: Request, from: Request, cookie: string): void => {
	const { headers, credentials } = request;
	const lend = (name: string, value: string | null): void => {
		if (value && !headers.has(name) && credentials !== 'omit') headers.set(name, value);
	};
	lend('cookie', cookie);
	lend('authorization', from.headers.get('authorization'));
	// No page of another site can have made this request, whatever headers it lacks.
	headers.set('sec-fetch-site', 'same-origin');
};

type Fetch = RequestEvent['fetch'];

type Asking = Pick<Exchange, 'site' | 'jar' | 'origins' | 'request'>;

/** Asks as `fetch` does: the app itself, not the network, where the URL is of the same origin. */
export const askOwn =
	({ site, jar, origins, request: from }: Asking, options: FetchOptions) =>
	async (...[input, init]: Parameters<Fetch>): Promise<Answer> => {
		const seen = new URL(from.url);
		const base = shownUrl(seen, origins);
		const request = new Request(input instanceof Request ? input : new URL(input, base), init);
		const target = new URL(request.url);
		if (![...origins, seen.origin].includes(target.origin)) return fetch(request);
		lendCredentials(request, from, jar.headerFor(shownUrl(target, origins)));
		// Known already: the proxy's headers, which may say it, are not on this request.
		const answer = await site.answer(request, options, origins);
		for (const cookie of answer.headers.getSetCookie()) jar.adopt(cookie);
		return answer;
	};

/** `event.fetch`. */
export const ownFetch = (...own: Parameters<typeof askOwn>): Fetch => {
	const ask = askOwn(...own);
	return async (...asked) => toResponse(await ask(...asked));
};
