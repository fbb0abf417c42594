import type { Decoders } from '../../protocol/transport.ts';
import { SoftpostError, type SoftpostErrorCode } from '../../protocol/errors.ts';
import type { PageData, PageError } from '../../protocol/page-data.ts';
import {
	HELD_HEADER,
	JSON_TYPE,
	MAX_REDIRECTS,
	PAGE_DATA_HEADER,
	redirectTarget,
	redirectUrl
} from '../../protocol/wire.ts';
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

/** Where the redirects of a URL ended, and what is there: page data, or a document to be loaded. */
export interface Landing {
	url: URL;
	page: PageData | null;
}

/** An error that the browser half found itself, in the root layout of the page that is shown. */
const errorPage = (shown: PageData | undefined, error: PageError): PageData => ({
	route: null,
	params: {},
	status: 500,
	layouts: (shown && servedOf(shown).layouts.slice(0, 1)) ?? [],
	data: null,
	form: null,
	error
});

/** Where a navigation ends that the browser half refuses. */
export const errorAt = (
	url: URL,
	shown: PageData | undefined,
	code: SoftpostErrorCode,
	message: string
): Landing => ({ url, page: errorPage(shown, { code, message }) });

/** Where a navigation ends that is redirected without end. */
export const loopAt = (start: URL, shown: PageData | undefined): Landing =>
	errorAt(
		start,
		shown,
		'redirect_loop',
		`${start.pathname} redirects more than ${MAX_REDIRECTS} times. Check what the load functions redirect to`
	);

const fail = (cause: unknown): never => {
	throw new SoftpostError('network', 'The page could not be loaded from the server', {}, { cause });
};

/** How to ask for a page. */
export interface Asking {
	fetch: typeof globalThis.fetch;
	/** Custom types of the response. */
	decoders: Decoders;
	/** Aborts it. */
	signal?: AbortSignal;
	/** The page that is shown, where there is one. */
	shown?: PageData;
	/** Which of its loads have to run again. Default: all. */
	stale?: Stale | undefined;
}

/** Loads what reads page data. Most pages are left before they need it: the first one's own data is plain. */
export const loadCodec = (): Promise<typeof import('../../protocol/codec.ts')> =>
	import('../../protocol/codec.ts');

const NOTHING: Held = { layouts: new Map() };

/** What need not be loaded for a URL. A list of loads is about the page that is shown, and no other. */
export const heldFor = (
	{ shown, stale }: Pick<Asking, 'shown' | 'stale'>,
	redirected = false
): Held => {
	if (!shown || !stale) return NOTHING;
	if (stale === ELSEWHERE) return heldElsewhere(shown);
	return redirected ? NOTHING : heldBeside(shown, stale);
};

/**
 * Asks the server for the page at a URL, and follows the redirects of its `load` functions.
 *
 * @returns where that ended; `page` is `null` where the document has to be loaded: another origin, or an
 * answer that is not page data
 * @throws {SoftpostError} `network` without a connection, or where it broke
 */
export const fetchPage = async (start: URL, asking: Asking): Promise<Landing> => {
	const { fetch, decoders, signal = null, shown } = asking;
	// Loaded while the server makes the page.
	loadCodec().catch(() => {});
	let url = start;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		if (url.origin !== start.origin) return { url, page: null };
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
		// Code that a deployment took away comes back with the document.
		const codec = await loadCodec().catch(() => null);
		const answer = codec && codec.decodePage(text, decoders);
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
