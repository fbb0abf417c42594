import { SoftpostError } from '../protocol/errors.ts';
import { loadModule, routeChain, type Lazy, type RouteEntry } from '../protocol/routes.ts';

type Kind = 'page' | 'layout' | 'error' | 'endpoint';
type FileModule = Record<string, any>;

/** A route table over files: components, server modules, or both in one. */
export type FileRoutes = Record<string, RouteEntry & { [Name in Kind]?: Lazy<any> }>;

/** The directory; then a component's kind, a server module's, or neither for an endpoint. */
const FILE =
	/^(?:.*?\broutes\/|\.?\/)?(.*\/)?\+(?:(page|layout|error)\.svelte|(page|layout)\.server\.[jt]s|server\.[jt]s)$/;

const ROUTE_FILE = /(^|\/)\+[^/]*$/;

const isGroup = (segment: string): boolean => segment.startsWith('(') && segment.endsWith(')');

/** `[slug]` is `:slug`, `[...rest]` is `*rest`. */
const toSegment = (segment: string): string =>
	segment.replace(/^\[\.\.\.(\w+)\]$/, '*$1').replace(/\[(\w+)\]/g, ':$1');

const toPattern = (segments: string[]): string => '/' + segments.map(toSegment).join('/');

/** Reads a file's name, or throws where SvelteKit's convention means something that is not here. */
const readName = (file: string): { segments: string[]; kind: Kind } => {
	const [known, directory = '', component, module] = FILE.exec(file) ?? [];
	const segments = directory.split('/').filter(Boolean);
	// Optional parameters and matchers have no pattern here, and would match something else.
	if (!known || /[[\]]/.test(toPattern(segments)))
		throw new SoftpostError('unknown_file', `${file} is no route file`, { file });
	return { segments, kind: (component ?? module ?? 'endpoint') as Kind };
};

/** Layouts and boundaries of a group belong to the group alone, so they keep its name in their id. */
const idOf = (segments: string[], kind: Kind): string => {
	const own = kind === 'layout' || kind === 'error';
	return toPattern(own ? segments : segments.filter((segment) => !isGroup(segment)));
};

/** A page's component and its server module are one module to whoever imports the page. */
const merge = (one: Lazy<FileModule> | undefined, other: Lazy<FileModule>): Lazy<FileModule> =>
	one ? async () => ({ ...(await loadModule(one)), ...(await loadModule(other)) }) : other;

/**
 * Makes a route table out of `import.meta.glob` over SvelteKit's file names.
 *
 * @param modules modules, or functions that import them, by file name; whatever stands before and
 * including `routes/` in a name is ignored
 * @returns a table for `start`, `createRenderer` and `createApp`
 * @throws {SoftpostError} `unknown_file` for a `+` file that is none of SvelteKit's names
 */
export const fromFiles = (modules: Record<string, Lazy<any>>): FileRoutes => {
	const routes: FileRoutes = {};
	for (const [file, module] of Object.entries(modules)) {
		// Other files may stand beside a route's.
		if (!ROUTE_FILE.test(file)) continue;
		const { segments, kind } = readName(file);
		const entry = (routes[idOf(segments, kind)] ??= {});
		entry[kind] = merge(entry[kind], module);
		if (kind === 'page' && segments.some(isGroup)) entry.chain = routeChain(toPattern(segments));
	}
	return routes;
};
