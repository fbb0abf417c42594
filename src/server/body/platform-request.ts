import { handedOut } from '../handed-out.ts';

/** Headers that are made on demand. */
export interface LateHeaders {
	/** Reads one of them, by its name in lower case. */
	get(name: string): string | null;
	make(): Headers;
}

/** The data for a platform's `Request`. */
interface RequestParts {
	url: string;
	method: string;
	headers: Headers | LateHeaders;
	/** Called once, when the platform's request is made. */
	init: (headers: Headers) => RequestInit;
}

/** A request that knows whether the platform's request has been made for it. */
export interface PlatformRequest extends Request {
	readonly isMade: boolean;
	/** Reads one header, by its name in lower case. */
	readHeader(name: string): string | null;
	/** Returns the URL. Each call returns a new object. */
	parsedUrl(): URL;
}

const made = (headers: Headers | LateHeaders): Headers =>
	'make' in headers ? headers.make() : headers;

/** Makes the platform's request at once. */
export class EagerRequest extends Request implements PlatformRequest {
	readonly isMade = true;

	constructor({ url, headers, init }: RequestParts) {
		super(url, init(made(headers)));
	}

	readHeader(name: string): string | null {
		return this.headers.get(name);
	}

	parsedUrl(): URL {
		return new URL(this.url);
	}
}

/** Makes the platform's request on demand: when code reads more than its URL, method and headers. */
class Lazy {
	readonly url: string;
	readonly method: string;
	readonly #init: RequestParts['init'];
	#headers: Headers | LateHeaders;
	#parsed: URL | undefined;
	#made: Request | undefined;

	constructor({ url, method, headers, init }: RequestParts) {
		this.#parsed = new URL(url);
		this.url = this.#parsed.href;
		this.method = method;
		this.#headers = headers;
		this.#init = init;
	}

	get headers(): Headers {
		return this.#made?.headers ?? (this.#headers = made(this.#headers));
	}

	readHeader(name: string): string | null {
		return (this.#made?.headers ?? this.#headers).get(name);
	}

	parsedUrl(): URL {
		const parsed = this.#parsed ?? new URL(this.url);
		this.#parsed = undefined;
		return parsed;
	}

	get isMade(): boolean {
		return this.#made !== undefined;
	}

	get made(): any {
		return (this.#made ??= new Request(this.url, this.#init(this.headers)));
	}
}

const forwarded = (key: PropertyKey): PropertyDescriptor => ({
	configurable: true,
	get(this: Lazy) {
		const value = this.made[key];
		if (typeof value !== 'function') return value;
		return (...parameters: unknown[]) => {
			const returned = value.apply(this.made, parameters);
			return returned instanceof Promise ? handedOut(returned) : returned;
		};
	}
});

for (const key of Reflect.ownKeys(Request.prototype))
	if (!(key in Lazy.prototype) && !['url', 'method'].includes(String(key)))
		Object.defineProperty(Lazy.prototype, key, forwarded(key));

// Node keeps the state that `new Request(request)` and `fetch(request)` read under symbols; other platforms have none.
for (const key of Object.getOwnPropertySymbols(new Request('http://localhost')))
	Object.defineProperty(Lazy.prototype, key, forwarded(key));

// For `instanceof`.
Object.setPrototypeOf(Lazy.prototype, Request.prototype);

type RequestClass = new (parts: RequestParts) => PlatformRequest;

export const LazyRequest = Lazy as unknown as RequestClass;

/** Whether the platform accepts a lazy request as one of its requests. */
const isTaken = (): boolean => {
	const headers = new Headers({ 'x-own': '1' });
	const parts = { url: 'http://localhost/own', method: 'GET', headers, init: () => ({ headers }) };
	try {
		const { url, headers } = new Request(new LazyRequest(parts));
		return url === parts.url && headers.has('x-own');
	} catch {
		return false;
	}
};

/**
 * A `Request` that costs little until code needs the platform's. Node's, with its stream and its signal, takes longer
 * to make than all other work on a request, so it is made on demand if the platform allows that.
 */
export const PlatformRequest: RequestClass = isTaken() ? LazyRequest : EagerRequest;
