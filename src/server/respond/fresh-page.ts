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
import { headerOf } from '../http.ts';
import { isAborted } from '../run/public-error.ts';
import type { FetchOptions } from '../types.ts';

/** Headers that only concern the POST, in addition to those about its body. All others identify the user. */
const OF_A_POST = [
	'transfer-encoding',
	'expect',
	'origin',
	// Added again later, with the cookies of the action.
	'cookie',
	ACTION_HEADER,
	SUBMISSION_HEADER
];

/** The headers that our client would send in a separate request for the page. */
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

/** Reads the response to a request for page data. `handle` may have made it a redirect with a `location` header. */
const readAnswer = async (answer: Answer): Promise<any> => {
	if (!isRedirected(answer)) return parsed(await textOf(answer));
	discard(answer);
	return { type: 'redirect', location: answer.headers.get('location') };
};

/** The URL of a location, as this server sees it; `null` if it does not lead to a page of this app. */
const ownPage = (
	location: string,
	base: URL,
	{ site, origins }: Pick<Exchange, 'site' | 'origins'>
): URL | null => {
	if (!URL.canParse(location, base)) return null;
	const { origin, pathname, search, hash } = redirectUrl(location, base);
	const isOwn = origin === base.origin || origins.includes(origin);
	// Appended to the origin, the path `//host` would name another host.
	if (!isOwn || pathname.startsWith('//') || !site.match(pathname)?.entry.page) return null;
	// Behind a proxy, the server must use the origin that it sees itself.
	return new URL(base.origin + pathname + search + hash);
};

/** Requests a page, and follows redirects as our client would. */
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

/** The wish of our client for a fresh page along with the result. */
interface PageWish {
	/** Path and query of the page to load after a success. */
	shown: string;
	/** Whether a callback in the browser might not use the page. */
	maybe: boolean;
	/** The options of the server, copied before app code could write to them. */
	options: FetchOptions;
}

/** Copies the locals: values that `handle` writes for one request must not reach the next. */
const withOwnLocals = (options: FetchOptions): FetchOptions => ({
	...options,
	locals: { ...options.locals }
});

/** Reads whether a request wants a fresh page along with the result of its action; `null` if not. */
export const readPageWish = (request: Request, options: FetchOptions): PageWish | null => {
	if (request.method !== 'POST' || headerOf(request, ACTION_HEADER) !== 'true') return null;
	const wish = headerOf(request, PAGE_DATA_HEADER) ?? '';
	const maybe = wish.startsWith(MAYBE);
	const shown = maybe ? wish.slice(MAYBE.length) : wish;
	return shown.startsWith('/') ? { shown, maybe, options: withOwnLocals(options) } : null;
};

/** Adds the page to the text of a result, as our client would get it in a second request. */
const withPage = async (
	exchange: Exchange,
	{ shown, maybe, options }: PageWish,
	result: any,
	headers: Headers
): Promise<string> => {
	const { jar, request } = exchange;
	const set = headers.getSetCookie();
	// The page may consume such a cookie, for example a flash message. So its `load` functions wait until our client
	// really asks for the page.
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
	// Loading this page consumed something that exists once. It must still be there when our client asks for the page.
	if (maybe && cookies.length) return JSON.stringify(result);
	for (const cookie of cookies) headers.append('set-cookie', cookie);
	return JSON.stringify(page ? { ...result, page } : result);
};

/**
 * Adds the page that our client would request next to the response of an action that succeeded or redirected.
 *
 * It runs after `handle`, and `handle` runs again for the page: a transaction or lock that an app keeps around a
 * request has ended by then. If no page is found, the response stays as it is.
 */
export const addPage = async (
	exchange: Exchange,
	wish: PageWish,
	answer: Answer
): Promise<Answer> => {
	const { headers } = answer;
	// A body that `handle` has compressed can no longer be changed.
	if (!answer.body || mediaType(answer) !== JSON_TYPE || headers.has('content-encoding'))
		return answer;
	const text = await textOf(answer);
	const result = parsed(text);
	const whole = new WholeAnswer(text, answer);
	// After a failure or an error the page has not changed, and an endpoint's own JSON has no page.
	if (!/^(success|redirect)$/.test(result?.type)) return whole;
	whole.headers.append('vary', PAGE_DATA_HEADER);
	whole.headers.delete('content-length');
	try {
		return new WholeAnswer(await withPage(exchange, wish, result, whole.headers), whole);
	} catch (bug) {
		// The action has succeeded even if the page fails. Our client will request the page separately.
		if (!isAborted(exchange, bug)) console.error(bug);
		return whole;
	}
};
