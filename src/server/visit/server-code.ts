import type { ServerCode } from '../../protocol/page-data.ts';
import { serverModule } from '../../protocol/routes.ts';
import type { ServerRoute, ServerRoutes } from '../types.ts';

/** Whether a page or layout may have a `load` on the server. A module that is not imported yet may have one. */
const mayLoad = (entry: ServerRoute, kind: 'page' | 'layout'): boolean => {
	const module: object | undefined = serverModule(entry, kind);
	return typeof module === 'function' || (!!module && 'load' in module);
};

/** Lists the routes of a table with a `load` on the server. */
export const serverCodeOf = (routes: ServerRoutes, base: string): ServerCode => {
	const entries = Object.entries(routes);
	const idsWhere = (isListed: (route: ServerRoute) => boolean): string[] =>
		entries.flatMap(([id, route]) => (isListed(route) ? [id] : []));
	return {
		...(base && { base }),
		without: idsWhere((route) => !!route.page && !mayLoad(route, 'page')),
		endpoints: idsWhere(({ endpoint, page }) => !!endpoint && !page),
		layouts: idsWhere((route) => mayLoad(route, 'layout'))
	};
};
