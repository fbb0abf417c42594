import { SoftpostError } from '../../protocol/errors.ts';
import { limitBody } from '../body/limit-body.ts';
import { headerOf } from '../http.ts';
import type { FetchOptions, RequestEvent, ResolveOptions } from '../types.ts';
import { openCookies } from './cookies.ts';
import { ownFetch } from './own-fetch.ts';
import type { rulesFor } from './route-config.ts';
import { headerSetter } from './set-headers.ts';
import type { Visit } from './visit.ts';
import { watchWanted } from './wanted.ts';

/** `ended` means success or redirect. An action that threw stays `running`. */
type ActionState = 'waiting' | 'running' | 'failed' | 'ended';

/** A request on its way through the app, with everything that its response needs. */
export interface Exchange extends Visit {
	event: RequestEvent;
	jar: ReturnType<typeof openCookies>;
	body: ReturnType<typeof limitBody>;
	rules: Awaited<ReturnType<typeof rulesFor>>;
	/** The state of the action, and the `cache-control` it set. One object for the whole request. */
	action: { state: ActionState; cacheControl?: string | undefined };
	/** Set by `setHeaders`, names in lower case. */
	headers: Record<string, string>;
	transformPage?: ResolveOptions['transformPageChunk'] | undefined;
}

const addressGetter = (address: string | undefined) => (): string => {
	if (address !== undefined) return address;
	throw new SoftpostError(
		'client_address',
		'The client address is unknown. Pass { clientAddress } to app.fetch()'
	);
};

/** Makes the `RequestEvent` of a request. */
export const openExchange = (
	visit: Visit,
	rules: Exchange['rules'],
	options: FetchOptions
): Exchange => {
	const { site, request, url, route, origins, wanted, forged, depth } = visit;
	const jar = openCookies(headerOf(request, 'cookie'), url);
	const body = limitBody(request, rules.limits);
	const headers = {};
	const event: RequestEvent = {
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
		fetch: ownFetch({ site, jar, origins, request, depth }, { ...options, locals: {} }),
		isDataRequest: wanted.answer === 'data'
	};
	// Member by member: spreading the visit would take longer than all other work here.
	return {
		site,
		request,
		url,
		origins,
		route,
		wanted,
		forged,
		depth,
		event,
		jar,
		body,
		rules,
		action: { state: 'waiting' },
		headers
	};
};

/**
 * Makes the exchange that continues when `handle` calls `resolve`: `handle` may pass another request, or have changed
 * the headers.
 */
export const resumable = (
	exchange: Exchange
): ((event: RequestEvent, options?: ResolveOptions) => Exchange) => {
	const again = watchWanted(exchange.wanted, exchange.request, exchange.route);
	return (event, { transformPageChunk: transformPage } = {}) => ({
		...exchange,
		event,
		transformPage,
		wanted: again(event.request)
	});
};
