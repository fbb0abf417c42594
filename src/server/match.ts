import { match } from 'path-to-regexp';
import { SoftpostError } from '../protocol/errors.ts';
import type { ServerRoute, ServerRoutes } from './types.ts';

/** An entry of the table that a URL leads to. */
export interface Route {
	id: string;
	entry: ServerRoute;
	params: Record<string, string>;
}

/** Finds the route of a path, or `null`. A path that cannot be decoded has none. */
export type Matcher = (pathname: string) => Route | null;

interface Candidate {
	id: string;
	entry: ServerRoute;
	find: (path: string) => Record<string, string> | null;
}

/** `/login/` is `/login`, and `/` is the empty path, so that `/*rest` may match nothing at all. */
export const withoutSlash = (pathname: string): string => pathname.replace(/\/$/, '');

/** The library's `*rest` needs one segment at least; ours none. */
const libraryPattern = (id: string): string => withoutSlash(id).replace(/\/(\*[^/]+)/g, '{/$1}');

const restNames = (id: string): string[] =>
	[...id.matchAll(/\*([^/]+)/g)].map(([, name]) => name as string);

const compile = (id: string): Candidate['find'] => {
	// Ours is a URL's path, percent-encoded; the ids in the table are written by people.
	const find = match(libraryPattern(id), { sensitive: true, trailing: false, encodePath: encodeURI });
	const absent = Object.fromEntries(restNames(id).map((name) => [name, '']));
	return (path) => {
		const found = find(path);
		if (!found) return null;
		const values = Object.entries(found.params).map(([name, value]) => [name, [value].flat().join('/')]);
		return { ...absent, ...Object.fromEntries(values) };
	};
};

const badPattern = (id: string, reason: string, cause?: unknown): SoftpostError =>
	new SoftpostError(
		'route_pattern',
		`${reason}: the route id "${id}". Write its segments as /text, /:name and /*rest`,
		{ id },
		{ cause }
	);

const checkedFind = (id: string): Candidate['find'] => {
	if (!/^\/$|^\/.*[^/]$/.test(id)) throw badPattern(id, 'It must begin with a slash and not end with one');
	try {
		return compile(id);
	} catch (cause) {
		throw badPattern(id, (cause as Error).message, cause);
	}
};

/** Lower ranks are tried first. The end comes before a rest: `/docs` is more exact than `/docs/*path`. */
const rank = (segment: string | undefined): number => {
	if (segment === undefined) return 3;
	if (segment.includes('*')) return 4;
	if (segment.startsWith(':')) return 2;
	return segment.includes(':') ? 1 : 0;
};

const bySpecificity = ({ id: a }: Candidate, { id: b }: Candidate): number => {
	const [left, right] = [a.split('/'), b.split('/')];
	for (let at = 0; at < Math.max(left.length, right.length); at++) {
		const difference = rank(left[at]) - rank(right[at]);
		if (difference) return difference;
	}
	return 0;
};

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
 * Makes the matcher of a route table. Static segments win over `:parameters`, those over `*rests`.
 * Entries without a page and an endpoint hold layouts only, and match nothing.
 *
 * @throws {SoftpostError} `route_pattern` for an id that is no pattern
 */
export const createMatcher = (routes: ServerRoutes): Matcher => {
	const candidates = Object.entries(routes)
		// The others hold layouts only, and may be named after a group, which is no pattern.
		.filter(([, { page, endpoint }]) => page || endpoint)
		.map(([id, entry]): Candidate => ({ id, entry, find: checkedFind(id) }))
		.sort(bySpecificity);

	return (pathname) => {
		if (!isDecodable(pathname)) return null;
		for (const { id, entry, find } of candidates) {
			const params = find(withoutSlash(pathname));
			if (params) return { id, entry, params };
		}
		return null;
	};
};
