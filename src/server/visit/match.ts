import { match } from 'path-to-regexp';
import { SoftpostError } from '../../protocol/errors.ts';
import { belowBase, CODE, encodeText, fromCode } from '../../protocol/routes.ts';
import type { ServerRoute, ServerRoutes } from '../types.ts';

/** The entry of the route table that matches a URL. */
export interface Route {
	id: string;
	entry: ServerRoute;
	params: Record<string, string>;
}

/** Finds the route of a path; `null` if none matches or the path cannot be decoded. */
type Matcher = (pathname: string) => Route | null;

interface Candidate {
	id: string;
	entry: ServerRoute;
	find: (path: string) => Record<string, string> | null;
}

/** Turns `/login/` into `/login` and `/` into the empty path, so that `/*rest` can match it with an empty rest. */
export const withoutSlash = (pathname: string): string => pathname.replace(/\/$/, '');

/** Converts SvelteKit's spelling: `[slug]` to `:slug`, `[...rest]` to `*rest`, `[x+2a]` to `\*`; a `(group)` is not in the path. */
const patternOf = (id: string): string =>
	id
		.replace(/\/\([^/()]+\)(?=\/|$)/g, '')
		// Quoted, because text may follow: `v[version]beta`.
		.replace(/\[(?:(\.{3})|)(\w+)\]/g, (_, rest, name) => `${rest ? '*' : ':'}"${name}"`)
		.replace(CODE, (code) => `\\${fromCode(code)}`);

/** The library's `*rest` needs at least one segment; ours may be empty. */
const libraryPattern = (pattern: string): string =>
	withoutSlash(pattern).replace(/\/(\*[^/]+)/g, '{/$1}');

const compile = (pattern: string): Candidate['find'] => {
	// The path is percent-encoded; people write the ids in the table without encoding.
	const options = {
		sensitive: true,
		trailing: false,
		decode: false,
		encodePath: encodeText
	} as const;
	const find = match<Record<string, string>>(libraryPattern(pattern), options);
	const absent = [...pattern.matchAll(/(?<!\\)\*"?(\w+)/g)].map(([, name]) => [name, '']);
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

/** The kinds of modules in an entry, of this table or of one that `createRenderer` shares. */
const KINDS = ['page', 'layout', 'endpoint', 'universal', 'error'];

/** A module in place of the entry would match nothing, and its URL would be a 404 without a word. */
const assertEntry = (id: string, entry: ServerRoute | undefined): void => {
	if (entry && (!Object.keys(entry).length || KINDS.some((kind) => kind in entry))) return;
	throw new SoftpostError(
		'route_pattern',
		`The route "${id}" is not an entry of a route table. Put its modules under page, layout or endpoint, such as { page: { load, actions } }`,
		{ id }
	);
};

/** Lower ranks match first: text, text with a parameter, a parameter, the end, a rest. */
const rank = (segment: string): string => {
	if (segment.includes('*')) return '4';
	if (/^:("?)\w+\1$/.test(segment)) return '2';
	return segment.includes(':') ? '1' : '0';
};

/** The ranks of all segments, for comparison as text. The end ranks before a rest: `/docs` before `/docs/*path`. */
const ranks = (id: string): string =>
	patternOf(id.replace(CODE, '-')).split('/').map(rank).join('') + '3';

/** Whether a path's percent-encoding is valid. */
export const isDecodable = (pathname: string): boolean => {
	try {
		// Rolldown drops a call whose result is not used, although it may throw.
		return decodeURIComponent(pathname).startsWith('/');
	} catch {
		return false;
	}
};

/**
 * Makes the matcher of a route table with ids in either spelling. Static segments take precedence over `:parameters`,
 * and those over `*rests`. Entries with neither a page nor an endpoint match nothing.
 *
 * @throws {SoftpostError} `route_pattern` for an invalid id
 */
export const createMatcher = (routes: ServerRoutes, base = ''): Matcher => {
	for (const [id, entry] of Object.entries(routes)) assertEntry(id, entry);
	const candidates = Object.entries(routes)
		// The others only have layouts. Their ids may be a group alone, which is not a valid pattern.
		.filter(([, { page, endpoint }]) => page || endpoint)
		.map(([id, entry]): Candidate => ({ id, entry, find: checkedFind(id) }))
		.sort((a, b) => ranks(a.id).localeCompare(ranks(b.id)));

	return (pathname) => {
		const path = belowBase(pathname, base);
		if (path === null || !isDecodable(path)) return null;
		for (const { id, entry, find } of candidates) {
			const params = find(withoutSlash(path));
			if (params) return { id, entry, params };
		}
		return null;
	};
};
