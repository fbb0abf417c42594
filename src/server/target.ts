import { SoftpostError } from '../protocol/errors.ts';
import { isHttp } from '../protocol/wire.ts';
import type { Redirect } from './results.ts';

/** What browsers drop or turn into a slash, so that `/\host` or a tab leads elsewhere than it looks. */
const DISGUISE = /[\p{Cc}\p{Cs}\\]/u;

/**
 * The location of a redirect, once it is known to be where it may lead.
 *
 * @param url     the URL of the request
 * @param origins the app's own origins, as users see them
 * @throws {SoftpostError} `redirect_target` for another origin that `external` does not allow, for a
 *   scheme that is not http(s), and for characters that disguise the target
 */
export const checkedLocation = (
	{ location, external }: Redirect,
	url: URL,
	origins: readonly string[]
): string => {
	const target = URL.canParse(location, url) ? new URL(location, url) : null;
	if (target && isHttp(target) && !DISGUISE.test(location)) {
		const listed = Array.isArray(external) ? external : [];
		if (external === true || [url.origin, ...origins, ...listed].includes(target.origin))
			return location;
	}
	throw new SoftpostError(
		'redirect_target',
		`The redirect to ${JSON.stringify(location)} leaves ${url.origin}. Allow an http(s) origin with { external: [origin] }`,
		{ location, origin: url.origin }
	);
};

/** A location as a header can carry it: bytes beyond ASCII would arrive as other characters. */
export const headerLocation = (location: string): string =>
	location.replace(/[^\x21-\x7e]+/g, encodeURI);
