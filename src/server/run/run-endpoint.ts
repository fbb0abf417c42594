import { SoftpostError } from '../../protocol/errors.ts';
import { loadModule } from '../../protocol/routes.ts';
import { discard } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';
import type { Route } from '../visit/match.ts';
import { allowed, handlerFor } from './methods.ts';
import { isSafe } from '../http.ts';
import { withEvent } from '../request-scope.ts';
import { Refusal } from '../thrown.ts';

const withVary = (response: Response): Response => {
	const varied = new Response(response.body, response);
	varied.headers.append('vary', 'accept');
	return varied;
};

/**
 * Responds with the route's endpoint.
 *
 * @returns `null` if the request is for the page of the same route
 * @throws {Refusal} 405 with `allow` for a method it lacks, 413
 * @throws {SoftpostError} `response_shape` if the handler did not return a `Response`
 */
export const runEndpoint = async (
	{ event, body, wanted }: Exchange,
	route: Route
): Promise<Response | null> => {
	const { request } = event;
	const { endpoint, page } = route.entry;
	if (!endpoint || !wanted.endpoint) return null;
	const handler = handlerFor(await loadModule(endpoint), request.method);
	if (!handler && page && isSafe(request)) return null;
	if (!handler) throw await methodRefusal(route);
	body.check();
	const response = await withEvent(event, () => handler(event));
	if (body.error()) discard(response);
	body.check();
	if (response instanceof Response) return page ? withVary(response) : response;
	throw new SoftpostError(
		'response_shape',
		`${request.method} of ${route.id} must return a Response, such as json(data)`
	);
};

/** The error for a method that neither the route's page nor its endpoint supports. */
export const methodRefusal = async (route: Route): Promise<Refusal> =>
	new Refusal(405, 'Method not allowed', { allow: await allowed(route) });
