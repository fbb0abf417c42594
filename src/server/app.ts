import { SoftpostError } from '../protocol/errors.ts';
import { answerers, discard, toResponse, WholeAnswer, type Answer } from './answer.ts';
import { openExchange, resumable, type Exchange } from './visit/exchange.ts';
import type { OwnRequest, Site } from './visit/site.ts';
import { serverCodeOf } from './visit/server-code.ts';
import { rulesFor } from './visit/route-config.ts';
import { openVisit } from './visit/visit.ts';
import { wantedOfHandle } from './visit/wanted.ts';
import { addHeaders } from './respond/add-headers.ts';
import { refuseForged } from './visit/forged.ts';
import { formRequest } from './body/form-request.ts';
import { addPage, readPageWish } from './respond/fresh-page.ts';
import { limitsOf } from './body/limits.ts';
import { createMatcher, isDecodable, withoutSlash, type Route } from './visit/match.ts';
import { allowed } from './run/methods.ts';
import { isRead } from './http.ts';
import { createOnce } from './once/once.ts';
import { normalizedOrigins, originsOf } from './visit/origins.ts';
import { logError, NotFound } from './run/public-error.ts';
import { readSubmissionId } from './once/read-id.ts';
import { respondOutcome, respondPage, respondThrown } from './respond/respond.ts';
import { redirect, Refusal } from './thrown.ts';
import { withEvent } from './request-scope.ts';
import { runAction } from './run/run-action.ts';
import { methodRefusal, runEndpoint } from './run/run-endpoint.ts';
import { loadPage } from './run/run-load.ts';
import { memorySubmissions } from './once/submission-store.ts';
import { transportScope } from './transport-scope.ts';
import type { App, AppOptions, FetchOptions, Handle } from './types.ts';

/** Redirects `/login/` to `/login`: it is one page, and its relative links must always mean the same. */
const refuseSlash = ({ pathname, search }: URL, base = ''): void => {
	// The root of a base is a folder, whose relative links lead into it.
	const root = `${base}/`;
	if (pathname === root) return;
	if (pathname === base) redirect(308, root + search);
	const path = withoutSlash(pathname);
	// `//host/` without its slash would be another host.
	if (path && path !== pathname && !path.startsWith('//')) redirect(308, path + search);
};

const resolvePage = async (exchange: Exchange, route: Route): Promise<Answer> => {
	const { request, url } = exchange.event;
	if (request.method === 'POST') {
		// `handle` may have turned a request for the endpoint, which is open, into one for the page beside it.
		if (exchange.rules.isOpen) refuseForged(exchange);
		return respondOutcome(exchange, await runAction(exchange, route));
	}
	if (isRead(request)) {
		refuseSlash(url, exchange.site.serverCode.base);
		return respondPage(exchange, await loadPage(exchange));
	}
	if (request.method !== 'OPTIONS') throw await methodRefusal(route);
	return new WholeAnswer(null, { status: 204, headers: { allow: await allowed(route) } });
};

/** Responds with the endpoint or the page of the request's route, also to anything they throw. `handle` calls this. */
const resolve = async (exchange: Exchange): Promise<Answer> => {
	const { route, event } = exchange;
	const { pathname } = event.url;
	try {
		if (!isDecodable(pathname))
			throw new Refusal(400, 'The URL contains an invalid escape sequence');
		if (!route) throw new NotFound(`No route matches ${pathname}`);
		const response = route.entry.endpoint && (await runEndpoint(exchange, route));
		return response ?? (await resolvePage(exchange, route));
	} catch (thrown) {
		return respondThrown(exchange, thrown);
	}
};

/** Runs `handle`. A response of `resolve` that it does not return is discarded. */
const runHandle = async (handle: Handle, exchange: Exchange): Promise<Response> => {
	const resume = resumable(exchange);
	const given: Response[] = [];
	let response: unknown;
	try {
		response = await handle({
			event: exchange.event,
			resolve: async (event, options) => {
				const resolved = toResponse(await resolve(resume(event, options)));
				given.push(resolved);
				return resolved;
			}
		});
	} finally {
		const sent = response instanceof Response ? response.body : null;
		for (const unused of given) if (unused.body !== sent) discard(unused);
	}
	if (response instanceof Response) return response;
	throw new SoftpostError(
		'response_shape',
		'handle() must return a Response, such as the one of resolve(event)'
	);
};

const handled = async (exchange: Exchange): Promise<Answer> => {
	try {
		if (exchange.rules.failure) throw exchange.rules.failure;
		if (!exchange.rules.isOpen) refuseForged(exchange);
		const { handle } = exchange.site;
		if (!handle) return await resolve(exchange);
		return await runHandle(handle, exchange);
	} catch (thrown) {
		const wanted = wantedOfHandle(exchange.wanted, exchange.request);
		return respondThrown({ ...exchange, wanted }, thrown);
	}
};

interface Parts {
	site: Site;
	/** `false` if the app has turned it off. */
	once: ReturnType<typeof createOnce> | false;
}

const answer = async (
	{ site, once }: Parts,
	received: Request,
	options: FetchOptions,
	own?: OwnRequest
): Promise<Answer> => {
	try {
		const request = formRequest(received);
		const visit = openVisit(site, request, own);
		const wish = readPageWish(request, options);
		const exchange = openExchange(visit, await rulesFor(visit), options);
		const id = once && (await readSubmissionId(exchange));
		const respond = async (): Promise<Answer> => {
			const made = await withEvent(exchange.event, () => handled(exchange));
			const finished = addHeaders(exchange, made);
			return wish ? addPage(exchange, wish, finished) : finished;
		};
		return await (once && id ? once(exchange, id, respond) : respond());
	} catch (bug) {
		// Only the code that shows errors can fail here, for example on an error that JSON cannot represent.
		console.error(bug);
		return new WholeAnswer('Internal Error', {
			status: 500,
			headers: { 'content-type': 'text/plain;charset=UTF-8' }
		});
	}
};

/**
 * Makes an app of a route table: one function from `Request` to `Response` that mounts in any server.
 *
 * @throws {SoftpostError} `route_pattern` for an invalid route id, `origin` for an invalid origin, `limit` for a
 *   limit that is not a number
 * @example
 * const app = createApp({ routes: { '/login': { page: { actions: { default: login } } } }, render });
 * const response = await app.fetch(new Request('https://app.example/login'));
 */
export const createApp = ({
	routes,
	render,
	errorTemplate,
	handle,
	handleError = logError,
	transport = {},
	csrf: { trustedOrigins = [] } = {},
	origin,
	base = '',
	bodyLimit,
	limits,
	submissions = memorySubmissions()
}: AppOptions): App => {
	const once = submissions && createOnce(submissions);
	const within = transportScope(transport);
	const site: Site = {
		routes,
		match: createMatcher(routes, base),
		serverCode: serverCodeOf(routes, base),
		render,
		errorTemplate,
		handle,
		handleError,
		transport,
		trusted: normalizedOrigins(trustedOrigins),
		origins: originsOf(origin),
		limits: limitsOf({ bodyLimit, limits }),
		answer: (request, options, own) => within(() => answer({ site, once }, request, options, own))
	};
	const app: App = {
		fetch: async (request, options = {}) => toResponse(await site.answer(request, options))
	};
	answerers.set(app, site.answer);
	return app;
};
