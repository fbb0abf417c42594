import { open, parseResponse, raw, type RawRequest, type RawResponse } from './raw.ts';

/** The target of an attack: an action of some page, on any server. */
export interface Target {
	origin: string;
	/** Path and query of the action, such as `/login?/login`. */
	action: string;
	/** The path of its page. */
	page: string;
}

export const targetOf = (url: string): Target => {
	const { origin, pathname, search } = new URL(url);
	return { origin, action: pathname + search, page: pathname };
};

/** How a server took an attack. */
export interface Figures {
	requests: number;
	/** How many answers had a status; `0` is a connection that was closed without one. */
	statuses: Record<number, number>;
	/** Milliseconds until the slowest answer was there. */
	slowest: number;
}

/** As long as a server may take for anything here, in milliseconds: what it does with it is bounded. */
export const PATIENCE = 15_000;

/** Sends requests to a target and counts what becomes of them. */
export class Volley {
	readonly target: Target;
	readonly figures: Figures = { requests: 0, statuses: {}, slowest: 0 };

	constructor(target: Target) {
		this.target = target;
	}

	#note<Response extends { status: number; took: number }>(response: Response): Response {
		const { figures } = this;
		figures.requests += 1;
		figures.statuses[response.status] = (figures.statuses[response.status] ?? 0) + 1;
		figures.slowest = Math.max(figures.slowest, response.took);
		return response;
	}

	/** Sends one request on a separate connection. */
	async send(request: RawRequest): Promise<RawResponse> {
		return this.#note(await raw(this.target.origin, request));
	}

	/** Posts to the action as a form of the site itself does, for JSON unless `accept` says otherwise. */
	post(
		body: string | Iterable<Uint8Array>,
		headers: Record<string, string> = {}
	): Promise<RawResponse> {
		return this.send({
			method: 'POST',
			path: this.target.action,
			body,
			headers: {
				origin: this.target.origin,
				'sec-fetch-site': 'same-origin',
				'content-type': 'application/x-www-form-urlencoded',
				accept: 'application/json',
				...headers
			}
		});
	}

	/** Asks for a page as a browser does. */
	get(path = this.target.page, headers: Record<string, string> = {}): Promise<RawResponse> {
		return this.send({ path, headers: { accept: 'text/html', ...headers } });
	}

	/**
	 * Writes bytes as they are and reads until the server closes, or says nothing more.
	 *
	 * @param hangUp leaves as soon as they are written
	 */
	async bytes(text: string | Buffer, { hangUp = false } = {}): Promise<RawResponse> {
		const socket = await open(this.target.origin);
		const received: Buffer[] = [];
		const begin = performance.now();
		const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
		socket.on('data', (chunk: Buffer) => received.push(chunk));
		// A server may wait for the rest of a request for as long as it likes.
		socket.setTimeout(500, () => socket.destroy());
		socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, () => {
			if (hangUp) socket.destroy();
		});
		await closed;
		const took = performance.now() - begin;
		return this.#note({ ...parseResponse(Buffer.concat(received)), took });
	}
}
