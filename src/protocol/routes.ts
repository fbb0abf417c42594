/** A module, or a function that imports one. */
export type Lazy<Module> = Module | (() => Promise<Module>);

/** What both route tables have in common, whatever their modules hold. */
export interface RouteEntry {
	/** The ids above this route and its own, where they do not follow from the path (route groups). */
	chain?: readonly string[];
	/** The files that it was made of, where they are known: what names their styles and chunks goes by them. */
	files?: { [kind: string]: string[] };
	/** Its modules for the server alone, where they are known apart from its components. */
	server?: { page?: Lazy<any>; layout?: Lazy<any> };
}

/** The module with the server code of a page or a layout: without its component, where that is possible. */
export const serverModule = (
	entry: RouteEntry & { page?: Lazy<any>; layout?: Lazy<any> },
	kind: 'page' | 'layout'
): Lazy<any> => (entry.server ? entry.server[kind] : entry[kind]);

/** A server in development imports each time, because its modules change. */
const isDevelopment = !!globalThis.process?.env && process.env.NODE_ENV !== 'production';

const imported = /* @__PURE__ */ new WeakMap<object, Promise<unknown>>();

/** Gets a module that may have to be imported first: once, because an `import()` takes long each time. */
export const loadModule = async <Module>(lazy: Lazy<Module>): Promise<Module> => {
	if (typeof lazy !== 'function') return lazy;
	const load = lazy as () => Promise<Module>;
	if (isDevelopment) return load();
	const known = imported.get(load) as Promise<Module> | undefined;
	if (known) return known;
	const loading = load();
	imported.set(load, loading);
	// One that has failed may come the next time.
	loading.catch(() => imported.delete(load));
	return loading;
};

/**
 * The ids whose layouts and boundaries apply to a route, from the root down:
 * `/blog/:slug` gives `/`, `/blog`, `/blog/:slug`.
 *
 * @param id    a route id, or `null` for a URL that no route matches
 * @param entry the route's own entry in the table
 */
export const routeChain = (id: string | null, entry?: RouteEntry): readonly string[] => {
	if (entry?.chain) return entry.chain;
	const segments = (id ?? '/').split('/').filter(Boolean);
	return ['/', ...segments.map((_, depth) => '/' + segments.slice(0, depth + 1).join('/'))];
};

/** The names of an id's own parameters: `/blog/:slug` has `slug`, and so has SvelteKit's `/blog/[slug]`. */
export const paramNames = (id: string): string[] =>
	[...id.matchAll(/[:*[]\.*(\w+)/g)].map(([, name]) => name as string);

/**
 * Names what a layout's data was loaded for: the same text for the same id and parameters. Safe in a header.
 *
 * @param params of the whole route; only the id's own count
 */
export const layoutKey = (id: string, params: Record<string, string>): string =>
	[id, ...paramNames(id).map((name) => params[name] ?? '')].map(encodeURIComponent).join('/');
