import { decodePage, type Decoders } from '../protocol/codec.ts';
import { SoftpostError, type SoftpostErrorCode } from '../protocol/errors.ts';
import type { LayoutData, PageData } from '../protocol/page-data.ts';
import { layoutKey } from '../protocol/routes.ts';
import {
	HELD_HEADER,
	JSON_TYPE,
	MAX_REDIRECTS,
	PAGE_DATA_HEADER,
	redirectTarget,
	redirectUrl
} from '../protocol/wire.ts';

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

const fail = (cause: unknown): never => {
	throw new SoftpostError('network', 'The page could not be loaded from the server', {}, { cause });
};

/** The layouts of a page whose data is as good for another page, by key. */
const holdable = ({ layouts, params }: PageData): [key: string, layout: LayoutData][] =>
	layouts
		.filter(([, , volatile]) => !volatile)
		.map((layout) => [layoutKey(layout[0], params), layout]);

/** Puts in what the server left out, because it was told that it is here. */
const withHeld = (page: PageData, held: Map<string, LayoutData>): PageData => ({
	...page,
	layouts: page.layouts.map((layout) =>
		layout[1] === undefined ? (held.get(layoutKey(layout[0], page.params)) ?? layout) : layout
	)
});

/**
 * Asks the server what is at a URL, and follows the redirects that its `load` functions answer.
 *
 * @param fetch    makes the requests
 * @param decoders custom types of the answer
 * @param signal   aborts them
 * @param held     the page that is shown: layouts that both share are not loaded again. Without it all are
 * @returns where that ended; `page` is `null` where the document has to be loaded: another origin, or an
 * answer that is not page data
 * @throws {SoftpostError} `network` without a connection, or where it broke
 */
export const fetchPage = async (
	start: URL,
	fetch: typeof globalThis.fetch,
	decoders: Decoders,
	signal: AbortSignal | null = null,
	held?: PageData
): Promise<Landing> => {
	const kept = new Map(held ? holdable(held) : []);
	const headers = {
		accept: JSON_TYPE,
		[PAGE_DATA_HEADER]: 'true',
		...(kept.size && { [HELD_HEADER]: [...kept.keys()].join() })
	};
	let url = start;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		if (url.origin !== start.origin) return { url, page: null };
		const response = await fetch(url, { headers, signal }).catch(fail);
		if (response.redirected) url = redirectUrl(response.url, url);
		const answer = decodePage(await response.text().catch(fail), decoders);
		if (answer?.type !== 'redirect') return { url, page: answer && withHeld(answer, kept) };
		if (!URL.canParse(answer.location, url)) return { url, page: null };
		const target = redirectTarget(answer.location, url);
		if (!target)
			return {
				url,
				page: errorPage('external_url', 'The page redirects to a URL that cannot be shown')
			};
		url = target;
	}
	return {
		url: start,
		page: errorPage('redirect_loop', `${start.pathname} redirects more than ${MAX_REDIRECTS} times`)
	};
};
