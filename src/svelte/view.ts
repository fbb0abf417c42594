import type { Component } from 'svelte';
import type { Data, PageData } from '../protocol/page-data.ts';
import { loadModule, routeChain, type Lazy, type RouteEntry } from '../protocol/routes.ts';
import type { UniversalRoute } from '../protocol/universal.ts';
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
export const findBoundary = (
	routes: ComponentRoutes,
	ids: readonly string[]
): { id: string | undefined; depth: number; error: Lazy<ComponentModule> } => {
	const index = ids.findLastIndex((id) => routes[id]?.error);
	const error = routes[ids[index] ?? '']?.error ?? { default: DefaultError };
	return { id: ids[index], depth: index < 0 ? Math.min(ids.length, 1) : index + 1, error };
};

const importLayouts = async (
	routes: ComponentRoutes,
	ids: readonly string[],
	data: Data[]
): Promise<LayoutNode[]> => {
	const components = await Promise.all(
		ids.map((id) => {
			const layout = routes[id]?.layout;
			return layout && importDefault(layout);
		})
	);
	return components.flatMap((component, above) =>
		// On the server, a +layout.server without a +layout.svelte is a module without a component.
		component ? [{ component, data: data[above] ?? {}, above }] : []
	);
};

/** The ids whose layouts and boundaries apply to a page. */
export const idsOf = (routes: ComponentRoutes, { route, layouts }: PageData): readonly string[] =>
	routeChain(route, routes[route ?? '']).slice(0, layouts.length);

/** Whether a page has loads that run in the browser too. */
export const hasUniversal = (routes: ComponentRoutes, page: PageData): boolean =>
	[...idsOf(routes, page), page.route ?? ''].some((id) => routes[id]?.universal);

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
