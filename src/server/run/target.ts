import { SoftpostError } from '../../protocol/errors.ts';
import { isHttp } from '../../protocol/is-http.ts';
import type { Redirect } from '../thrown.ts';

/** Characters that browsers drop or turn into a slash, so that `/\host` or a tab leads to an unexpected target. */
const DISGUISE = /[\p{Cc}\p{Cs}\\]/u;

/** `http:evil.example` is relative on an http page, but another host on the https page that a proxy makes of it. */
const SCHEME_ALONE = /^ *https?:(?!\/\/)/i;

const parsed = (location: string, url: URL): URL | null => {
	if (DISGUISE.test(location) || SCHEME_ALONE.test(location) || !URL.canParse(location, url))
		return null;
	const target = new URL(location, url);
	// People read `https://app.example@evil.example` from the left, and trust it.
	return isHttp(target) && !target.username && !target.password ? target : null;
};

/**
 * Checks a redirect and returns its location.
 *
 * @param url     the URL of the request
 * @param origins the app's own origins, as users see them
 * @throws {SoftpostError} `redirect_target` for another origin that `external` does not allow, for a
 *   scheme that is not http(s), for user names, and for characters that disguise the target
 */
export const checkedLocation = (
	{ location, external }: Redirect,
	url: URL,
	origins: readonly string[]
): string => {
	const target = parsed(location, url);
	const listed = Array.isArray(external) ? external : [];
	const allowed = [url.origin, ...origins, ...listed];
	if (target && (external === true || allowed.includes(target.origin))) return location;
	throw new SoftpostError(
		'redirect_target',
		`The redirect to ${JSON.stringify(location)} leaves ${url.origin}. To allow it, pass { external: [origin] } with its http(s) origin`,
		{ location, origin: url.origin }
	);
};

/**
 * Encodes a location for a header, where characters outside ASCII would arrive garbled.
 *
 * @param url the URL of the request: Chromium does not follow an empty location
 */
export const headerLocation = (location: string, url: URL): string =>
	location.replace(/^ +| +$/g, '').replace(/[^\x21-\x7e]+/g, encodeURI) || url.search || '?';
