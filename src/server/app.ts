import { Refusal, redirect } from './results.ts';
import { mediaType } from './body.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { openExchange, type Exchange, type Site } from './event.ts';
import { finish } from './finish.ts';
import { createMatcher, isDecodable, withoutSlash, type Route } from './match.ts';
import { allowed } from './methods.ts';
import { isRead } from './negotiate.ts';
import { logError, NotFound } from './public-error.ts';
import { refuse } from './refuse.ts';
import { respondOutcome, respondPage, respondThrown } from './respond.ts';
import { runAction } from './run-action.ts';
import { runEndpoint } from './run-endpoint.ts';
import { loadPage } from './run-load.ts';
import type { App, AppOptions, FetchOptions, Origin } from './types.ts';

const DEFAULT_BODY_LIMIT = 1024 * 1024;

/** `/login/` and `/login` are one page: relative links on it must not depend on how it was reached. */
const refuseSlash = ({ pathname, search }: URL): void => {
	const path = withoutSlash(pathname);
	// `//host/` without its slash would be another host.
	if (path && path !== pathname && !path.startsWith('//')) redirect(308, path + search);
};

const resolvePage = async (site: Site, exchange: Exchange, route: Route): Promise<Response> => {
	const { request, url } = exchange.event;
	if (request.method === 'POST') {
		return respondOutcome(site, exchange, await runAction(site, exchange, route));
	}
	if (isRead(request)) {
		refuseSlash(url);
		return respondPage(site, exchange, await loadPage(site, exchange));
	}
	const allow = await allowed(route);
	if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
	throw new Refusal(405, `${request.method} is not answered here`, { allow });
};

/** What `handle` calls: the endpoint or the page of the request's route. Whatever they throw is answered. */
const resolve = async (site: Site, exchange: Exchange): Promise<Response> => {
	const { route, event } = exchange;
	try {
		if (!isDecodable(event.url.pathname)) throw new Refusal(400, 'The URL is badly encoded');
		if (!route) throw new NotFound(event.url.pathname);
		return (await runEndpoint(exchange, route)) ?? (await resolvePage(site, exchange, route));
	} catch (thrown) {
		return respondThrown(site, exchange, thrown);
	}
};

const refuseForged = (site: Site, { event, origins }: Exchange): void => {
	const { method, headers } = event.request;
	const reason = refuse({
		method,
		site: headers.get('sec-fetch-site'),
		origin: headers.get('origin'),
		type: mediaType(event.request),
		expected: origins,
		trusted: site.trusted
	});
	if (!reason) return;
	console.warn(`softpost refused ${method} ${event.url.pathname} as forged: ${reason}`);
	throw new Refusal(403, 'Cross-site requests are not accepted here');
};

const handled = async (site: Site, exchange: Exchange): Promise<Response> => {
	try {
		refuseForged(site, exchange);
		const response = await site.handle({
			event: exchange.event,
			resolve: (event, { transformPageChunk: transformPage } = {}) =>
				resolve(site, { ...exchange, event, transformPage })
		});
		if (response instanceof Response) return response;
		throw new SoftpostError('response_shape', 'handle() returned no Response. End it with return resolve(event)');
	} catch (thrown) {
		return respondThrown(site, exchange, thrown);
	}
};

const answer = async (site: Site, request: Request, options: FetchOptions): Promise<Response> => {
	try {
		const exchange = openExchange(site, request, options);
		return finish(exchange, await handled(site, exchange));
	} catch (bug) {
		// Only what shows errors can end here, such as an error that no JSON can hold.
		console.error(bug);
		return new Response('Internal Error', { status: 500 });
	}
};

const originsOf =
	(origin: Origin | undefined): Site['origins'] =>
	(request) => {
		const origins = typeof origin === 'function' ? origin(request) : origin;
		return [origins ?? new URL(request.url).origin].flat();
	};

/**
 * Makes an app of a route table: one function from `Request` to `Response` that mounts in any server.
 *
 * @throws {SoftpostError} `route_pattern` for a route id that is no pattern
 */
export const createApp = ({ routes, render, csrf, origin, ...options }: AppOptions): App => {
	const site: Site = {
		handle: ({ event, resolve }) => resolve(event),
		handleError: logError,
		transport: {},
		bodyLimit: DEFAULT_BODY_LIMIT,
		...options,
		routes,
		render,
		match: createMatcher(routes),
		trusted: csrf?.trustedOrigins ?? [],
		origins: originsOf(origin),
		fetch: (request, options = {}) => answer(site, request, options)
	};
	return { fetch: site.fetch };
};
