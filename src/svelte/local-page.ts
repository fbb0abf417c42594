import type { Host } from '../navigation/host.ts';
import type { LayoutData, ServerCode } from '../protocol/page-data.ts';
import { layoutKey, routeChain } from '../protocol/routes.ts';
import type { ComponentRoutes } from './view.ts';

/** Whether the server redirects to another spelling of a path: with a slash at the end only the root is right. */
const isSpelledOtherwise = ({ pathname }: URL, base = ''): boolean =>
	pathname !== `${base}/` && (pathname === base || pathname.endsWith('/'));

/**
 * Makes the function that creates pages without a request: pages without a server `load`, in layouts without one or
 * with kept data.
 *
 * @param server the document's list of server code; without it every page needs a request
 * @param find   finds the page of a URL
 */
export const createLocalPages = (
	routes: ComponentRoutes,
	server: ServerCode | undefined,
	find: NonNullable<Host<never>['match']>
): NonNullable<Host<unknown>['local']> => {
	if (!server) return () => null;
	const { without, layouts, base } = server;
	return (url, held) => {
		const found = find(url);
		// The server decides about a trailing slash.
		if (!found || isSpelledOtherwise(url, base)) return null;
		const { id, params } = found;
		const own = without.includes(id) ? { data: null } : held.page;
		const above = routeChain(id, routes[id]).map((layout): LayoutData | null => {
			const known = held.layouts.get(layoutKey(layout, params));
			return known ?? (layouts.includes(layout) ? null : [layout, null]);
		});
		if (!own || held.page?.error || above.includes(null)) return null;
		const { depends } = held.page ?? {};
		return {
			route: id,
			params,
			status: 200,
			layouts: above as LayoutData[],
			data: own.data,
			...(depends && { depends }),
			error: null,
			form: null
		};
	};
};
