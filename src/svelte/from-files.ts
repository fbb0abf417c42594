import { SoftpostError } from '../protocol/errors.ts';
import { loadModule, type Lazy, type RouteEntry } from '../protocol/routes.ts';

type Kind = 'page' | 'layout' | 'error' | 'endpoint';
type FileModule = Record<string, any>;

/** A route table over files: components, server modules, or both in one. */
export type FileRoutes = Record<string, RouteEntry & { [Name in Kind]?: Lazy<any> }>;

const FILE =
	/^(?:.*?\broutes\/|\.?\/)?(.*\/)?\+(page|layout|error|server)(\.server)?\.(svelte|ts|js)$/;

const ROUTE_FILE = /(^|\/)\+[^/]*$/;

const unknownFile = (file: string): SoftpostError =>
	new SoftpostError(
		'unknown_file',
		`${file} is no route file. Known are +page, +layout and +error with .svelte, +page.server, +layout.server and +server with .ts or .js; folders may be [name], [...rest] and (group)`,
		{ file }
	);

const isGroup = (segment: string): boolean => segment.startsWith('(') && segment.endsWith(')');

const segmentsOf = (directory: string): string[] => directory.split('/').filter(Boolean);

/** `[slug]` is `:slug`, `[...rest]` is `*rest`. */
const toSegment = (segment: string): string =>
	segment.replace(/^\[\.\.\.(\w+)\]$/, '*$1').replace(/\[(\w+)\]/g, ':$1');

const toPattern = (segments: string[]): string => '/' + segments.map(toSegment).join('/');

/** Reads a file's name, or throws where SvelteKit's convention means something that is not here. */
const readName = (file: string): { directory: string; kind: Kind } => {
	const [, directory = '', name, server, extension] = FILE.exec(file) ?? [];
	const component = extension === 'svelte';
	const known = component
		? !server && name !== 'server'
		: name === 'server'
			? !server
			: server && name !== 'error';
	// Optional parameters and matchers have no pattern here, and would match something else.
	if (!known || /[[\]]/.test(toPattern(segmentsOf(directory)))) throw unknownFile(file);
	return {
		directory: `/${directory.slice(0, -1)}`,
		kind: name === 'server' ? 'endpoint' : (name as Kind)
	};
};

/** Layouts and boundaries of a group belong to the group alone, so they keep its name in their id. */
const idOf = (directory: string, kind: Kind): string => {
	const segments = segmentsOf(directory);
	const own = kind === 'layout' || kind === 'error';
	return toPattern(own ? segments : segments.filter((segment) => !isGroup(segment)));
};

const chainOf = (directory: string): string[] => {
	const segments = segmentsOf(directory);
	return ['/', ...segments.map((_, depth) => toPattern(segments.slice(0, depth + 1)))];
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
		const { directory, kind } = readName(file);
		const entry = (routes[idOf(directory, kind)] ??= {});
		entry[kind] = merge(entry[kind], module);
		if (kind === 'page' && segmentsOf(directory).some(isGroup)) entry.chain = chainOf(directory);
	}
	return routes;
};
