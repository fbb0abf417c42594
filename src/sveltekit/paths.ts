import { SoftpostError } from '../protocol/errors.ts';

/** Vite's `base`: `/`, a path, a whole URL, or relative. Without Vite there is none. */
const configured = import.meta.env?.BASE_URL ?? '/';

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

/** The path that the app is served below, such as `/shop`; `''` where that is the root. */
export const base: string = configured.startsWith('/') ? withoutSlash(configured) : '';

/** Where the files of the app's build and its `static/` folder are: `base`, or a whole URL. */
export const assets: string = /^https?:/.test(configured) ? withoutSlash(configured) : base;

const GROUP = /^\([^()]+\)$/;
const PARAMETER = /\[(\.{3})?(\w+)\]/g;

const missing = (name: string, id: string): SoftpostError =>
	new SoftpostError(
		'route_pattern',
		`The route ${id} has a parameter "${name}". Pass it: resolve('${id}', { ${name}: … })`,
		{ id, name }
	);

const fill = (segment: string, id: string, params: Record<string, string>): string =>
	segment.replace(PARAMETER, (_, rest, name: string) => {
		const value = Object.hasOwn(params, name) ? params[name] : undefined;
		if (value === undefined && !rest) throw missing(name, id);
		return value ?? '';
	});

/**
 * The path of a page of this app, below `base`.
 *
 * @param id     a path, with or without a query and a fragment, or a route id such as `/blog/[slug]`
 * @param params what a route id's parameters are, as they stand in a URL
 * @throws {SoftpostError} `route_pattern` for a parameter that is missing
 * @example
 * resolve('/blog/[slug]', { slug: 'hello' }); // '/blog/hello'
 */
export const resolve = (id: string, params: Record<string, string> = {}): string => {
	if (!id.startsWith('/')) return id;
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(id)!;
	const segments = path.split('/').filter((segment) => !GROUP.test(segment));
	// A rest that is empty takes its slash along.
	const filled = segments
		.map((segment) => [segment, fill(segment, id, params)])
		.filter(([segment, text], depth) => !depth || text || !segment)
		.map(([, text]) => text);
	return base + (filled.join('/') || '/') + rest;
};

/** `resolve` under the name that it had before. */
export const resolveRoute: typeof resolve = (id, params) => resolve(id, params);

/**
 * The URL of a file of the app's `static/` folder.
 *
 * @param file its path, such as `/favicon.svg`
 * @example
 * asset('/favicon.svg'); // '/favicon.svg', or where the files are, before it
 */
export const asset = (file: string): string => assets + file;
