import { decodePage, type Decoders } from '../protocol/codec.ts';
import type { SoftpostErrorCode } from '../protocol/errors.ts';
import type { PageData } from '../protocol/page-data.ts';
import { isHttp, JSON_TYPE, MAX_REDIRECTS, PAGE_DATA_HEADER } from '../protocol/wire.ts';

/** Where the redirects of a URL ended, and what is there: page data, or a document to be loaded. */
export interface Landing {
	url: URL;
	page: PageData | null;
}

/** A page of nothing but an error that the browser half found itself. */
const errorPage = (code: SoftpostErrorCode, message: string): PageData => ({
	route: null,
	params: {},
	status: 500,
	layouts: [],
	data: null,
	form: null,
	error: { code, message }
});

/** The URL a redirect leads to; the fragment is inherited where it has none (Fetch, section 4.4). */
export const redirectUrl = (location: string, base: URL): URL => {
	const url = new URL(location, base);
	if (!url.hash) url.hash = base.hash;
	return url;
};

/**
 * Asks the server what is at a URL, and follows the redirects that its `load` functions answer.
 *
 * @returns where that ended; `page` is `null` where the document has to be loaded: another origin,
 * no connection, or an answer that is not page data
 */
export const fetchPage = async (
	start: URL,
	{ fetch, decoders, signal }: { fetch: typeof globalThis.fetch; decoders: Decoders; signal: AbortSignal }
): Promise<Landing> => {
	let url = start;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		if (!isHttp(url)) return { url, page: errorPage('external_url', `${url.protocol} cannot be shown`) };
		if (url.origin !== start.origin) return { url, page: null };
		const headers = { accept: JSON_TYPE, [PAGE_DATA_HEADER]: 'true' };
		const response = await fetch(url, { headers, signal }).catch(() => null);
		if (response?.redirected) url = redirectUrl(response.url, url);
		const text = await response?.text().catch(() => '');
		const answer = decodePage(text ?? '', decoders);
		if (answer?.type !== 'redirect') return { url, page: answer };
		if (!URL.canParse(answer.location, url)) return { url, page: null };
		url = redirectUrl(answer.location, url);
	}
	return {
		url: start,
		page: errorPage('redirect_loop', `${start.pathname} redirects more than ${MAX_REDIRECTS} times`)
	};
};
