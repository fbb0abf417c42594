import { merged, type Data } from './page-data.ts';
import type { Lazy } from './routes.ts';
import type { Dependent, Reads } from './watched.ts';

/** The argument of a `load` in `+page.ts` or `+layout.ts`, on the server and in the browser. */
export interface LoadEvent<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	ServerData extends Record<string, any> | null = Record<string, any> | null,
	ParentData extends Record<string, any> = Record<string, any>,
	RouteId extends string | null = string | null
> extends Dependent {
	/** The data of the server `load` of the same route, or `null`. */
	data: ServerData;
	url: URL;
	params: Params;
	route: { id: RouteId };
	/**
	 * `fetch` that takes relative URLs. The document of the first page carries the responses that it has read on the
	 * server, so that the browser does not request them again. `invalidate` with the URL runs this `load` again.
	 */
	fetch: typeof globalThis.fetch;
	/** Waits for the layouts above, and returns their merged data. */
	parent(): Promise<ParentData>;
	/** Sets headers of the response on the server, each once; see `RequestEvent`. */
	setHeaders(headers: Record<string, string>): void;
}

/** A `load` that runs on the server for the first page, and in the browser for every page. */
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
	/** `false`: the server sends an empty document, and the browser renders the page. Default `true`. */
	ssr?: boolean | undefined;
	/** `false`: the document has no script, and the browser handles forms and links. Default `true`. */
	csr?: boolean | undefined;
}

/** The exports of `+page.ts` or `+layout.ts`. */
export interface UniversalModule extends PageOptions {
	load?: Load<any, any, any, any, any> | undefined;
}

/** The universal modules of a route. */
export interface UniversalRoute {
	page?: Lazy<UniversalModule>;
	layout?: Lazy<UniversalModule>;
}

/** A universal load that has run in a browser: its data and its inputs. It runs again when an input changes. */
export interface Ran {
	/** The route and its parameters. */
	key: string;
	/** The URL, without the fragment. */
	href: string;
	data: Data | null;
	reads: Reads;
}

/** One level of a page, from the root layout down to the page itself. */
export interface Level {
	/** Loads its data; called once. `parent` gets the data of the levels above. */
	run(parent: () => Promise<Data>): Promise<Data | null>;
}

/** Runs all levels at the same time. `parent()` waits for the levels above. */
export const runLevels = (
	levels: readonly Level[]
): Promise<PromiseSettledResult<Data | null>[]> => {
	const running: Promise<Data | null>[] = [];
	for (const { run } of levels) {
		const above = [...running];
		const parent = (): Promise<Data> => {
			const data = Promise.all(above).then(merged);
			// If no code awaits this promise, its error must not count as unhandled.
			data.catch(() => {});
			return data;
		};
		running.push(run(parent));
	}
	return Promise.allSettled(running);
};

/** Finds the first level whose `load` has failed. */
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
 * Makes a name for a GET request, under which the browser finds its response; `null` for any other request.
 *
 * @param base the page's URL
 */
export const askedWith = (
	input: Parameters<typeof fetch>[0],
	init: RequestInit | undefined,
	base: URL
): string | null => {
	// Copied from the `Request`, so that both kinds of input are read in one way.
	const given =
		input instanceof Request
			? input
			: { url: String(input), method: 'GET', headers: {}, body: null };
	const { method, headers, body }: RequestInit = { ...pick(given), ...init };
	if (!/^get$/i.test(method!) || body) return null;
	const url = new URL(given.url, base);
	// Without the app's own origin, which a proxy may hide from the server.
	const own =
		url.origin === base.origin ? url.pathname + url.search : url.origin + url.pathname + url.search;
	return [own, ...[...new Headers(headers)].map((pair) => pair.join(': '))].join('\n');
};
