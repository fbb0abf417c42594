import type { RouteMatch } from '../navigation/host.ts';
import type { ServerCode } from '../protocol/page-data.ts';
import { belowBase, CODE, encodeText, fromCode, paramNames } from '../protocol/routes.ts';
import type { ComponentRoutes } from './view.ts';

const isGroup = (segment: string): boolean => /^\(.+\)$/.test(segment);

const REST = /^(?:\*\w+|\[\.{3}\w+\])$/;
const PARAMETER = /:\w+|\[\w+\]/;

const escaped = (text: string): string =>
	encodeText(text.replace(CODE, fromCode)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Turns a segment into a pattern with a group for each parameter, in order. */
const segmentPattern = (segment: string): string =>
	REST.test(segment) ? '(?:/(.*))?' : '/' + segment.split(PARAMETER).map(escaped).join('([^/]+?)');

/** The same order as on the server: text, text with a parameter, a parameter, the end, a rest. */
const rank = (segment: string): number => {
	if (REST.test(segment)) return 4;
	if (!PARAMETER.test(segment)) return 0;
	return segment.replace(PARAMETER, '') ? 1 : 2;
};

const compile = (id: string): { id: string; order: string; pattern: RegExp } => {
	const segments = id.split('/').filter((segment) => segment && !isGroup(segment));
	return {
		id,
		order: segments.map(rank).join('') + '3',
		pattern: new RegExp(`^${segments.map(segmentPattern).join('')}$`)
	};
};

/**
 * Makes the function that finds the page of a URL in the routes of `start`, as the server would.
 *
 * @param server the document's list of server code: the base of all URLs, and the endpoints, which may shadow a page
 * @returns a function that returns `null` if the URL is not one of these pages
 */
export const createRouteFinder = (
	routes: ComponentRoutes,
	{ base = '', endpoints = [] }: Partial<ServerCode> = {}
): ((url: Pick<URL, 'pathname'>) => RouteMatch | null) => {
	const pages = Object.keys(routes).filter((id) => routes[id]?.page);
	const found = [...new Set([...pages, ...endpoints])]
		.map(compile)
		.sort((one, other) => one.order.localeCompare(other.order));

	return ({ pathname }) => {
		const path = belowBase(pathname, base)?.replace(/\/$/, '');
		if (path === undefined) return null;
		try {
			for (const { id, pattern } of found) {
				const values: (string | undefined)[] | undefined = pattern.exec(path)?.slice(1);
				if (!values) continue;
				if (!routes[id]?.page) return null;
				const decoded = values.map((value = '') => decodeURIComponent(value));
				const params = paramNames(id).map((name, index) => [name, decoded[index]!] as const);
				return { id, params: Object.fromEntries(params) };
			}
		} catch {
			// A path that cannot be decoded has no route.
		}
		return null;
	};
};
