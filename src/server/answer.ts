import type { App, FetchOptions } from './types.ts';

/** A body that is complete in memory. */
export type WholeBody = string | Uint8Array<ArrayBuffer> | null;

/** The status and headers of a response. */
interface AnswerInit {
	status: number;
	statusText?: string;
	/** A record must have its names in lower case. */
	headers: Headers | Record<string, string>;
}

/** A response whose body is in memory. To make a `Response` of each one would take longer than a typical action. */
export class WholeAnswer {
	readonly body: WholeBody;
	readonly status: number;
	readonly statusText: string;
	#headers: Headers | Record<string, string>;

	constructor(body: WholeBody, { status, statusText = '', headers }: AnswerInit) {
		this.body = body;
		this.status = status;
		this.statusText = statusText;
		// A copy: the headers of another response must not change with these.
		this.#headers = headers instanceof Headers ? new Headers(headers) : headers;
	}

	get headers(): Headers {
		if (!(this.#headers instanceof Headers)) this.#headers = new Headers(this.#headers);
		return this.#headers;
	}

	/** The headers by name, with a separate pair for each cookie. */
	get pairs(): [name: string, value: string][] {
		return this.#headers instanceof Headers ? [...this.#headers] : Object.entries(this.#headers);
	}

	/** The headers as Node takes them, with a separate `set-cookie` header for each cookie. */
	get fields(): Record<string, string | string[]> {
		if (!(this.#headers instanceof Headers)) return { ...this.#headers };
		const cookies = this.#headers.getSetCookie();
		const fields = Object.fromEntries(this.#headers);
		return cookies.length ? { ...fields, 'set-cookie': cookies } : fields;
	}
}

/** A response of softpost: a `Response` if app code has made it, else a `WholeAnswer`. */
export type Answer = Response | WholeAnswer;

/** Turns it into the `Response` that app code and platforms expect. */
export const toResponse = (answer: Answer): Response =>
	answer instanceof WholeAnswer ? new Response(answer.body, answer) : answer;

/** Whether a response is a redirect as browsers know it. */
export const isRedirected = ({ status, headers }: Answer): boolean =>
	status >= 300 && status < 400 && headers.has('location');

/**
 * Cancels a body that will not be sent. Otherwise the file or the connection behind a stream would stay open.
 *
 * @param value anything; only a `Response` with an unread stream is cancelled
 */
export const discard = (value: unknown): void => {
	if (!(value instanceof Response) || !value.body || value.body.locked) return;
	// If the source fails to cancel, that no longer concerns this request.
	value.body.cancel().catch(() => {});
};

/** Reads the text of a response, which consumes it. */
export const textOf = async (answer: Answer): Promise<string> =>
	typeof answer.body === 'string' ? answer.body : toResponse(answer).text();

/** Responds like `app.fetch`, without making a `Response`. */
type Answerer = (request: Request, options: FetchOptions) => Promise<Answer>;

/** The answerer of each app made by `createApp`, for servers that need no `Response`. Other apps only have `fetch`. */
export const answerers: WeakMap<App, Answerer> = new WeakMap();
