import { SoftpostError } from '../../protocol/errors.ts';
import type { Transport } from '../../protocol/codec.ts';
import type { Render } from '../../protocol/page-data.ts';
import { toResponse, type Answer } from '../answer.ts';
import { openCookies, type CookieJar } from './cookies.ts';
import { limitBody, type LimitedBody } from '../body/limit-body.ts';
import type { Limits } from '../body/limits.ts';
import type { Matcher, Route } from './match.ts';
import { heldLayouts, isDataRequest } from './negotiate.ts';
import { shownUrl } from './origins.ts';
import { rulesFor, type Rules } from './route-config.ts';
import type * as types from '../types.ts';

/** The options of `createApp`, made ready. One for each app, and nothing of a request in it. */
export interface Site {
	routes: types.ServerRoutes;
	match: Matcher;
	render: Render;
	handle: types.Handle | undefined;
	handleError: types.HandleServerError;
	transport: Transport;
	trusted: readonly string[];
	origins: (request: Request, seen: URL) => readonly string[];
	limits: Limits;
	/** Answers a request; the origins of one of the app to itself are known. */
	answer: (
		request: Request,
		options: types.FetchOptions,
		origins?: readonly string[]
	) => Promise<Answer>;
	/** Answers copies of a submission alike; `false` where the app wants none of it. */
	once: Once | false;
}

/**
 * Answers a request for an action, or gives it the answer that another copy of its submission got.
 *
 * @param id what tells the copies of this submission from others
 */
export type Once = (
	exchange: Exchange,
	id: readonly unknown[],
	respond: () => Promise<Answer>
) => Promise<Answer>;

/** One request on its way through the app, and what its answer will need. */
export interface Exchange {
	site: Site;
	event: types.RequestEvent;
	route: Route | null;
	jar: CookieJar;
	body: LimitedBody;
	rules: Rules;
	/** Whether the action has come to a success, a failure or a redirect: one object for the whole request. */
	action: { settled: boolean };
	/** Set by `setHeaders`, names in lower case. */
	headers: Record<string, string>;
	/** The app's own origins, as users see them. */
	origins: readonly string[];
	/** The keys of the layouts whose data our own client holds. */
	held: readonly string[];
	transformPage?: types.ResolveOptions['transformPageChunk'] | undefined;
}

const headerSetter =
	(headers: Exchange['headers']): types.RequestEvent['setHeaders'] =>
	(added) => {
		for (const [given, value] of Object.entries(added)) {
			const name = given.toLowerCase();
			if (name === 'set-cookie' || Object.hasOwn(headers, name)) {
				const advice = 'Set each header once, and cookies with event.cookies';
				throw new SoftpostError('headers', `setHeaders() cannot set ${name}. ${advice}`, { name });
			}
			headers[name] = value;
		}
	};

const addressGetter = (address: string | undefined) => (): string => {
	if (address !== undefined) return address;
	throw new SoftpostError('client_address', 'Give app.fetch(request, { clientAddress }) first');
};

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

type EventFetch = types.RequestEvent['fetch'];

type Asking = Pick<Exchange, 'site' | 'jar' | 'origins'>;

/** Asks as `fetch` does: the app itself, not the network, where the URL is of the same origin. */
export const ownAnswers =
	({ site, jar, origins }: Asking, from: Request, options: types.FetchOptions) =>
	async (...[input, init]: Parameters<EventFetch>): Promise<Answer> => {
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

const ownFetch = (...own: Parameters<typeof ownAnswers>): EventFetch => {
	const ask = ownAnswers(...own);
	return async (...asked) => toResponse(await ask(...asked));
};

/** What a request says of where it goes. */
export interface Visit {
	request: Request;
	/** As users see it. */
	url: URL;
	origins: readonly string[];
	route: Route | null;
}

/** Reads where a request goes, and nothing of its body. */
export const openVisit = (site: Site, request: Request, own?: readonly string[]): Visit => {
	const seen = new URL(request.url);
	const origins = own ?? site.origins(request, seen);
	const url = shownUrl(seen, origins);
	return { request, url, origins, route: site.match(url.pathname) };
};

/** Makes what app code is given of a request. Nothing of the app runs yet but the imports of its route. */
export const openExchange = async (
	site: Site,
	{ request, url, origins, route }: Visit,
	options: types.FetchOptions
): Promise<Exchange> => {
	const jar = openCookies(request.headers.get('cookie'), url);
	const rules = await rulesFor(request, route, site.limits);
	const body = limitBody(request, rules.limits);
	const headers = {};
	const event: types.RequestEvent = {
		request,
		parts: body.parts,
		url,
		params: route?.params ?? {},
		route: { id: route?.id ?? null },
		cookies: jar.cookies,
		locals: options.locals ?? {},
		platform: options.platform,
		getClientAddress: addressGetter(options.clientAddress),
		setHeaders: headerSetter(headers),
		fetch: ownFetch({ site, jar, origins }, request, { ...options, locals: {} }),
		isDataRequest: isDataRequest(request)
	};
	return {
		site,
		event,
		route,
		jar,
		body,
		rules,
		action: { settled: false },
		headers,
		origins,
		held: heldLayouts(request)
	};
};
