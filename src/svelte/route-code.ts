import type { PageData } from '../protocol/page-data.ts';
import { loadModule, routeChain, type Lazy } from '../protocol/routes.ts';
import type { UniversalModule } from '../protocol/universal.ts';
import {
	findBoundary,
	idsOf,
	prepareView,
	type ComponentRoute,
	type ComponentRoutes,
	type View
} from './view.ts';

/**
 * The files of a page: those of its layouts, of the page itself unless an error replaces it, and of the boundary, which
 * a browser preloads.
 */
export const filesShown = (routes: ComponentRoutes, page: PageData): string[] => {
	const ids = idsOf(routes, page);
	const boundary = findBoundary(routes, ids);
	const shown = page.error ? ids.slice(0, boundary.depth) : ids;
	const filesOf = (id: string | null | undefined, kind: string): string[] =>
		routes[id ?? '']?.files?.[kind] ?? [];
	return [
		...shown.flatMap((id) => filesOf(id, 'layout')),
		...(page.error ? [] : filesOf(page.route, 'page')),
		...filesOf(boundary.id, 'error')
	];
};

/** Imports the universal modules of a page, from the root layout down; `null` if it has none. */
export const importUniversal = (
	routes: ComponentRoutes,
	page: PageData
): Promise<(UniversalModule | undefined)[]> | null => {
	const levels = idsOf(routes, page).map((id) => routes[id]?.universal?.layout);
	if (!page.error) levels.push(routes[page.route ?? '']?.universal?.page);
	if (!levels.some(Boolean)) return null;
	return Promise.all(levels.map((module) => module && loadModule(module)));
};

/** Preloads all code of a route. */
export const importRoute = (routes: ComponentRoutes, id: string): Promise<unknown> => {
	const chain = routeChain(id, routes[id]);
	const { page, universal } = routes[id] ?? {};
	const above = chain.flatMap((layout) => {
		const entry = routes[layout];
		return [entry?.layout, entry?.universal?.layout];
	});
	const modules = [...above, page, universal?.page, findBoundary(routes, chain).error];
	return Promise.all(modules.map((module: Lazy<unknown>) => module && loadModule(module)));
};

/** Preloads the boundary of a page, because the network may be down when it is needed. */
export const preloadBoundary = async (routes: ComponentRoutes, page: PageData): Promise<void> => {
	const { error } = findBoundary(routes, idsOf(routes, page));
	// If it fails, `prepareBoundary` tries again.
	await loadModule(error).catch(() => {});
};

/** Imports the components that show the error of a page. If that fails, uses a plain boundary in the root layout. */
export const prepareBoundary = (routes: ComponentRoutes, page: PageData): Promise<View> => {
	const withoutBoundary = ([id, { layout, page }]: [string, ComponentRoute]) => [
		id,
		{ layout, page }
	];
	const plain = Object.entries(routes).map(withoutBoundary);
	return prepareView(routes, page).catch(() => prepareView(Object.fromEntries(plain), page));
};

/** How many ids of the chain can have the boundary when the part of a view at `level` has failed. */
export const idsAbove = ({ layouts, failed, depth }: View, level: number): number =>
	layouts[level]?.above ?? (failed ? Math.max(depth - 1, 0) : depth);
