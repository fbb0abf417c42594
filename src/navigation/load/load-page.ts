import { decodePageData, type Decoders } from '../../protocol/codec.ts';
import type { FreshPage, PageData } from '../../protocol/page-data.ts';
import { redirectTarget } from '../../protocol/wire.ts';
import { fetchPage, type Landing } from './fetch-page.ts';
import type { Stale } from './held.ts';
import type { Host } from '../host.ts';

/** Where a wish ended: a page to show, or a document to load; `failure` where the server was not reached. */
export type Landed<View> =
	| { url: URL; page: PageData; view: View; failure?: never }
	| { url: URL; page: null; failure?: unknown };

/** The facts about a page before it is loaded. */
export interface Known {
	/** Aborts the loading. */
	signal: AbortSignal;
	/** The page that is shown. */
	shown: PageData;
	/** Which of its loads have to run again; see `Asking`. */
	stale?: Stale | undefined;
	/** The page that came along with a response. */
	fresh?: FreshPage | undefined;
}

/** Loads the data of a URL and the code that shows it. */
export type LoadPage<View> = (start: URL, known: Known) => Promise<Landed<View>>;

/** Reads the page that came along with a response. A page of another origin, or one that cannot be read, is asked for again. */
const readFresh = (start: URL, { url, data }: FreshPage, decoders: Decoders): Landing | null => {
	try {
		const target = redirectTarget(url, start);
		if (target?.origin !== start.origin) return null;
		return { url: target, page: decodePageData(data, decoders) };
	} catch {
		return null;
	}
};

/** Without a route a URL may still be something else of this origin: its document tells. */
export const isUnknown = ({ route, status }: PageData): boolean => route === null && status === 404;

/** Makes the loader of a router. */
export const createLoadPage =
	<View>(host: Host<View>, fetch: typeof globalThis.fetch, decoders: Decoders): LoadPage<View> =>
	async (start, { fresh, ...known }) => {
		const { url, page, failure }: Landing & { failure?: unknown } =
			(fresh && readFresh(start, fresh, decoders)) ??
			(await fetchPage(start, { ...known, fetch, decoders }).catch((failure) => ({
				url: start,
				page: null,
				failure
			})));
		// Code that a deployment took away comes back with the document.
		const view = page && (await host.prepare(page).catch(() => null));
		return page && view ? { url, page, view } : { url, page: null, failure };
	};
