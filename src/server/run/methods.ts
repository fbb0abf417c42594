import { loadModule, serverModule, type Lazy } from '../../protocol/routes.ts';
import type { Route } from '../visit/match.ts';
import type { EndpointModule, Method, PageModule, RequestHandler } from '../types.ts';

const METHODS: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Finds an endpoint's handler for a method: its own export, GET's for HEAD, or `fallback`. */
export const handlerFor = (
	endpoint: EndpointModule,
	method: string
): RequestHandler | undefined => {
	// The client chooses the method, so look up only names in this list.
	const known = METHODS.find((name) => name === method);
	const own = known && endpoint[known];
	return own ?? (known === 'HEAD' ? endpoint.GET : undefined) ?? endpoint.fallback;
};

const pageAnswers = ({ actions = {} }: PageModule, method: Method): boolean =>
	method === 'POST' ? Object.keys(actions).length > 0 : /^(GET|HEAD|OPTIONS)$/.test(method);

/** The `allow` header of a route: the methods that its page and its endpoint support. */
export const allowed = async ({ entry }: Route): Promise<string> => {
	const module: Lazy<PageModule> | undefined = serverModule(entry, 'page');
	const page = entry.page && ((module && (await loadModule(module))) ?? {});
	const endpoint = entry.endpoint && (await loadModule(entry.endpoint));
	return METHODS.filter(
		(method) => (page && pageAnswers(page, method)) || (endpoint && handlerFor(endpoint, method))
	).join(', ');
};
