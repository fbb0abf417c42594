import { SoftpostError } from '../protocol/errors.ts';
import { CODE, loadModule, type Lazy, type RouteEntry } from '../protocol/routes.ts';
import type { UniversalRoute } from '../protocol/universal.ts';

/** The exports of a route file. */
type FileModule = Record<string, unknown>;

type PageKind = 'page' | 'layout';
type Kind = PageKind | 'error' | 'endpoint';

/** A route table from files: components, server modules, or both. */
export type FileRoutes = Record<
	string,
	RouteEntry & { [Name in Kind]?: Lazy<any> } & { universal?: UniversalRoute }
>;

/** Groups: the directory; the kind of a component, of a server module, of a universal module; none for an endpoint. */
const FILE =
	/^(?:.*?\broutes\/|\.?\/)?(.*\/)?\+(?:(page|layout|error)\.svelte|(page|layout)\.server\.[jt]s|(page|layout)\.[jt]s|server\.[jt]s)$/;

const ROUTE_FILE = /(^|\/)\+[^/]*$/;

/** Text, possibly with `[name]`s and `[x+2e]`s in it, `[...rest]` or `(group)`. */
const SEGMENT = /^([^[\]]|\[\w+\])+$|^\[\.{3}\w+\]$/;

interface FileName {
	id: string;
	kind: Kind;
	/** Where a module of a page or a layout runs, if it is not a component. */
	runs: 'server' | 'both' | undefined;
}

/** The parts of SvelteKit's convention that are not supported, and the advice for each. */
const NOT_HERE: readonly [what: RegExp, advice: string][] = [
	[
		/\[\[/,
		'has an optional parameter, which softpost does not have. Make two folders, one without the parameter and one with [name], and import the same component in both'
	],
	[
		/\[(\.{3})?\w+=\w+\]/,
		'has a parameter matcher, which softpost does not have. Leave "=name" out, and check the value in load: error(404) where it does not match'
	],
	[
		/\+(page|layout)@/,
		'leaves layouts out, which softpost does not do. Move it into a (group) of its own, beside the layouts that it does not want'
	]
];

const adviceFor = (file: string): string =>
	NOT_HERE.find(([what]) => what.test(file))?.[1] ??
	'is not a route file that softpost knows. Rename it or leave it out';

/** Reads a file's name. Throws if it uses an unsupported part of SvelteKit's convention. */
const readName = (file: string): FileName => {
	const [known, directory = '', component, server, options] = FILE.exec(file) ?? [];
	const segments = directory.split('/').filter(Boolean);
	// Without support, optional parameters and matchers would match the wrong URLs.
	if (!known || !segments.every((segment) => SEGMENT.test(segment.replace(CODE, '-'))))
		throw new SoftpostError('unknown_file', `${file} ${adviceFor(file)}`, { file });
	const kind = (component ?? server ?? options ?? 'endpoint') as Kind;
	const runs = options ? 'both' : server && 'server';
	return { id: '/' + segments.join('/'), kind, runs: runs as FileName['runs'] };
};

/** Merges a page's component and its server module into one module. */
const merge = (one: Lazy<FileModule> | undefined, other: Lazy<FileModule>): Lazy<FileModule> =>
	one ? async () => ({ ...(await loadModule(one)), ...(await loadModule(other)) }) : other;

/** An entry whose enumerable keys are the kinds of its modules; the other members are not enumerable. */
const emptyEntry = (): FileRoutes[string] =>
	Object.defineProperties({}, { files: { value: {} }, server: { value: {} } });

/**
 * Makes a route table from `import.meta.glob` with SvelteKit's file names. The ids are SvelteKit's, too:
 * `routes/(app)/blog/[slug]/+page.svelte` is the page of `/(app)/blog/[slug]`.
 *
 * @param modules modules, or functions that import them, by file name; everything up to `routes/` in a name is ignored
 * @returns a table for `start`, `createRenderer` and `createApp`
 * @throws {SoftpostError} `unknown_file` for an unknown `+` file or folder
 * @example
 * // `files` as import.meta.glob makes it: './routes/login/+page.svelte' → () => import(…)
 * const routes = fromFiles(files);
 */
export const fromFiles = (modules: Record<string, Lazy<any>>): FileRoutes => {
	const routes: FileRoutes = {};
	for (const [file, module] of Object.entries(modules)) {
		// A route's folder may contain other files.
		if (!ROUTE_FILE.test(file)) continue;
		const { id, kind, runs } = readName(file);
		const entry = (routes[id] ??= emptyEntry());
		if (runs === 'both') (entry.universal ??= {})[kind as PageKind] = module;
		else entry[kind] = merge(entry[kind], module);
		if (runs === 'server') entry.server![kind as PageKind] = module;
		(entry.files![kind] ??= []).push(file);
	}
	return routes;
};
