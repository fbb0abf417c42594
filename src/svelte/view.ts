import type { Component } from 'svelte';
import type { Data, PageData } from '../protocol/page-data.ts';
import { loadModule, routeChain, type Lazy, type RouteEntry } from '../protocol/routes.ts';
import type { UniversalModule, UniversalRoute } from '../protocol/universal.ts';
import DefaultError from './DefaultError.svelte';

/** The exports of a `.svelte` file. */
export interface ComponentModule {
	default: Component<any>;
}

/** The components of one route id, as SvelteKit keeps them in files. */
export interface ComponentRoute extends RouteEntry {
	page?: Lazy<ComponentModule>;
	layout?: Lazy<ComponentModule>;
	error?: Lazy<ComponentModule>;
	/** The modules that run both in the browser and on the server: `+page.ts` and `+layout.ts`. */
	universal?: UniversalRoute;
}

export type ComponentRoutes = Record<string, ComponentRoute>;

/** A component with its data. */
export interface Node {
	component: Component<any>;
	data: Data;
}

/** A layout, with the number of ids above its own in the chain. */
export interface LayoutNode extends Node {
	above: number;
}

/** The input of `App.svelte`: layouts from the root down, with a page or an error inside. */
export interface View {
	layouts: LayoutNode[];
	/** The page, or the component of the error boundary. */
	leaf: Node;
	params: Record<string, string>;
	/** How many ids of the chain the layouts come from; the search for the next boundary starts there. */
	depth: number;
	/** Whether the leaf is an error boundary. */
	failed: boolean;
}

/** Merges data downwards: a layout without data of its own still gets the data of the layouts above. */
const mergedDown = (layouts: PageData['layouts']): Data[] => {
	let merged: Data = {};
	return layouts.map(([, data]) => (merged = { ...merged, ...data }));
};

const importDefault = async (lazy: Lazy<ComponentModule>): Promise<Component<any>> =>
	(await loadModule(lazy)).default;

/** Finds the nearest boundary: the deepest error component whose layouts have all loaded. */
const findBoundary = (
	routes: ComponentRoutes,
	ids: readonly string[]
): { id: string | undefined; depth: number; error: Lazy<ComponentModule> } => {
	const index = ids.findLastIndex((id) => routes[id]?.error);
	const error = routes[ids[index] ?? '']?.error ?? { default: DefaultError };
	return { id: ids[index], depth: index < 0 ? Math.min(ids.length, 1) : index + 1, error };
};

const importLayouts = (
	routes: ComponentRoutes,
	ids: readonly string[],
	data: Data[]
): Promise<LayoutNode[]> =>
	Promise.all(
		ids.flatMap((id, above) => {
			const layout = routes[id]?.layout;
			if (!layout) return [];
			return importDefault(layout).then((component) => ({
				component,
				data: data[above] ?? {},
				above
			}));
		})
	);

/** The ids whose layouts and boundaries apply to a page. */
const idsOf = (routes: ComponentRoutes, { route, layouts }: PageData): readonly string[] =>
	routeChain(route, routes[route ?? '']).slice(0, layouts.length);

/**
 * Imports the components that show a page.
 *
 * @throws the errors of imports, and an error if the table has no page for the route
 */
export const prepareView = async (routes: ComponentRoutes, page: PageData): Promise<View> => {
	const entry = routes[page.route ?? ''];
	const ids = idsOf(routes, page);
	const data = mergedDown(page.layouts);
	const boundary = page.error && findBoundary(routes, ids);
	const leaf = boundary?.error ?? entry?.page;
	if (!leaf)
		throw new Error(`Route ${page.route} has no page component. Add one to the routes of start`);
	const depth = boundary?.depth ?? ids.length;
	const [component, layouts] = await Promise.all([
		importDefault(leaf),
		importLayouts(routes, ids.slice(0, depth), data)
	]);
	const leafData = { ...data[depth - 1], ...(boundary ? null : page.data) };
	return {
		layouts,
		leaf: { component, data: leafData },
		params: page.params,
		depth,
		failed: !!boundary
	};
};

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
