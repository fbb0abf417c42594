import { loadModule, serverModule, type Lazy } from '../../protocol/routes.ts';
import { limitsOf, type Limits } from '../body/limits.ts';
import type { Route } from './match.ts';
import type { Visit } from './visit.ts';
import { isSafe } from '../http.ts';
import type { EndpointConfig } from '../form-types.ts';
import type { PageModule } from '../types.ts';

/** The rules for one request. */
interface Rules {
	limits: Limits;
	/** Whether any site may have made it, because the endpoint it is for says so. */
	isOpen: boolean;
	/** Why the route's own rules are not known; the response is about this then. */
	failure?: unknown;
}

const configFor = async (route: Route, toEndpoint: boolean): Promise<EndpointConfig> => {
	const { endpoint, page } = route.entry;
	if (endpoint && toEndpoint) return (await loadModule(endpoint)).config ?? {};
	const module: Lazy<PageModule> | undefined = page && serverModule(route.entry, 'page');
	const { bodyLimit, limits } = (module && (await loadModule(module)).config) ?? {};
	// Taken one by one: actions act for whoever is logged in, so no page may be open to other sites.
	return { bodyLimit, limits };
};

/** What the route says of requests to it, over what the app says. */
export const rulesFor = async ({ site, request, route, wanted }: Visit): Promise<Rules> => {
	const { limits } = site;
	if (!route || isSafe(request)) return { limits, isOpen: false };
	try {
		const config = await configFor(route, wanted.endpoint);
		return { limits: limitsOf(config, limits), isOpen: config.csrf === false };
	} catch (failure) {
		return { limits, isOpen: false, failure };
	}
};
