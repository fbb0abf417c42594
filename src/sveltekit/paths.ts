import { SoftpostError } from '../protocol/errors.ts';
import { CODE, encodeText, fromCode } from '../protocol/routes.ts';

/** Vite's `base`: `/`, a path, an absolute URL, or relative. Without Vite it is undefined. */
const configured = import.meta.env?.BASE_URL ?? '/';

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

/** The path of the app, such as `/shop`; `''` for the root. */
export const base: string = configured.startsWith('/') ? withoutSlash(configured) : '';

/** The path of the files of the build and of `static/`: `base`, or an absolute URL. */
export const assets: string = /^https?:/.test(configured) ? withoutSlash(configured) : base;

const GROUP = /^\([^()]+\)$/;
const PARAMETER_OR_CODE = new RegExp(`\\[(\\.{3})?(\\w+)\\]|${CODE.source}`, 'gi');

const missing = (name: string, id: string): SoftpostError =>
	new SoftpostError(
		'route_pattern',
		`The route ${id} has a parameter "${name}". Pass it: resolve('${id}', { ${name}: … })`,
		{ id, name }
	);

const fill = (segment: string, id: string, params: Record<string, string>): string =>
	segment.replace(PARAMETER_OR_CODE, (text, rest, name?: string) => {
		if (!name) return encodeText(fromCode(text));
		const value = Object.hasOwn(params, name) ? params[name] : undefined;
		if (value === undefined && !rest) throw missing(name, id);
		return value ?? '';
	});

/**
 * Returns the path of a page of this app, including `base`.
 *
 * @param id     a path, with or without a query and a fragment, or a route id such as `/blog/[slug]`
 * @param params the values of the route id's parameters, as they appear in a URL
 * @throws {SoftpostError} `route_pattern` for a missing parameter
 * @example
 * resolve('/blog/[slug]', { slug: 'hello' }); // '/blog/hello'
 */
export const resolve = (id: string, params: Record<string, string> = {}): string => {
	if (!id.startsWith('/')) return id;
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(id)!;
	const segments = path.split('/').filter((segment) => !GROUP.test(segment));
	// An empty rest is removed with its slash.
	const filled = segments
		.map((segment) => [segment, fill(segment, id, params)])
		.filter(([segment, text], depth) => !depth || text || !segment)
		.map(([, text]) => text);
	return base + (filled.join('/') || '/') + rest;
};

/** The older name of `resolve`. */
export const resolveRoute: typeof resolve = (id, params) => resolve(id, params);

/**
 * Returns the URL of a file in the app's `static/` folder.
 *
 * @param file its path, such as `/favicon.svg`
 * @example
 * asset('/favicon.svg'); // '/favicon.svg', or where the files are, before it
 */
export const asset = (file: string): string => assets + file;
