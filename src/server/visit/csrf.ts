import { isSafe } from '../http.ts';
import { FORM_TYPES, mediaType } from '../body/media-type.ts';

/** The client's words are cut and escaped, so that a log shows them as one value and no more. */
const quoted = (value: string | null): string => JSON.stringify(value?.slice(0, 100) ?? null);

/**
 * Whether a request may have been forged by another site (CSRF): the reason, for the log, or `null`.
 *
 * A browser says where a request comes from, in every state-changing request, and pages cannot make
 * it lie. What says nothing is no browser's, unless it could be an old browser's form. The table of all
 * cases is test/vectors/csrf.json.
 *
 * @param expected the app's own origins
 * @param trusted  others that may post here
 */
export const whyForged = (
	request: Pick<Request, 'method' | 'headers'>,
	expected: readonly string[],
	trusted: readonly string[]
): string | null => {
	const { headers } = request;
	const site = headers.get('sec-fetch-site');
	if (isSafe(request) || site === 'same-origin') return null;
	const origin = headers.get('origin');
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
