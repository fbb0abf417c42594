import { SoftpostError } from '../protocol/errors.ts';
import { loadModule, type Lazy, type RouteEntry } from '../protocol/routes.ts';
import type { UniversalRoute } from '../protocol/universal.ts';

/** What a route file exports. */
type FileModule = Record<string, unknown>;

type PageKind = 'page' | 'layout';
type Kind = PageKind | 'error' | 'endpoint';

/** A route table over files: components, server modules, or both in one. */
export type FileRoutes = Record<
	string,
	RouteEntry & { [Name in Kind]?: Lazy<any> } & { universal?: UniversalRoute }
>;

/** The directory; then the kind of a component, of a server module, of options, or of none for an endpoint. */
const FILE =
	/^(?:.*?\broutes\/|\.?\/)?(.*\/)?\+(?:(page|layout|error)\.svelte|(page|layout)\.server\.[jt]s|(page|layout)\.[jt]s|server\.[jt]s)$/;

const ROUTE_FILE = /(^|\/)\+[^/]*$/;

/** Text with `[name]`s in it, `[...rest]` or `(group)`. */
const SEGMENT = /^([^[\]]|\[\w+\])+$|^\[\.{3}\w+\]$/;

interface FileName {
	id: string;
	kind: Kind;
	/** Where a module of a page or a layout runs, if it is no component. */
	runs: 'server' | 'both' | undefined;
}

/** What of SvelteKit's convention is not here, and what to do instead. */
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

/** Reads a file's name, or throws where SvelteKit's convention means something that is not here. */
const readName = (file: string): FileName => {
	const [known, directory = '', component, server, options] = FILE.exec(file) ?? [];
	const segments = directory.split('/').filter(Boolean);
	// Optional parameters and matchers would match something else.
	if (!known || !segments.every((segment) => SEGMENT.test(segment)))
		throw new SoftpostError('unknown_file', `${file} ${adviceFor(file)}`, { file });
	const kind = (component ?? server ?? options ?? 'endpoint') as Kind;
	const runs = options ? 'both' : server && 'server';
	return { id: '/' + segments.join('/'), kind, runs: runs as FileName['runs'] };
};

/** A page's component and its server module count as one module of the page. */
const merge = (one: Lazy<FileModule> | undefined, other: Lazy<FileModule>): Lazy<FileModule> =>
	one ? async () => ({ ...(await loadModule(one)), ...(await loadModule(other)) }) : other;

/** An entry whose keys are the kinds of its modules; what else is known is beside them, not one of them. */
const emptyEntry = (): FileRoutes[string] =>
	Object.defineProperties({}, { files: { value: {} }, server: { value: {} } });

/**
 * Makes a route table out of `import.meta.glob` over SvelteKit's file names. The ids are SvelteKit's, too:
 * `routes/(app)/blog/[slug]/+page.svelte` is the page of `/(app)/blog/[slug]`.
 *
 * @param modules modules, or functions that import them, by file name; whatever stands before and
 * including `routes/` in a name is ignored
 * @returns a table for `start`, `createRenderer` and `createApp`
 * @throws {SoftpostError} `unknown_file` for a `+` file that is none of SvelteKit's names
 * @example
 * // `files` as import.meta.glob makes it: './routes/login/+page.svelte' → () => import(…)
 * const routes = fromFiles(files);
 */
export const fromFiles = (modules: Record<string, Lazy<any>>): FileRoutes => {
	const routes: FileRoutes = {};
	for (const [file, module] of Object.entries(modules)) {
		// Other files may stand beside a route's.
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
