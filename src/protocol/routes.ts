/** A module, or a function that imports one. */
export type Lazy<Module> = Module | (() => Promise<Module>);

/** The common part of the entries in both route tables. */
export interface RouteEntry {
	/** The ids from the root to this route, if they do not follow from the path (route groups). */
	chain?: readonly string[];
	/** The source files of the route, if known. They lead to its styles and chunks. */
	files?: { [kind: string]: string[] };
	/** Its modules with server code alone, if they are separate from its components. */
	server?: { page?: Lazy<any>; layout?: Lazy<any> };
}

/** The module with the server code of a page or a layout, if possible without its component. */
export const serverModule = (
	entry: RouteEntry & { page?: Lazy<any>; layout?: Lazy<any> },
	kind: 'page' | 'layout'
): Lazy<any> => (entry.server ? entry.server[kind] : entry[kind]);

/** In development, modules are imported each time, because they change. */
const isDevelopment = !!globalThis.process?.env && process.env.NODE_ENV !== 'production';

const imported = /* @__PURE__ */ new WeakMap<object, Promise<unknown>>();

/** What it throws becomes a rejection. */
const call = async <Module>(load: () => Promise<Module>): Promise<Module> => load();

/** Gets a module, and imports it if necessary. Keeps it, because every `import()` takes time. */
export const loadModule = <Module>(lazy: Lazy<Module>): Promise<Module> => {
	if (typeof lazy !== 'function') return Promise.resolve(lazy);
	const load = lazy as () => Promise<Module>;
	if (isDevelopment) return call(load);
	const known = imported.get(load) as Promise<Module> | undefined;
	if (known) return known;
	const loading = call(load);
	imported.set(load, loading);
	// A failed import may succeed the next time.
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

/**
 * Characters that SvelteKit's ids write as codes, because a file's name cannot have them: `[x+2e]` is a dot, `[u+1f600]` a
 * smiley. A slash is not among them: it would divide the path.
 */
export const CODE: RegExp = /\[(?:x\+(?!2f)[\da-f]{2}|u\+[\da-f]{4,6})\]/gi;

/** The character of a code. */
export const fromCode = (code: string): string =>
	String.fromCodePoint(Number.parseInt(code.slice(3), 16));

/** Writes text of an id as it is in a URL. */
export const encodeText = (text: string): string =>
	encodeURI(text).replace(/[?#]/g, encodeURIComponent);

/** The names of an id's own parameters: `/blog/:slug` has `slug`, and so has SvelteKit's `/blog/[slug]`. */
export const paramNames = (id: string): string[] =>
	[...id.replace(CODE, '').matchAll(/[:*[]\.*(\w+)/g)].map(([, name]) => name as string);

/**
 * Makes the key of a layout's data: the same text for the same id and parameters. Safe in a header.
 *
 * @param params the parameters of the whole route; only those in the id count
 */
export const layoutKey = (id: string, params: Record<string, string>): string =>
	[id, ...paramNames(id).map((name) => params[name] ?? '')].map(encodeURIComponent).join('/');

/**
 * What follows an app's base in a path, from the slash on, for patterns; `null` for a path outside of it.
 *
 * Escapes mean the same in either case (RFC 3986, section 6.2.2.1), and patterns have capitals. Escapes of plain letters stay:
 * if `/%61dmin` were the route `/admin`, a `handle` that guards the path `/admin` would let it through.
 */
export const belowBase = (pathname: string, base: string): string | null => {
	if (!pathname.startsWith(base)) return null;
	const path = pathname.slice(base.length) || '/';
	return path.startsWith('/')
		? path.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase())
		: null;
};
