import type { SerializeOptions } from 'cookie';
import type { ActionData, AnyActions } from '../protocol/action-types.ts';
import type { Transport } from '../protocol/codec.ts';
import type { PageError, Render } from '../protocol/page-data.ts';
import type { Lazy, RouteEntry } from '../protocol/routes.ts';
import type { PageOptions, UniversalRoute } from '../protocol/universal.ts';
import type { Dependent } from '../protocol/watched.ts';
import type { EndpointConfig, PageConfig, Part, SizeOptions } from './form-types.ts';
import type { SubmissionStore } from './store.ts';

declare global {
	/** The names SvelteKit's `app.d.ts` fills in; an app declares its own members in the same way. */
	namespace App {
		// eslint-disable-next-line @typescript-eslint/no-empty-object-type
		interface Locals {}
		// eslint-disable-next-line @typescript-eslint/no-empty-object-type
		interface Platform {}
	}
}

type MaybePromise<Value> = Value | Promise<Value>;

/** `path` has no default, because the browser's is the directory of the URL and rarely meant. */
export type CookieOptions = Omit<SerializeOptions, 'path'> & { path: string };

/** The cookies of one request, and those its response will set. */
export interface Cookies {
	/** The value the browser sent, or the one set during this request where its path and domain match. */
	get(name: string, options?: { decode?: (value: string) => string }): string | undefined;
	/** All of those, by name. */
	getAll(options?: { decode?: (value: string) => string }): { name: string; value: string }[];
	/**
	 * Sets a cookie with the response. Defaults: `httpOnly`, `sameSite: 'lax'`, and `secure` but for
	 * http on localhost. A relative `path` is resolved against the URL of the request.
	 *
	 * @throws {SoftpostError} `cookie` without a `path`, above 4096 bytes, or for what no cookie can hold
	 *   or no browser would keep
	 */
	set(name: string, value: string, options: CookieOptions): void;
	/** Tells the browser to forget a cookie. `path` and `domain` must be those it was set with. */
	delete(name: string, options: CookieOptions): void;
	/** The `set-cookie` header that `set` would send. */
	serialize(name: string, value: string, options: CookieOptions): string;
}

/** What app code gets to know about a request, and the means to respond to it. */
export interface RequestEvent<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	RouteId extends string | null = string | null
> {
	/** The request; its body is cut off at `bodyLimit`, and `formData()` at the `limits`. */
	request: Request;
	/** The URL the browser shows, also in a request for page data, and behind a proxy if `origin` is set. */
	url: URL;
	/** The decoded values of the route's parameters; a `*rest` keeps its slashes. */
	params: Params;
	/** The matched entry of the route table, `null` for none. */
	route: { id: RouteId };
	/**
	 * The entries of the form as they arrive, instead of `request.formData()`, so that files need not fit
	 * into memory. Read a file's `stream` before the next entry; what is left of it is skipped.
	 *
	 * The loop throws a `SoftpostError` `body_limit` beyond a limit, and the response is a 413 then.
	 */
	parts(): AsyncGenerator<Part, void>;
	cookies: Cookies;
	/** Free for the app: `handle` fills it, the rest reads it. */
	locals: App.Locals;
	/** What the server gave to `app.fetch`. */
	platform: Readonly<App.Platform> | undefined;
	/** The address `app.fetch` was given; throws a `SoftpostError` `client_address` where it was given none. */
	getClientAddress(): string;
	/**
	 * Sets headers of the response, each once, and none that the response sets itself.
	 *
	 * @throws {SoftpostError} `headers` for a header that was set before, for one that cannot be sent, and for
	 *   `set-cookie`, `content-length` and `transfer-encoding`; none of the headers is set then
	 */
	setHeaders(headers: Record<string, string>): void;
	/** `fetch` that takes relative URLs; on this origin it calls the app itself, with the user's cookies. */
	fetch: typeof globalThis.fetch;
	/** Whether our own client asks for the page's data instead of its HTML. */
	isDataRequest: boolean;
}

/** What a server `load` is given: the request, and what the layouts above have loaded. */
export interface ServerLoadEvent<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	ParentData extends Record<string, any> = Record<string, any>,
	RouteId extends string | null = string | null
>
	extends RequestEvent<Params, RouteId>, Dependent {
	/** The merged data of the layouts above. Waits for them. */
	parent(): Promise<ParentData>;
}

/** Gets the data of a page or a layout: a plain object, or nothing. */
export type ServerLoad<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	ParentData extends Record<string, any> = Record<string, any>,
	Output extends Record<string, any> | void = Record<string, any> | void,
	RouteId extends string | null = string | null
> = (event: ServerLoadEvent<Params, ParentData, RouteId>) => MaybePromise<Output>;

/** The `load` of a page, as `./$types` of SvelteKit names it. */
export type PageServerLoad<Output extends Record<string, any> | void = Record<string, any> | void> =
	ServerLoad<Record<string, string>, Record<string, any>, Output>;

