import { loadModule, serverModule, type Lazy } from '../../protocol/routes.ts';
import { limitsOf, type Limits } from '../body/limits.ts';
import type { Route } from './match.ts';
import type { Visit } from './visit.ts';
import { isSafe } from '../http.ts';
import type { EndpointConfig } from '../form-types.ts';
import type { PageModule } from '../types.ts';

/** The rules for a request. */
interface Rules {
	limits: Limits;
	/** Whether the endpoint accepts requests from any site. */
	isOpen: boolean;
	/** The error of reading the route's rules; the response reports it. */
	failure?: unknown;
}

const configFor = async (route: Route, toEndpoint: boolean): Promise<EndpointConfig> => {
	const { endpoint, page } = route.entry;
	if (endpoint && toEndpoint) return (await loadModule(endpoint)).config ?? {};
	const module: Lazy<PageModule> | undefined = page && serverModule(route.entry, 'page');
	const { bodyLimit, limits } = (module && (await loadModule(module)).config) ?? {};
	// Only the sizes: actions act for the logged-in user, so a page must never be open to other sites.
	return { bodyLimit, limits };
};

/** The rules of the route, with the app's rules as defaults. */
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
