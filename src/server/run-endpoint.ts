import { SoftpostError } from '../protocol/errors.ts';
import { loadModule } from '../protocol/routes.ts';
import type { Exchange } from './event.ts';
import type { Route } from './match.ts';
import { allowed, handlerFor } from './methods.ts';
import { goesToEndpoint, isRead } from './negotiate.ts';
import { Refusal } from './results.ts';
import type { RequestHandler } from './types.ts';

/** The handler that a request is for: `null` when the page gets it, `undefined` when nobody does. */
const chosenHandler = async (request: Request, route: Route): Promise<RequestHandler | null | undefined> => {
	if (!route.entry.endpoint || !goesToEndpoint(request, route)) return null;
	const handler = handlerFor(await loadModule(route.entry.endpoint), request.method);
	return handler ?? (route.entry.page && isRead(request) ? null : undefined);
};

const withVary = (response: Response): Response => {
	const varied = new Response(response.body, response);
	varied.headers.append('vary', 'accept');
	return varied;
};

/**
 * Answers a request with the route's endpoint.
 *
 * @returns `null` when the request is for the page beside it
 * @throws {Refusal} 405 with `allow` for a method it lacks, 413
 * @throws {SoftpostError} `response_shape` when the handler returned no `Response`
 */
export const runEndpoint = async ({ event, body }: Exchange, route: Route): Promise<Response | null> => {
	const handler = await chosenHandler(event.request, route);
	if (handler === null) return null;
	const { method } = event.request;
	if (!handler) throw new Refusal(405, `${method} is not answered here`, { allow: await allowed(route) });
	body.check();
	const response = await handler(event);
	body.check();
	if (!(response instanceof Response)) {
		throw new SoftpostError('response_shape', `${method} of ${route.id} returned no Response. Write return json(…)`, { route: route.id });
	}
	return route.entry.page ? withVary(response) : response;
};
