import { FORM_TYPES } from './body.ts';

/** What a request says about where it comes from. Absent headers are `null`. */
export interface Provenance {
	method: string;
	/** `Sec-Fetch-Site` */
	site: string | null;
	/** `Origin` */
	origin: string | null;
	/** The media type of the body, in lower case and without parameters. */
	type: string | null;
	/** The app's own origins. */
	expected: readonly string[];
	/** Others that may post here. */
	trusted: readonly string[];
}

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may have been forged by another site (CSRF): the reason, for the log, or `null`.
 *
 * A browser says where a request comes from, in every state-changing request, and pages cannot make
 * it lie. What says nothing is no browser's, unless it could be an old browser's form.
 */
export const refuse = ({
	method,
	site,
	origin,
	type,
	expected,
	trusted
}: Provenance): string | null => {
	const own = `expected ${expected.join(' or ')}`;
	if (SAFE.includes(method) || site === 'same-origin') return null;
	if (origin !== null && trusted.includes(origin)) return null;
	if (site !== null && site !== 'none')
		return `Sec-Fetch-Site is ${site}, Origin ${origin}; ${own}`;
	if (origin !== null) return expected.includes(origin) ? null : `Origin is ${origin}; ${own}`;
	return type === null || FORM_TYPES.includes(type)
		? `neither Origin nor Sec-Fetch-Site, and ${type ?? 'no content type'}; ${own}`
		: null;
};
