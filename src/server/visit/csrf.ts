import { headerOf, isSafe, type Headed } from '../http.ts';
import { FORM_TYPES, mediaType } from '../body/media-type.ts';

/** Cuts and escapes text from the client, so that it cannot fake lines in a log. */
const quoted = (value: string | null): string => JSON.stringify(value?.slice(0, 100) ?? null);

/**
 * Decides whether another site may have forged a request (CSRF). Returns the reason, for the log, or `null`.
 *
 * Browsers send the origin with every state-changing request, and pages cannot change it. A request without these
 * headers does not come from a browser, unless it looks like a form of an old one. The table of all cases is
 * test/vectors/csrf.json.
 *
 * @param expected the app's own origins
 * @param trusted  other origins that may post here
 */
export const whyForged = (
	request: Headed & Pick<Request, 'method'>,
	expected: readonly string[],
	trusted: readonly string[]
): string | null => {
	const site = headerOf(request, 'sec-fetch-site');
	if (isSafe(request) || site === 'same-origin') return null;
	const origin = headerOf(request, 'origin');
	const own = (): string => `expected ${expected.join(' or ')}`;
	if (origin !== null && trusted.includes(origin)) return null;
	if (site !== null && site !== 'none')
		return `Sec-Fetch-Site is ${quoted(site)}, Origin ${quoted(origin)}; ${own()}`;
	if (origin !== null)
		return expected.includes(origin) ? null : `Origin is ${quoted(origin)}; ${own()}`;
	const type = mediaType(request);
	return type === null || FORM_TYPES.includes(type)
		? `neither Origin nor Sec-Fetch-Site, and ${type ?? 'no content type'}; ${own()}`
		: null;
};
