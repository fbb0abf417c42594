import { match } from 'path-to-regexp';
import { SoftpostError } from '../../protocol/errors.ts';
import type { ServerRoute, ServerRoutes } from '../types.ts';

/** An entry of the table that a URL leads to. */
export interface Route {
	id: string;
	entry: ServerRoute;
	params: Record<string, string>;
}

/** Finds the route of a path, or `null`. A path that cannot be decoded has none. */
type Matcher = (pathname: string) => Route | null;

interface Candidate {
	id: string;
	entry: ServerRoute;
	find: (path: string) => Record<string, string> | null;
}

/** `/login/` is `/login`, and `/` is the empty path, so that `/*rest` may match nothing at all. */
export const withoutSlash = (pathname: string): string => pathname.replace(/\/$/, '');

/** An id in one spelling: SvelteKit's `[slug]` is `:slug`, `[...rest]` is `*rest`, and a `(group)` is not in the path. */
const patternOf = (id: string): string =>
	id
		.replace(/\/\([^/()]+\)(?=\/|$)/g, '')
		// In quotes, because text may follow: `v[version]beta`.
		.replace(/\[(?:(\.{3})|)(\w+)\]/g, (_, rest, name) => `${rest ? '*' : ':'}"${name}"`);

/** The library's `*rest` needs one segment at least; ours none. */
const libraryPattern = (pattern: string): string =>
	withoutSlash(pattern).replace(/\/(\*[^/]+)/g, '{/$1}');

const compile = (pattern: string): Candidate['find'] => {
	// Ours is a URL's path, percent-encoded; the ids in the table are written by people.
	const options = {
		sensitive: true,
		trailing: false,
		decode: false,
		encodePath: encodeURI
	} as const;
	const find = match<Record<string, string>>(libraryPattern(pattern), options);
	const absent = [...pattern.matchAll(/\*"?(\w+)/g)].map(([, name]) => [name, '']);
	return (path) => {
		const found = find(path);
		if (!found) return null;
		const values = [...absent, ...Object.entries(found.params)];
		return Object.fromEntries(
			values.map(([name, value = '']) => [name, decodeURIComponent(value)])
		);
	};
};

const checkedFind = (id: string): Candidate['find'] => {
	try {
		if (!/^\/(.*[^/])?$/.test(id))
			throw new TypeError('it must begin with a slash and must not end with one');
		return compile(patternOf(id));
	} catch (cause) {
		throw new SoftpostError(
			'route_pattern',
			`"${id}" is not a valid route id: ${(cause as Error).message}`,
			{ id },
			{ cause }
		);
	}
};

/** Lower ranks are tried first: text, text with a parameter in it, a parameter, the end, a rest. */
const rank = (segment: string): string => {
	if (segment.includes('*')) return '4';
	if (/^:("?)\w+\1$/.test(segment)) return '2';
	return segment.includes(':') ? '1' : '0';
};

/** The ranks of all segments, to compare as text. The end comes before a rest: `/docs` is more exact than `/docs/*path`. */
const ranks = (id: string): string => patternOf(id).split('/').map(rank).join('') + '3';

/** Whether a path's percent-encoding is sound. */
export const isDecodable = (pathname: string): boolean => {
	try {
		decodeURIComponent(pathname);
		return true;
	} catch {
		return false;
	}
};

/**
 * Makes the matcher of a route table, whose ids are in either spelling. Static segments win over `:parameters`, those over `*rests`.
 * Entries without a page and an endpoint hold layouts only, and match nothing.
 *
 * @throws {SoftpostError} `route_pattern` for an id that is not a pattern
 */
export const createMatcher = (routes: ServerRoutes): Matcher => {
	const candidates = Object.entries(routes)
		// The others hold layouts only, and may be named after a group, which is not a pattern.
		.filter(([, { page, endpoint }]) => page || endpoint)
		.map(([id, entry]): Candidate => ({ id, entry, find: checkedFind(id) }))
		.sort((a, b) => ranks(a.id).localeCompare(ranks(b.id)));

	return (pathname) => {
		if (!isDecodable(pathname)) return null;
		for (const { id, entry, find } of candidates) {
			const params = find(withoutSlash(pathname));
			if (params) return { id, entry, params };
		}
		return null;
	};
};
