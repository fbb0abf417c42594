import type { SerializeOptions } from 'cookie';
import type { ActionData, AnyActions } from '../protocol/action-types.ts';
import type { Transport } from '../protocol/transport.ts';
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

/** `path` has no default: the browser's default is the directory of the URL, which is rarely intended. */
export type CookieOptions = Omit<SerializeOptions, 'path'> & { path: string };

/** The cookies of one request and its response. */
export interface Cookies {
	/** The value set during this request, if its path and domain match, else the value the browser sent. */
	get(name: string, options?: { decode?: (value: string) => string }): string | undefined;
	/** All cookies that `get` would find. */
	getAll(options?: { decode?: (value: string) => string }): { name: string; value: string }[];
	/**
	 * Sets a cookie with the response. Defaults: `httpOnly`, `sameSite: 'lax'`, and `secure` except on
	 * http://localhost. A relative `path` is resolved against the URL of the request.
	 *
	 * @throws {SoftpostError} `cookie` without a `path`, above 4096 bytes, for characters that a cookie cannot contain,
	 *   and for options that make browsers drop the cookie
	 */
	set(name: string, value: string, options: CookieOptions): void;
	/** Tells the browser to delete a cookie. Pass the `path` and `domain` it was set with. */
	delete(name: string, options: CookieOptions): void;
	/** The `set-cookie` header that `set` would send. */
	serialize(name: string, value: string, options: CookieOptions): string;
}

/** A request as app code sees it, with the means to respond. */
export interface RequestEvent<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	RouteId extends string | null = string | null
> {
	/** The request; its body is cut off at `bodyLimit`, and `formData()` at the `limits`. */
	request: Request;
	/** The URL that the browser shows, even in a request for page data, and behind a proxy if `origin` is set. */
	url: URL;
	/** The decoded values of the route's parameters; a `*rest` keeps its slashes. */
	params: Params;
	/** The matched entry of the route table; its `id` is `null` if none matched. */
	route: { id: RouteId };
	/**
	 * Iterates over the entries of the form as they arrive. Use it instead of `request.formData()` for files that do not
	 * fit into memory. Read a file's `stream` before you ask for the next entry, which skips the rest of the file.
	 *
	 * Beyond a limit the loop throws a `SoftpostError` `body_limit`, and the response is a 413.
	 */
	parts(): AsyncGenerator<Part, void>;
	cookies: Cookies;
	/** Data of the app: `handle` writes it, `load` functions and actions read it. */
	locals: App.Locals;
	/** The `platform` that was passed to `app.fetch`. */
	platform: Readonly<App.Platform> | undefined;
	/** The address that was passed to `app.fetch`; throws a `SoftpostError` `client_address` if there was none. */
	getClientAddress(): string;
	/**
	 * Sets headers of the response. Each header can be set once; headers of the response itself take precedence.
	 *
	 * @throws {SoftpostError} `headers` for a header that was set before, for one that cannot be sent, and for
	 *   `set-cookie`, `content-length` and `transfer-encoding`; then it sets none of the headers
	 */
	setHeaders(headers: Record<string, string>): void;
	/** `fetch` that takes relative URLs; on this origin it calls the app itself, with the user's cookies. */
	fetch: typeof globalThis.fetch;
	/** Whether softpost's client asks for the page's data instead of its HTML. */
	isDataRequest: boolean;
}

/** The argument of a server `load`: the request, and access to the data of the layouts above. */
export interface ServerLoadEvent<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	ParentData extends Record<string, any> = Record<string, any>,
	RouteId extends string | null = string | null
>
	extends RequestEvent<Params, RouteId>, Dependent {
	/** Waits for the layouts above, and returns their merged data. */
	parent(): Promise<ParentData>;
}

/** Loads the data of a page or a layout: returns a plain object, or nothing. */
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

/** Handles a POST to a page: returns a plain object, `fail(…)`, or nothing. */
export type Action<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	Output extends Record<string, any> | void = Record<string, any> | void,
	RouteId extends string | null = string | null
