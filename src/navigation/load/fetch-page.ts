import type { Decoders } from '../../protocol/transport.ts';
import { SoftpostError, type SoftpostErrorCode } from '../../protocol/errors.ts';
import type { PageData, PageError } from '../../protocol/page-data.ts';
import { readPage } from '../../protocol/read-page.ts';
import {
	HELD_HEADER,
	JSON_TYPE,
	MAX_REDIRECTS,
	PAGE_DATA_HEADER,
	redirectTarget,
	redirectUrl
} from '../../protocol/wire.ts';
import type { Host } from '../host.ts';
import {
	ELSEWHERE,
	heldBeside,
	heldElsewhere,
	heldKeys,
	servedOf,
	withHeld,
	type Held,
	type Stale
} from './held.ts';

/** The final URL after redirects, with its page data, or without if its document must be loaded. */
export interface Landing {
	url: URL;
	page: PageData | null;
}

/** Makes a page for an error that the browser half has found, inside the root layout of the shown page. */
const errorPage = (shown: PageData | undefined, error: PageError): PageData => ({
	route: null,
	params: {},
	status: 500,
	layouts: (shown && servedOf(shown).layouts.slice(0, 1)) ?? [],
	data: null,
	form: null,
	error
});

/** Makes the error page of a navigation that the browser half refuses. */
export const errorAt = (
	url: URL,
	shown: PageData | undefined,
	code: SoftpostErrorCode,
	message: string
): Landing => ({ url, page: errorPage(shown, { code, message }) });

/** Makes the error page of an endless redirect. */
export const loopAt = (start: URL, shown: PageData | undefined): Landing =>
	errorAt(
		start,
		shown,
		'redirect_loop',
		`${start.pathname} redirects too often to be shown. Go back, or open another page`
	);

const fail = (cause: unknown): never => {
	throw new SoftpostError('network', 'The page could not be loaded from the server', {}, { cause });
};

/** The options of a request for a page. */
export interface Asking {
	fetch: typeof globalThis.fetch;
	/** Custom types of the response. */
	decoders: Decoders;
	/** Aborts the request. */
	signal?: AbortSignal;
	/** The shown page, if any. */
	shown?: PageData;
	/** Which of its loads must run again. Default: all. */
	stale?: Stale | undefined;
	/** See {@link Host}. */
	isElsewhere?: Host<never>['isElsewhere'];
}

/** Whether redirects have led out of the app. */
const hasLeft = (url: URL, start: URL, { isElsewhere }: Asking): boolean =>
	url.origin !== start.origin || (url !== start && !!isElsewhere?.(url));

const NOTHING: Held = { layouts: new Map() };

/** The data that need not be loaded again for a URL. A list of stale loads only applies to the shown page. */
export const heldFor = (
	{ shown, stale }: Pick<Asking, 'shown' | 'stale'>,
	redirected = false
): Held => {
	if (!shown || !stale) return NOTHING;
	if (stale === ELSEWHERE) return heldElsewhere(shown);
	return redirected ? NOTHING : heldBeside(shown, stale);
};

/**
 * Requests the page at a URL, and follows the redirects of its `load` functions.
 *
 * @returns the final URL and its page; `page` is `null` if the document must be loaded, because the origin is another
 * one or the response is not page data
 * @throws {SoftpostError} `network` if there is no connection, or it breaks
 */
export const fetchPage = async (start: URL, asking: Asking): Promise<Landing> => {
	const { fetch, decoders, signal = null, shown } = asking;
	let url = start;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		if (hasLeft(url, start, asking)) return { url, page: null };
		const held = heldFor(asking, redirects > 0);
		const keys = heldKeys(held);
		const headers = {
			accept: JSON_TYPE,
			[PAGE_DATA_HEADER]: 'true',
			...(keys && { [HELD_HEADER]: keys })
		};
		const response = await fetch(url, { headers, signal }).catch(fail);
		if (response.redirected) url = redirectUrl(response.url, url);
		const text = await response.text().catch(fail);
		const answer = await readPage(text, decoders);
		if (answer?.type !== 'redirect') return { url, page: answer && withHeld(answer, held) };
		if (!URL.canParse(answer.location, url)) return { url, page: null };
		const target = redirectTarget(answer.location, url);
		if (!target)
			return errorAt(
				url,
				shown,
				'external_url',
				'The page redirects to a URL that cannot be shown'
			);
		url = target;
	}
	return loopAt(start, shown);
};
