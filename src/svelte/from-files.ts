import { SoftpostError } from '../protocol/errors.ts';
import { loadModule, type Lazy, type RouteEntry } from '../protocol/routes.ts';

/** What a route file exports. */
type FileModule = Record<string, unknown>;

type Kind = 'page' | 'layout' | 'error' | 'endpoint';

/** A route table over files: components, server modules, or both in one. */
export type FileRoutes = Record<string, RouteEntry & { [Name in Kind]?: Lazy<any> }>;

/** The directory; then the kind of a component, of a server module, of options, or of none for an endpoint. */
const FILE =
	/^(?:.*?\broutes\/|\.?\/)?(.*\/)?\+(?:(page|layout|error)\.svelte|(page|layout)\.server\.[jt]s|(page|layout)\.[jt]s|server\.[jt]s)$/;

const ROUTE_FILE = /(^|\/)\+[^/]*$/;

/** Text with `[name]`s in it, `[...rest]` or `(group)`. */
const SEGMENT = /^([^[\]]|\[\w+\])+$|^\[\.{3}\w+\]$/;

interface FileName {
	id: string;
	kind: Kind;
	/** Whether it runs in the browser, too, so that it can have no `load` here. */
	universal: boolean;
}

/** Reads a file's name, or throws where SvelteKit's convention means something that is not here. */
const readName = (file: string): FileName => {
	const [known, directory = '', component, server, options] = FILE.exec(file) ?? [];
	const segments = directory.split('/').filter(Boolean);
	// Optional parameters and matchers would match something else.
	if (!known || !segments.every((segment) => SEGMENT.test(segment)))
		throw new SoftpostError(
			'unknown_file',
			`${file} is not a route file that softpost knows. Rename it or leave it out`,
			{ file }
		);
	const kind = (component ?? server ?? options ?? 'endpoint') as Kind;
	return { id: '/' + segments.join('/'), kind, universal: !!options };
};

/** A page's component and its server module count as one module of the page. */
const merge = (one: Lazy<FileModule> | undefined, other: Lazy<FileModule>): Lazy<FileModule> =>
	one ? async () => ({ ...(await loadModule(one)), ...(await loadModule(other)) }) : other;

/**
 * Checks a file that runs on the server and in the browser in SvelteKit: it may hold options.
 *
 * @throws {SoftpostError} `unsupported` where it has a `load`
 */
const checkUniversal = (module: FileModule, file: string): FileModule => {
	if (!('load' in module)) return module;
	throw new SoftpostError(
		'unsupported',
		`${file} has a load that runs in the browser. Move it to ${file.replace(/\.[jt]s$/, '.server$&')}`,
		{ file }
	);
};

/** An entry whose keys are the kinds of its modules; `files` is beside them, not one of them. */
const emptyEntry = (): FileRoutes[string] => Object.defineProperty({}, 'files', { value: {} });

/** Has a module looked at when it is there: at once, or when it is imported. */
const checked = (
	module: Lazy<FileModule>,
	check: (module: FileModule) => FileModule
): Lazy<FileModule> =>
	typeof module === 'function' ? async () => check(await loadModule(module)) : check(module);

/**
 * Makes a route table out of `import.meta.glob` over SvelteKit's file names. The ids are SvelteKit's, too:
 * `routes/(app)/blog/[slug]/+page.svelte` is the page of `/(app)/blog/[slug]`.
 *
 * @param modules modules, or functions that import them, by file name; whatever stands before and
 * including `routes/` in a name is ignored
 * @returns a table for `start`, `createRenderer` and `createApp`
 * @throws {SoftpostError} `unknown_file` for a `+` file that is none of SvelteKit's names; `unsupported`,
 * when it is imported, for a `+page.ts` or `+layout.ts` with a `load`
 * @example
 * // `files` as import.meta.glob makes it: './routes/login/+page.svelte' → () => import(…)
 * const routes = fromFiles(files);
 */
export const fromFiles = (modules: Record<string, Lazy<any>>): FileRoutes => {
	const routes: FileRoutes = {};
	for (const [file, module] of Object.entries(modules)) {
		// Other files may stand beside a route's.
		if (!ROUTE_FILE.test(file)) continue;
		const { id, kind, universal } = readName(file);
		const entry = (routes[id] ??= emptyEntry());
		const check = (module: FileModule): FileModule => checkUniversal(module, file);
		entry[kind] = merge(entry[kind], universal ? checked(module, check) : module);
		(entry.files![kind] ??= []).push(file);
	}
	return routes;
};
