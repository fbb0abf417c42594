import { layoutKey } from './routes.ts';
import type { Ran, UniversalRoute } from './universal.ts';

/** An error as users see it: the return value of `handleError`, at least `{ message }`. */
export interface PageError {
	message: string;
	[key: string]: unknown;
}

/** The data of a `load`. */
export type Data = Record<string, unknown>;

/**
 * The data of a layout's `load`, left out if the client already has it. `volatile`: the data is valid for this URL
 * only, so the client must not reuse it for another. `depends`: see `PageData`.
 */
export type LayoutData = [
	id: string,
	data?: Data | null | undefined,
	volatile?: boolean,
	depends?: string[]
];

/** The data of the server loads, if universal loads have turned it into other data. */
export interface Served extends Pick<PageData, 'layouts' | 'data'> {
	/** In a browser, the runs of the universal loads, by level; `null` for a level without one. */
	ran?: readonly (Ran | null)[];
}

/** A response that a universal load has read on the server: the name of its request, its status, type and text. */
export type Fetched = [asked: string, status: number, type: string, body: string];

/** The ids of the routes with a `load` on the server. A browser requests no others. */
export interface ServerCode {
	/** The pages without a server `load`. */
	without: string[];
	/** The layouts with a server `load`. */
	layouts: string[];
	/** Routes with an endpoint but no page. */
	endpoints: string[];
	/** The path that all URLs of the app begin with, if there is one. */
	base?: string;
}

/** The part of a page that only documents carry, not responses with page data. */
export interface DocumentData {
	/** `false`: the browser renders the page. */
	ssr?: false;
	/** `false`: there is no script. */
	csr?: false;
	/** The responses that universal loads have read, so that the browser does not request them again. */
	fetched?: Fetched[];
	/** The routes that the browser has to request. */
	server?: ServerCode;
}

/**
 * A page, as the server sends it: everything that a host needs to show the URL, without matching routes itself.
 *
 * `layouts` begins with the root and has an entry for each id of the route's chain. With an `error` it ends above the
 * layout whose `load` failed: one of the remaining layouts has the boundary.
 */
export interface PageData {
	route: string | null;
	params: Record<string, string>;
	status: number;
	layouts: LayoutData[];
	/** The data of the page's own `load`, left out if the client already has it. */
	data?: Data | null | undefined;
	/** The dependencies of that `load`: the URLs of `depends`, and `PARENT`. Omitted if there are none. */
	depends?: string[];
	error: PageError | null;
	form: unknown;
	/** Set if `layouts` and `data` come from universal loads. Never sent. */
	served?: Served;
	/** Only in documents. */
	document?: DocumentData;
}

/** Merges data from the root down. With `Object.assign` an own `__proto__` would become the prototype. */
export const merged = (parts: readonly (Data | null | undefined)[]): Data =>
	parts.reduce<Data>((all, own) => ({ ...all, ...own }), {});

/** Merges the data of all layouts and the page, from the root down, into `page.data`. */
export const mergedData = ({ layouts, data }: Pick<PageData, 'layouts' | 'data'>): Data =>
	merged([...layouts.map(([, own]) => own), data]);

/** Throws if it is not a page. Later it would fail in the middle of a navigation. */
export const checkedPage = (page: PageData): PageData => {
	// `find` exists on arrays only, and visits holes.
	page.layouts.find(([id]) => !layoutKey(id, page.params));
	return page;
};

/** The response to our own client's request for a page. */
export type PageAnswer =
	({ type: 'page' } & PageData) | { type: 'redirect'; status: number; location: string };

/**
 * The page that an action's response carries as `page` in addition to its result, if the client asked for it: the
 * fresh page after a success, or a redirect's target.
 */
export interface FreshPage {
	/** Path, query and fragment where the redirects ended. */
	url: string;
	/** The `data` of the response to a request for this page: plain JSON, or still a devalue string. */
	data: unknown;
}

/** The argument of `createApp`'s `render`. */
export interface RenderInput {
	/** The URL the browser will show. */
	url: URL;
	page: PageData;
	/** Tells the browser which routes to request. */
	server?: ServerCode;
}

/** Turns a page into a complete HTML document. May be async; runs once per document. */
export interface Render {
	(input: RenderInput): string | Promise<string>;
	/** Finds the universal modules of a route in the renderer's own table, for an app whose table has none. */
	universal?(id: string): UniversalRoute | undefined;
}