/** The `load` of a layout, as `./$types` of SvelteKit names it. */
export type LayoutServerLoad<
	Output extends Record<string, any> | void = Record<string, any> | void
> = ServerLoad<Record<string, string>, Record<string, any>, Output>;

/** Handles a POST to a page: returns a plain object, `fail(…)` or nothing. */
export type Action<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	Output extends Record<string, any> | void = Record<string, any> | void,
	RouteId extends string | null = string | null
> = (event: RequestEvent<Params, RouteId>) => MaybePromise<Output>;

/** The actions of a page by name: `default` alone, or any others. */
export type Actions<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	Output extends Record<string, any> | void = Record<string, any> | void,
	RouteId extends string | null = string | null
> = Record<string, Action<Params, Output, RouteId>>;

/** Answers requests of one method to an endpoint. */
export type RequestHandler<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	RouteId extends string | null = string | null
> = (event: RequestEvent<Params, RouteId>) => MaybePromise<Response>;

export interface ResolveOptions {
	/** Changes the HTML before it is sent; called once, with the whole document. */
	transformPageChunk?: (input: { html: string; done: boolean }) => MaybePromise<string | undefined>;
}

/** Runs around every request, once: before the action, and not again before `load`. */
export type Handle = (input: {
	event: RequestEvent;
	/** Answers the request. Never rejects: what app code throws has become a response. */
	resolve(event: RequestEvent, options?: ResolveOptions): Promise<Response>;
}) => MaybePromise<Response>;

/** Called with every unexpected error. Its return value is shown to the user. */
export type HandleServerError = (input: {
	error: unknown;
	event: RequestEvent;
	/** 500, or 404 for a URL that no route matches. */
	status: number;
	/** Shown if nothing is returned. */
	message: string;
}) => MaybePromise<PageError | void>;

export interface PageModule extends PageOptions {
	config?: PageConfig | undefined;
	load?: ServerLoad<any, any, any, any> | undefined;
	actions?: Record<string, Action<any, any, any>> | undefined;
}

export interface LayoutModule extends PageOptions {
	load?: ServerLoad<any, any, any, any> | undefined;
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
export type EndpointModule = Partial<
	Record<Method | 'fallback', RequestHandler<any, any> | undefined>
> & { config?: EndpointConfig | undefined };

/** One entry of the server's route table. */
export interface ServerRoute extends RouteEntry {
	/** `{}` for a page without server code. */
	page?: Lazy<PageModule>;
	layout?: Lazy<LayoutModule>;
	endpoint?: Lazy<EndpointModule>;
	/** What runs in the browser as well: `+page.ts` and `+layout.ts`. */
	universal?: UniversalRoute;
}

export type ServerRoutes = Record<string, ServerRoute>;

/** One origin, several, or a function of the request that returns them. */
export type Origin =
	string | readonly string[] | ((request: Request) => string | readonly string[]);

export interface AppOptions extends SizeOptions {
	/** The pages, layouts and endpoints by route id, such as `/blog/:slug`. */
	routes: ServerRoutes;
	/** Turns a page into an HTML document; `createRenderer` makes one for Svelte. */
	render: Render;
	/**
	 * HTML with `%status%` and `%message%`, for an error that no error page of the app can show, such as one of
	 * the root layout's `load`. SvelteKit's `error.html` is one.
	 */
	errorTemplate?: string;
	handle?: Handle;
	/** @default logs with `console.error` and shows `Internal Error` */
	handleError?: HandleServerError;
	/** Custom types that actions and loads may return. */
	transport?: Transport;
	csrf?: {
		/** Origins whose forms may post here besides our own, such as `https://pay.example.com`. */
		trustedOrigins?: readonly string[];
	};
	/**
	 * The origin users see, where a proxy hides it.
	 * @default the origin of the request's URL
	 */
	origin?: Origin;
	/**
	 * Where answers to submissions are kept, so that an action runs once for all copies of one; `false` for nowhere.
	 * @default `memorySubmissions()`, for this app alone
	 */
	submissions?: SubmissionStore | false;
}

/** What the surrounding server knows about a request. */
export interface FetchOptions {
	/** What `event.locals` starts as. */
	locals?: App.Locals;
	platform?: App.Platform;
	/** What `event.getClientAddress()` returns. */
	clientAddress?: string;
}

/** An app: one function from `Request` to `Response`. */
export interface App {
	/** Answers a request. Never rejects. */
	fetch(request: Request, options?: FetchOptions): Promise<Response>;
}

/** The `data` that a page's `load` gives it: `LoadData<typeof load>`. */
export type LoadData<Load extends (event: any) => unknown> = Extract<
	Awaited<ReturnType<Load>>,
	Record<string, any>
>;

/** The props of a page: `PageProps<typeof load, typeof actions>`. */
export interface PageProps<
	Load extends (event: any) => unknown = ServerLoad,
	PageActions extends AnyActions = Actions
> {
	data: LoadData<Load>;
	form: ActionData<PageActions>;
	params: Record<string, string>;
}
