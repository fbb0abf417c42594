import type { FreshPage } from '../../protocol/page-data.ts';
import {
	ACTION_HEADER,
	JSON_TYPE,
	MAYBE,
	MAX_REDIRECTS,
	PAGE_DATA_HEADER,
	redirectUrl,
	SUBMISSION_HEADER
} from '../../protocol/wire.ts';
import { discard, isRedirected, textOf, WholeAnswer, type Answer } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';
import { askOwn } from '../visit/own-fetch.ts';
import { mediaType } from '../body/media-type.ts';
import { isAborted } from '../run/public-error.ts';
import type { FetchOptions } from '../types.ts';

/** Headers that are about a POST, besides those of its body. The others say who asks. */
const OF_A_POST = [
	'transfer-encoding',
	'expect',
	'origin',
	// Lent again, with what the action has set.
	'cookie',
	ACTION_HEADER,
	SUBMISSION_HEADER
];

/** The headers with which our client would ask for the page by itself. */
const readHeaders = (post: Request): Headers => {
	const headers = new Headers(
		[...post.headers].filter(([name]) => !name.startsWith('content-') && !OF_A_POST.includes(name))
	);
	headers.set('accept', JSON_TYPE);
	headers.set(PAGE_DATA_HEADER, 'true');
	return headers;
};

const parsed = (text: string): any => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

/** What a response to a request for page data says. A `handle` may redirect as browsers know it. */
const readAnswer = async (answer: Answer): Promise<any> => {
	if (!isRedirected(answer)) return parsed(await textOf(answer));
	discard(answer);
	return { type: 'redirect', location: answer.headers.get('location') };
};

/** Where a location leads within the app, as seen by this server; `null` where that is not its own page. */
const ownPage = (
	location: string,
	base: URL,
	{ site, origins }: Pick<Exchange, 'site' | 'origins'>
): URL | null => {
	if (!URL.canParse(location, base)) return null;
	const { origin, pathname, search, hash } = redirectUrl(location, base);
	const isOwn = origin === base.origin || origins.includes(origin);
	// As a path of its own, `//host` would be another host.
	if (!isOwn || pathname.startsWith('//') || !site.match(pathname)?.entry.page) return null;
	// A proxy hides the origin that users see from this one, which `ownFetch` goes by.
	return new URL(base.origin + pathname + search + hash);
};

/** Asks for a page, and follows redirects to where our client would have ended. */
const readPage = async (
	exchange: Exchange,
	start: URL | null,
	read: (url: URL) => Promise<Answer>
): Promise<FreshPage | null> => {
	let url = start;
	for (let redirects = 0; url && redirects <= MAX_REDIRECTS; redirects++) {
		const { type, data, location } = (await readAnswer(await read(url))) ?? {};
		if (type === 'page') return { url: url.pathname + url.search + url.hash, data };
		url = type === 'redirect' ? ownPage(location, url, exchange) : null;
	}
	return null;
};

/** A submission of our client that wants a fresh page with its result. */
interface PageWish {
	/** Path and query of the page that is to be fresh after a success. */
	shown: string;
	/** Whether a callback may leave the page unused. */
	maybe: boolean;
	/** What the mount gave with the request, before app code could write to it. */
	options: FetchOptions;
}

/** What the `handle` of one request writes to its locals is not for the next. */
const withOwnLocals = (options: FetchOptions): FetchOptions => ({
	...options,
	locals: { ...options.locals }
});

/** Reads whether a request wants a fresh page with the result of its action; `null` for any other client. */
export const readPageWish = (request: Request, options: FetchOptions): PageWish | null => {
	const { method, headers } = request;
	if (method !== 'POST' || headers.get(ACTION_HEADER) !== 'true') return null;
	const wish = headers.get(PAGE_DATA_HEADER) ?? '';
	const maybe = wish.startsWith(MAYBE);
	const shown = maybe ? wish.slice(MAYBE.length) : wish;
	return shown.startsWith('/') ? { shown, maybe, options: withOwnLocals(options) } : null;
};

/** An action result's text with the page it leads to, as the second request of our client would have met it. */
const withPage = async (
	exchange: Exchange,
	{ shown, maybe, options }: PageWish,
	result: any,
	headers: Headers
): Promise<string> => {
	const { jar, request } = exchange;
	const set = headers.getSetCookie();
	// The page is most likely to read such a cookie once. Its `load` functions run when the page is asked for, and
	// not a second time for nothing.
	if (maybe && set.length) return JSON.stringify(result);
	for (const cookie of set) jar.adopt(cookie);
	const location = result.type === 'redirect' ? result.location : shown;
	const start = ownPage(location, new URL(request.url), exchange);
	const cookies: string[] = [];
	const page = await readPage(exchange, start, async (url) => {
		const ask = new Request(url, { headers: readHeaders(request), signal: request.signal });
		const answer = await askOwn(exchange, ask, withOwnLocals(options));
		cookies.push(...answer.headers.getSetCookie());
		return answer;
	});
	// Such a page has read something that is there once. It must still be there for whoever asks for the page.
	if (maybe && cookies.length) return JSON.stringify(result);
	for (const cookie of cookies) headers.append('set-cookie', cookie);
	return JSON.stringify(page ? { ...result, page } : result);
};

/**
 * Adds to the response of an action that succeeded, or redirected, the page that our client would ask for next.
 *
 * It runs after `handle`, and `handle` runs for the page again: whatever an app holds around a request, such as
 * a transaction or a lock, has ended before. Where that finds no page the response goes without.
 */
export const addPage = async (
	exchange: Exchange,
	wish: PageWish,
	answer: Answer
): Promise<Answer> => {
	const { headers } = answer;
	// What `handle` has compressed can no longer be changed.
	if (!answer.body || mediaType(answer) !== JSON_TYPE || headers.has('content-encoding'))
		return answer;
	const text = await textOf(answer);
	const result = parsed(text);
	const whole = new WholeAnswer(text, answer);
	// A failure and an error have changed nothing, and an endpoint's own JSON says nothing of a page.
	if (!/^(success|redirect)$/.test(result?.type)) return whole;
	whole.headers.append('vary', PAGE_DATA_HEADER);
	whole.headers.delete('content-length');
	try {
		return new WholeAnswer(await withPage(exchange, wish, result, whole.headers), whole);
	} catch (bug) {
		// The action is done, whatever became of the page: our client asks for it by itself.
		if (!isAborted(exchange, bug)) console.error(bug);
		return whole;
	}
};
