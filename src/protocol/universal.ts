import type { Data } from './page-data.ts';
import type { Lazy } from './routes.ts';
import type { Dependent, Reads } from './watched.ts';

/** What a `load` of `+page.ts` or `+layout.ts` is given, on the server and in the browser. */
export interface LoadEvent<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	ServerData extends Record<string, any> | null = Record<string, any> | null,
	ParentData extends Record<string, any> = Record<string, any>,
	RouteId extends string | null = string | null
> extends Dependent {
	/** What the server `load` beside it has returned, `null` where there is none. */
	data: ServerData;
	url: URL;
	params: Params;
	route: { id: RouteId };
	/**
	 * `fetch` that takes relative URLs. What it has read while the server rendered the first page comes along with the
	 * document, so that the browser does not ask again. `invalidate` with the URL runs this `load` again.
	 */
	fetch: typeof globalThis.fetch;
	/** The merged data of the layouts above. Waits for them. */
	parent(): Promise<ParentData>;
	/** On the server, sets headers of the response, each once; see `RequestEvent`. */
	setHeaders(headers: Record<string, string>): void;
}

/** A `load` that runs on the server for the first page, and in the browser for it and all later ones. */
export type Load<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	ServerData extends Record<string, any> | null = Record<string, any> | null,
	ParentData extends Record<string, any> = Record<string, any>,
	Output extends Record<string, any> | void = Record<string, any> | void,
	RouteId extends string | null = string | null
> = (event: LoadEvent<Params, ServerData, ParentData, RouteId>) => Output | Promise<Output>;

/** The `load` of `+page.ts`, as `./$types` of SvelteKit names it. */
export type PageLoad<Output extends Record<string, any> | void = Record<string, any> | void> = Load<
	Record<string, string>,
	Record<string, any> | null,
	Record<string, any>,
	Output
>;

/** The `load` of `+layout.ts`, as `./$types` of SvelteKit names it. */
export type LayoutLoad<Output extends Record<string, any> | void = Record<string, any> | void> =
	PageLoad<Output>;

/** Page options, of a page or of all pages below a layout. */
export interface PageOptions {
	/** `false`: the server sends a document without the page, which the browser renders. Default `true`. */
	ssr?: boolean | undefined;
	/** `false`: the document has no script. Forms and links are the browser's. Default `true`. */
	csr?: boolean | undefined;
}

/** What `+page.ts` or `+layout.ts` exports. */
export interface UniversalModule extends PageOptions {
	load?: Load<any, any, any, any, any> | undefined;
}

/** The universal modules of a route. */
export interface UniversalRoute {
	page?: Lazy<UniversalModule>;
	layout?: Lazy<UniversalModule>;
}

/** What a universal load has returned in a browser, and what for: it runs again where that has changed. */
export interface Ran {
	/** Its route and parameters. */
	key: string;
	/** The URL, without the fragment. */
	href: string;
	data: Data | null;
	reads: Reads;
}

/** One level of a page, from the root layout down to the page itself. */
export interface Level {
	/** Gets its data; called once, however many ask. `parent` is for that of the levels above. */
	run(parent: () => Promise<Data>): Promise<Data | null>;
}

/** Runs all levels at once. `parent()` waits for those above. */
export const runLevels = (
	levels: readonly Level[]
): Promise<PromiseSettledResult<Data | null>[]> => {
	const running: Promise<Data | null>[] = [];
	for (const { run } of levels) {
		const above = [...running];
		const parent = (): Promise<Data> => {
			const merged = Promise.all(above).then((data): Data => Object.assign({}, ...data));
			// Code that never waits for it has no error of it.
			merged.catch(() => {});
			return merged;
		};
		running.push(run(parent));
	}
	return Promise.allSettled(running);
};

/** What a level whose `load` has failed leaves of a page. */
export const failedLevel = (
	results: readonly PromiseSettledResult<unknown>[]
): { level: number; reason: unknown } | null => {
	const level = results.findIndex(({ status }) => status === 'rejected');
	if (level < 0) return null;
	return { level, reason: (results[level] as PromiseRejectedResult).reason };
};

type Asked = Pick<Request, 'method' | 'body'> & { headers: HeadersInit };

const pick = ({ method, headers, body }: Asked): Asked => ({ method, headers, body });

/**
 * Names a request that only reads, so that the browser knows it again; `null` for any other.
 *
 * @param base the page's URL
 */
export const askedWith = (
	input: Parameters<typeof fetch>[0],
	init: RequestInit | undefined,
	base: URL
): string | null => {
	// What a `Request` brings is said once more, for both to be read in one way.
	const given =
		input instanceof Request
			? input
			: { url: String(input), method: 'GET', headers: {}, body: null };
	const { method, headers, body }: RequestInit = { ...pick(given), ...init };
	if (!/^get$/i.test(method!) || body) return null;
	const url = new URL(given.url, base);
	// A proxy may hide the app's own origin from it.
	const own =
		url.origin === base.origin ? url.pathname + url.search : url.origin + url.pathname + url.search;
	return [own, ...[...new Headers(headers)].map((pair) => pair.join(': '))].join('\n');
};
