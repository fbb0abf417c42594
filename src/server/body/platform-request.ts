import { handedOut } from '../handed-out.ts';

/** What a platform's `Request` is made of. */
interface RequestParts {
	url: string;
	method: string;
	headers: Headers;
	/** Asked for once, when the request is made. */
	init: () => RequestInit;
}

/** A request, and whether the platform's own has been made for it. */
export interface PlatformRequest extends Request {
	readonly isMade: boolean;
}

/** Makes the platform's request at once. */
export class EagerRequest extends Request implements PlatformRequest {
	readonly isMade = true;

	constructor({ url, init }: RequestParts) {
		super(url, init());
	}
}

/** Makes the platform's request when someone asks for more than is at hand. */
class Lazy {
	readonly url: string;
	readonly method: string;
	readonly #parts: RequestParts;
	#made: Request | undefined;

	constructor(parts: RequestParts) {
		this.url = new URL(parts.url).href;
		this.method = parts.method;
		this.#parts = parts;
	}

	get headers(): Headers {
		return (this.#made ?? this.#parts).headers;
	}

	get isMade(): boolean {
		return this.#made !== undefined;
	}

	get made(): any {
		return (this.#made ??= new Request(this.url, this.#parts.init()));
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

// Where Node keeps what `new Request(request)` and `fetch(request)` look for; on other platforms nothing is there.
for (const key of Object.getOwnPropertySymbols(new Request('http://localhost')))
	Object.defineProperty(Lazy.prototype, key, forwarded(key));

// For `instanceof`.
Object.setPrototypeOf(Lazy.prototype, Request.prototype);

type RequestClass = new (parts: RequestParts) => PlatformRequest;

export const LazyRequest = Lazy as unknown as RequestClass;

/** Whether the platform takes a lazy request for one of its own. */
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
 * A `Request` that costs little until someone needs the platform's. Node's takes longer to make than the whole rest
 * of a request, for its stream and its signal; so it waits, where the platform allows that.
 */
export const PlatformRequest: RequestClass = isTaken() ? LazyRequest : EagerRequest;
