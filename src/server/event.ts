import { SoftpostError } from '../protocol/errors.ts';
import type { Transport } from '../protocol/codec.ts';
import type { Render } from '../protocol/page-data.ts';
import { limitBody, type LimitedBody } from './body.ts';
import { openCookies, type CookieJar } from './cookies.ts';
import type { Matcher, Route } from './match.ts';
import { isDataRequest } from './negotiate.ts';
import type * as types from './types.ts';

/** The options of `createApp`, made ready. One for each app, and nothing of a request in it. */
export interface Site {
	routes: types.ServerRoutes;
	match: Matcher;
	render: Render;
	handle: types.Handle;
	handleError: types.HandleServerError;
	transport: Transport;
	trusted: readonly string[];
	origins: (request: Request) => readonly string[];
	bodyLimit: number;
	fetch: types.App['fetch'];
}

/** One request on its way through the app, and what its answer will need. */
export interface Exchange {
	event: types.RequestEvent;
	route: Route | null;
	jar: CookieJar;
	body: LimitedBody;
	/** Set by `setHeaders`, names in lower case. */
	headers: Record<string, string>;
	/** The app's own origins, as users see them. */
	origins: readonly string[];
	transformPage?: types.ResolveOptions['transformPageChunk'] | undefined;
}

const headerSetter =
	(headers: Record<string, string>): types.RequestEvent['setHeaders'] =>
	(added) => {
		for (const [given, value] of Object.entries(added)) {
			const name = given.toLowerCase();
			if (name === 'set-cookie' || Object.hasOwn(headers, name)) {
				const advice = name === 'set-cookie' ? 'Use event.cookies' : 'Set it in one place';
				throw new SoftpostError('headers', `setHeaders() cannot set "${name}" here. ${advice}`, { name });
			}
			headers[name] = value;
		}
	};

const addressGetter = (clientAddress: string | undefined) => (): string => {
	if (clientAddress !== undefined) return clientAddress;
	throw new SoftpostError('client_address', 'Give app.fetch(request, { clientAddress }) to use getClientAddress()');
};

/** The user's own request to this app: with the user's credentials, and not over the network. */
const fetchOwn = async (
	{ fetch }: Site,
	{ event, jar }: Pick<Exchange, 'event' | 'jar'>,
	request: Request,
	options: types.FetchOptions
): Promise<Response> => {
	const own = { authorization: event.request.headers.get('authorization'), cookie: jar.headerFor(new URL(request.url)) };
	for (const [name, value] of Object.entries(own)) {
		if (value && !request.headers.has(name) && request.credentials !== 'omit') request.headers.set(name, value);
	}
	// No page of another site can have made this request, whatever headers it lacks.
	request.headers.set('sec-fetch-site', 'same-origin');
	const response = await fetch(request, options);
	for (const cookie of response.headers.getSetCookie()) jar.adopt(cookie);
	return response;
};

const eventFetch =
	(site: Site, exchange: Pick<Exchange, 'event' | 'jar'>, options: types.FetchOptions): typeof globalThis.fetch =>
	(input, init) => {
		const { url } = exchange.event;
		const request = new Request(input instanceof Request ? input : new URL(input, url), init);
		return new URL(request.url).origin === url.origin
			? fetchOwn(site, exchange, request, options)
			: fetch(request);
	};

/** Reads a request into what app code is given. Nothing of the app runs yet. */
export const openExchange = (site: Site, request: Request, options: types.FetchOptions): Exchange => {
	const url = new URL(request.url);
	const route = site.match(url.pathname);
	const jar = openCookies(request.headers.get('cookie'), url);
	const body = limitBody(request, site.bodyLimit);
	const headers: Exchange['headers'] = {};
	const { platform, clientAddress } = options;
	const event: types.RequestEvent = {
		request: body.request,
		url,
		params: route?.params ?? {},
		route: { id: route?.id ?? null },
		cookies: jar.cookies,
		locals: options.locals ?? ({} as App.Locals),
		platform,
		getClientAddress: addressGetter(clientAddress),
		setHeaders: headerSetter(headers),
		fetch: (input, init) => inner(input, init),
		isDataRequest: isDataRequest(request)
	};
	// `locals` stay out: the inner request is handled from its start, as one from outside is.
	const inner = eventFetch(site, { event, jar }, { ...(platform && { platform }), ...(clientAddress !== undefined && { clientAddress }) });
	return { event, route, jar, body, headers, origins: site.origins(request) };
};
