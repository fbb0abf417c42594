import type { Decoders } from '../../protocol/transport.ts';
import type { FreshPage, PageData } from '../../protocol/page-data.ts';
import { readPageData } from '../../protocol/read-page.ts';
import { MAX_REDIRECTS, redirectTarget } from '../../protocol/wire.ts';
import { fetchPage, heldFor, loopAt, type Landing } from './fetch-page.ts';
import { ELSEWHERE, type Stale } from './held.ts';
import type { CompletingHost, Host } from '../host.ts';

/** The outcome of loading: a page to show, or a document to load; `failure` if the server cannot be reached. */
export type Landed<View> =
	| { url: URL; page: PageData; view: View; failure?: never }
	| { url: URL; page: null; failure?: unknown };

/** The facts about a page before it is loaded. */
export interface Known {
	/** Aborts the loading. */
	signal: AbortSignal;
	/** The shown page. */
	shown: PageData;
	/** Which of its loads must run again; see `Asking`. */
	stale?: Stale | undefined;
	/** Which of its universal loads must run again, whatever their dependencies. Default: all. */
	again?: readonly boolean[] | undefined;
	/** The page that came along with a response. */
	fresh?: FreshPage | undefined;
	/** Whether the shown page is reloaded, which may be the error page of a URL without a route. */
	inPlace?: boolean;
}

/** Loads the data of a URL and the code that shows it. */
export type LoadPage<View> = (start: URL, known: Known) => Promise<Landed<View>>;

/** Reads the page that came along with a response. If it has another origin or cannot be read, it is requested again. */
const readFresh = async (
	start: URL,
	{ url, data }: FreshPage,
	decoders: Decoders
): Promise<Landing | null> => {
	try {
		const target = redirectTarget(url, start);
		if (target?.origin !== start.origin) return null;
		return { url: target, page: await readPageData(data, decoders) };
	} catch {
		return null;
	}
};

/** Whether no route matches. The URL may still be something else on this origin, so its document must be loaded. */
export const isUnknown = ({ route, status }: PageData): boolean => route === null && status === 404;

/** Completes a page with its universal loads: returns the page with their data, or the target of a redirect. */
type Complete = (
	landing: Landing & { page: PageData },
	known: Partial<Known>
) => Promise<Landing | URL>;

/**
 * Makes the function that runs the universal loads of a page. Apps without any do not load the code for it.
 *
 * @param fetched responses that the document of the first page carries
 */
export const createComplete =
	(host: CompletingHost, fetch: typeof globalThis.fetch): Complete =>
	async ({ url, page }, known) => {
		const importing = host.universal?.(page);
		if (!importing) return { url, page };
		const [{ complete }, modules] = await Promise.all([import('./complete.ts'), importing]);
		return complete({ url, page }, modules, { ...known, fetch, host });
	};

/** The facts for another page, after a redirect: a list of stale loads only applies to the shown page. */
const elsewhere = ({ signal, shown, stale, again }: Known): Known => ({
	signal,
	shown,
	stale: stale === ELSEWHERE ? stale : undefined,
	again
});

/** Makes the loader of a router. */
export const createLoadPage = <View>(
	host: Host<View>,
	fetch: typeof globalThis.fetch,
	decoders: Decoders
): LoadPage<View> => {
	const complete = createComplete(host, fetch);
	const { isElsewhere } = host;

	const land = async (start: URL, { fresh, inPlace, ...known }: Known): Promise<Landing> => {
		const along = fresh && (await readFresh(start, fresh, decoders));
		if (along) return along;
		// A request for page data would run an endpoint, and the document would run it once more.
		if (!inPlace && isElsewhere?.(start)) return { url: start, page: null };
		const page = host.local?.(start, heldFor(known));
		return page
			? { url: start, page }
			: fetchPage(start, { ...known, fetch, decoders, isElsewhere });
	};

	return async (start, first) => {
		let known = first;
		let url = start;
		let landing: Landing | URL = start;
		for (let redirects = 0; landing instanceof URL && redirects <= MAX_REDIRECTS; redirects++) {
			url = landing;
			if (url.origin !== start.origin) return { url, page: null };
			const landed: Landing | { failure: unknown } = await land(url, known).catch((failure) => ({
				failure
			}));
			if ('failure' in landed) return { url, page: null, failure: landed.failure };
			if (!landed.page) return { url: landed.url, page: null };
			// If a deployment has removed the code, the document brings the new one.
			const completed = complete({ ...landed, page: landed.page }, known);
			landing = await completed.catch(() => ({ url: landed.url, page: null }));
			known = elsewhere(known);
		}
		const { url: shown, page } = landing instanceof URL ? loopAt(start, first.shown) : landing;
		const view = page && (await host.prepare(page).catch(() => null));
		return page && view ? { url: shown, page, view } : { url: shown, page: null };
	};
};
