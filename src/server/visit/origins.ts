import { SoftpostError } from '../../protocol/errors.ts';
import { isHttp } from '../../protocol/wire.ts';
import type { Origin } from '../types.ts';

/**
 * An origin as headers spell it: `https://App.Example/` is `https://app.example`.
 *
 * @throws {SoftpostError} `origin` for what is none, such as `app.example`, `*` or `null`
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

/** @throws {SoftpostError} `origin` for one that is none */
export const normalizedOrigins = (origins: string | readonly string[]): string[] =>
	[origins].flat().map(normalized);

/**
 * The URL of a request as users see it: a proxy may have changed its scheme and its host.
 *
 * @param seen    as this server sees it
 * @param origins the app's own; of several the one with the request's host, else the first
 */
export const shownUrl = (seen: URL, origins: readonly string[]): URL => {
	// Most apps have no proxy, and most requests no fragment.
	if (origins[0] === seen.origin && !seen.hash) return seen;
	const [first = seen.origin] = origins;
	const origin = origins.find((own) => new URL(own).host === seen.host) ?? first;
	return new URL(origin + seen.pathname + seen.search);
};

/**
 * Makes a function of the request, and of its URL, that gives the app's own origins, as users see them.
 *
 * @throws {SoftpostError} `origin` for one that is none; at once, where it is known before a request
 */
export const originsOf = (
	origin: Origin | undefined
): ((request: Request, seen: URL) => readonly string[]) => {
	if (typeof origin === 'function') return (request) => normalizedOrigins(origin(request));
	const fixed = origin === undefined ? null : normalizedOrigins(origin);
	return (_, seen) => fixed ?? [seen.origin];
};
