import type { Ran } from './universal.ts';

/** An error as the app shows it: what `handleError` returned, `{ message }` at least. */
export interface PageError {
	message: string;
	[key: string]: unknown;
}

/** One property of `load`'s answer per name. */
export type Data = Record<string, unknown>;

/**
 * What a layout's `load` returned, `undefined` where the client has said that it holds that; whether the data
 * belongs to this URL alone, so that it may not be held for another; and what it depends on, see `PageData`.
 */
export type LayoutData = [
	id: string,
	data: Data | null | undefined,
	volatile?: boolean,
	depends?: string[]
];

/** What the server's own loads have returned, where universal loads have made other data of it. */
export interface Served extends Pick<PageData, 'layouts' | 'data'> {
	/** In a browser, the runs of the universal loads, by level; `null` where a level has none. */
	ran?: readonly (Ran | null)[];
}

/** A response that a universal load has read on the server: what it was asked with, its status, type and text. */
export type Fetched = [asked: string, status: number, type: string, body: string];

/** Which routes have a `load` on the server, by their ids: a browser asks for no others. */
export interface ServerCode {
	/** The pages that have none. */
	without: string[];
	/** The layouts that have one. */
	layouts: string[];
	/** Endpoints that stand in no page's place. */
	endpoints: string[];
}

/** What a document says besides what every request for a page is told. */
export interface DocumentData {
	/** `false`: the browser renders the page. */
	ssr?: false;
	/** `false`: there is no script. */
	csr?: false;
	/** What universal loads have read; the browser does not ask again for it. */
	fetched?: Fetched[];
	/** What the browser has to ask for. */
	server?: ServerCode;
}

/**
 * What the server says about one URL: everything a host needs to show it, and nothing it has to match.
 *
 * `layouts` goes from the root down, one entry for each id of the route's chain. With an `error`
 * it ends above the layout whose `load` failed, so the boundary is looked for among what is left.
 */
export interface PageData {
	route: string | null;
	params: Record<string, string>;
	status: number;
	layouts: LayoutData[];
	/** What the page's own `load` returned, `undefined` where the client has said that it holds that. */
	data: Data | null | undefined;
	/** What that `load` depends on: the URLs of `depends`, and `PARENT`. Left out where there is nothing. */
	depends?: string[];
	error: PageError | null;
	form: unknown;
	/** Set where `layouts` and `data` are those of universal loads. Never sent. */
	served?: Served;
	/** Only in documents. */
	document?: DocumentData;
}

/** Everything `load` returned on the way down, the page's own last: `page.data`. */
export const mergedData = ({ layouts, data }: Pick<PageData, 'layouts' | 'data'>): Data =>
	Object.assign({}, ...layouts.map(([, own]) => own), data);

/** How the server answers our own client's request for a page. */
export type PageAnswer =
	({ type: 'page' } & PageData) | { type: 'redirect'; status: number; location: string };

/**
 * The page that an action's response carries as `page`, beside its result, for a client that asked for it:
 * the fresh one after a success, a redirect's target.
 */
export interface FreshPage {
	/** Path, query and fragment where the redirects ended. */
	url: string;
	/** The `data` of the response to a request for this page, still a devalue string. */
	data: string;
}

/** What `createApp` hands to its `render`. */
export interface RenderInput {
	/** The URL the browser will show. */
	url: URL;
	page: PageData;
	/** For the browser, which asks for no other pages. */
	server?: ServerCode;
}

/** Turns a page into a whole HTML document. May be async; runs once for each document. */
export type Render = (input: RenderInput) => string | Promise<string>;