> = (event: RequestEvent<Params, RouteId>) => MaybePromise<Output>;

/** The actions of a page by name: either only `default`, or any other names. */
export type Actions<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	Output extends Record<string, any> | void = Record<string, any> | void,
	RouteId extends string | null = string | null
> = Record<string, Action<Params, Output, RouteId>>;

/** Responds to requests to an endpoint with one method. */
export type RequestHandler<
	Params extends Partial<Record<string, string>> = Record<string, string>,
	RouteId extends string | null = string | null
> = (event: RequestEvent<Params, RouteId>) => MaybePromise<Response>;

export interface ResolveOptions {
	/** Transforms the HTML before it is sent; called once, with the whole document. */
	transformPageChunk?: (input: { html: string; done: boolean }) => MaybePromise<string | undefined>;
}

/** Runs once around every request, including its action and its `load` functions. */
export type Handle = (input: {
	event: RequestEvent;
	/** Responds to the request. Never rejects: an error from app code becomes a response. */
	resolve(event: RequestEvent, options?: ResolveOptions): Promise<Response>;
}) => MaybePromise<Response>;

/** Called with every unexpected error. Its return value is shown to the user. */
export type HandleServerError = (input: {
	error: unknown;
	event: RequestEvent;
	/** 404 for a URL that no route matches, else 500. */
	status: number;
	/** The user sees this if the function returns nothing. */
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

/** An entry of the server's route table. */
export interface ServerRoute extends RouteEntry {
	/** The page; `{}` if it has no server code. */
	page?: Lazy<PageModule>;
	layout?: Lazy<LayoutModule>;
	endpoint?: Lazy<EndpointModule>;
	/** What runs in the browser as well: `+page.ts` and `+layout.ts`. */
	universal?: UniversalRoute;
}

export type ServerRoutes = Record<string, ServerRoute>;

/** One origin, several origins, or a function that returns them for a request. */
export type Origin =
	string | readonly string[] | ((request: Request) => string | readonly string[]);

export interface AppOptions extends SizeOptions {
	/** The pages, layouts and endpoints by route id, such as `/blog/:slug`. */
	routes: ServerRoutes;
	/** Turns a page into an HTML document; `createRenderer` makes one for Svelte. */
	render: Render;
	/**
	 * HTML with `%status%` and `%message%`, for errors that no error page of the app can show, such as an error
	 * in the root layout's `load`. SvelteKit's `error.html` works as it is.
	 */
	errorTemplate?: string;
	handle?: Handle;
	/** @default logs with `console.error` and shows `Internal Error` */
	handleError?: HandleServerError;
	/** Custom types that actions and loads may return. */
	transport?: Transport;
	csrf?: {
		/** Other origins whose forms may post here, such as `https://pay.example.com`. */
		trustedOrigins?: readonly string[];
	};
	/**
	 * The origin that users see, if a proxy hides it from the server.
	 * @default the origin of the request's URL
	 */
	origin?: Origin;
	/** The path that all URLs of the app begin with, such as `/shop`; ids of routes are without it. Default: none. */
	base?: string;
	/**
	 * Keeps the responses to submissions, so that an action runs once for all copies of one submission. `false` turns
	 * this off.
	 * @default `memorySubmissions()`, for this app alone
	 */
	submissions?: SubmissionStore | false;
}

/** Facts about a request that only the surrounding server knows. */
export interface FetchOptions {
	/** The initial `event.locals`. */
	locals?: App.Locals;
	platform?: App.Platform;
	/** The value of `event.getClientAddress()`. */
	clientAddress?: string;
}

/** An app: one function from `Request` to `Response`. */
export interface App {
	/** Responds to a request. Never rejects. */
	fetch(request: Request, options?: FetchOptions): Promise<Response>;
}

/** The `data` that a page gets from its `load`: `LoadData<typeof load>`. */
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
