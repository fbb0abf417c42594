import { SoftpostError } from '../../protocol/errors.ts';
import { isHttp } from '../../protocol/is-http.ts';
import type { Origin } from '../types.ts';

/**
 * Normalizes an origin as headers spell it: `https://App.Example/` becomes `https://app.example`.
 *
 * @throws {SoftpostError} `origin` for any other text, such as `app.example`, `*` or `null`
 */
const normalized = (text: string): string => {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url && isHttp(url)) return url.origin;
	const advice =
		'Write an origin such as https://app.example. If anyone may call an endpoint, export config = { csrf: false } from it';
	throw new SoftpostError('origin', `${JSON.stringify(text)} is not an origin. ${advice}`, {
		origin: text
	});
};

/** @throws {SoftpostError} `origin` for an invalid one */
export const normalizedOrigins = (origins: string | readonly string[]): string[] =>
	[origins].flat().map(normalized);

/**
 * Restores the URL that users see: a proxy may have changed its scheme and host.
 *
 * @param seen    the URL as this server sees it
 * @param origins the app's own origins: the one with the request's host applies, else the first
 */
export const shownUrl = (seen: URL, origins: readonly string[]): URL => {
	// Most apps have no proxy, and most requests no fragment.
	if (origins[0] === seen.origin && !seen.hash) return seen;
	const [first = seen.origin] = origins;
	const origin = origins.find((own) => new URL(own).host === seen.host) ?? first;
	return new URL(origin + seen.pathname + seen.search);
};

/**
 * Makes the function that returns the app's own origins, as users see them, for a request and its URL.
 *
 * @throws {SoftpostError} `origin` for an invalid one; at once, unless it depends on the request
 */
export const originsOf = (
	origin: Origin | undefined
): ((request: Request, seen: URL) => readonly string[]) => {
	if (typeof origin === 'function') return (request) => normalizedOrigins(origin(request));
	const fixed = origin === undefined ? null : normalizedOrigins(origin);
	return (_, seen) => fixed ?? [seen.origin];
};
