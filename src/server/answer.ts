import type { App, FetchOptions } from './types.ts';

/** A body that is known as a whole. */
export type WholeBody = string | Uint8Array<ArrayBuffer> | null;

/** How a response begins. */
interface AnswerInit {
	status: number;
	statusText?: string;
	/** As a record, names in lower case. */
	headers: Headers | Record<string, string>;
}

/** A response that has its body at hand. To make a `Response` of each would cost more than the action around it. */
export class WholeAnswer {
	readonly body: WholeBody;
	readonly status: number;
	readonly statusText: string;
	#headers: Headers | Record<string, string>;

	constructor(body: WholeBody, { status, statusText = '', headers }: AnswerInit) {
		this.body = body;
		this.status = status;
		this.statusText = statusText;
		// Another response's stay its own.
		this.#headers = headers instanceof Headers ? new Headers(headers) : headers;
	}

	get headers(): Headers {
		if (!(this.#headers instanceof Headers)) this.#headers = new Headers(this.#headers);
		return this.#headers;
	}

	/** The headers as Node takes them; each cookie needs one of its own. */
	get fields(): Record<string, string | string[]> {
		if (!(this.#headers instanceof Headers)) return { ...this.#headers };
		const cookies = this.#headers.getSetCookie();
		const fields = Object.fromEntries(this.#headers);
		return cookies.length ? { ...fields, 'set-cookie': cookies } : fields;
	}
}

/** What softpost answers with: a `Response` where app code has made one. */
export type Answer = Response | WholeAnswer;

/** The response as app code and platforms know it. */
export const toResponse = (answer: Answer): Response =>
	answer instanceof WholeAnswer ? new Response(answer.body, answer) : answer;

/** Whether a response is a redirect as browsers know it. */
export const isRedirected = ({ status, headers }: Answer): boolean =>
	status >= 300 && status < 400 && headers.has('location');

/**
 * Gives up a body that is not going to be sent: the file or the connection behind a stream stays open otherwise.
 *
 * @param value anything; only a `Response` with a stream that no one reads has something to give up
 */
export const discard = (value: unknown): void => {
	if (!(value instanceof Response) || !value.body || value.body.locked) return;
	// What its source makes of that is no longer about this request.
	value.body.cancel().catch(() => {});
};

/** The text of a response, which has been read then. */
export const textOf = async (answer: Answer): Promise<string> =>
	typeof answer.body === 'string' ? answer.body : toResponse(answer).text();

/** Answers as `app.fetch` does. */
type Answerer = (request: Request, options: FetchOptions) => Promise<Answer>;

/** How the apps of this module answer servers that need no `Response`. Any other app has `fetch` alone. */
export const answerers: WeakMap<App, Answerer> = new WeakMap();
