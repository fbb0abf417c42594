import type { Data, PageData, PageError } from '../protocol/page-data.ts';
import { mergedData } from '../protocol/page-data.ts';
import type { Store } from './store.ts';

/** The facts about a page; every change makes a new snapshot. */
export interface PageSnapshot {
	/** The URL in the address bar. */
	url: URL;
	/** The values of the route's `:name` and `*rest` segments. */
	params: Record<string, string>;
	/** The shown route; `id` is `null` if none matched. */
	route: { id: string | null };
	/** The HTTP status of the page, or of the last result that was applied to it. */
	status: number;
	/** The error that the error boundary shows, or `null`. */
	error: PageError | null;
	/** All `load` data, from the root layout to the page. */
	data: Data;
	/** The data of the last applied result; `null` before the first one and after a navigation. */
	form: unknown;
	/** The state given to `goto` for this history entry. */
	state: Record<string, any>;
}

export type PageStore = Store<PageSnapshot>;

/** The snapshot of a page before anything is known about it. */
export const blankPage = (url: URL): PageSnapshot => ({
	url,
	params: {},
	route: { id: null },
	status: 200,
	error: null,
	data: {},
	form: null,
	state: {}
});

/** The part of a snapshot that comes from the server. */
export const pageFields = (page: PageData): Omit<PageSnapshot, 'url' | 'state' | 'form'> => ({
	params: page.params,
	route: { id: page.route },
	status: page.status,
	error: page.error,
	data: mergedData(page)
});
