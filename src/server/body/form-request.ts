import { SoftpostError } from '../../protocol/errors.ts';
import { alreadyRead, Body, sourceOf, type BodySource, type ReadChunk } from './body.ts';
import { collectForm } from './collect-form.ts';
import { limitsOf } from './limits.ts';
import { handedOut } from '../handed-out.ts';
import { isRead } from '../http.ts';
import type { BodyLimits } from './parts.ts';
import { PlatformRequest } from './platform-request.ts';

/** The parts of a request, from any platform. */
interface Arrival {
	url: string;
	method: string;
	headers: Headers;
	/** Aborts when the client is gone. Made on demand: most requests end before. */
	signal: () => AbortSignal;
	body: BodySource | null;
}

/** Until the app has said its own. */
const DEFAULTS: BodyLimits = {
	limits: limitsOf({}),
	exceed: (message, limit) => new SoftpostError('body_limit', message, { limit })
};

export const tooLarge = (limit: number): string => `The request body is larger than ${limit} bytes`;

const initOf =
	({ method, headers, signal }: Arrival, body: Body | null) =>
	(): RequestInit => {
		// Node requires `duplex` with a stream (Fetch standard, `RequestInit`); the DOM's types lack it.
		const streamed = body ? { body: body.stream(), duplex: 'half' } : {};
		return { method, headers, signal: signal(), ...streamed };
	};

/** A request that reads forms of all three encodings (the platform's know two), within limits. */
export class FormRequest extends PlatformRequest {
	readonly #signal: () => AbortSignal;
	/** The received body, for any reader. */
	readonly #received: Body | null;
	/** `null` where the platform's own stream is the one to read. */
	#body: Body | null;
	#reading = DEFAULTS;

	constructor(arrival: Arrival) {
		const body = arrival.body && new Body(arrival.body);
		super({ ...arrival, init: initOf(arrival, body) });
		this.#signal = arrival.signal;
		this.#body = this.#received = body;
		this.limit(DEFAULTS);
	}

	override get signal(): AbortSignal {
		return this.#signal();
	}

	override get bodyUsed(): boolean {
		return this.#body?.isTaken || (this.isMade && super.bodyUsed);
	}

	/** Whether it has been neither read nor copied. */
	get isUntouched(): boolean {
		return this.#body !== null && !this.bodyUsed;
	}

	/** Whether the client went away before the whole body arrived, and a reader has noticed. */
	get isCut(): boolean {
		return this.#received?.isBroken ?? false;
	}

	/** Whether someone waits for more of the body. */
	get isWaiting(): boolean {
		return this.#received?.isWaiting ?? false;
	}

	/** Sets how much may be read from now on. */
	limit(reading: BodyLimits): void {
		const { bodyLimit } = reading.limits;
		let received = 0;
		this.#reading = reading;
		if (!this.#body) return;
		this.#body.count = (bytes) => {
			received += bytes;
			if (received > bodyLimit) throw reading.exceed(tooLarge(bodyLimit), bodyLimit);
		};
	}

	/** Looks at the first bytes; the limits do not count these. */
	async peek(limit: number): ReturnType<Body['peek']> {
		return this.#body ? this.#body.peek(limit) : { bytes: new Uint8Array(), complete: true };
	}

	/**
	 * Takes the body, as reading it does.
	 *
	 * @throws {TypeError} if it was read before, as the platform does
	 */
	take(): ReadChunk {
		const body = this.isMade || !this.#body ? this.body : null;
		if (this.bodyUsed || body?.locked) throw alreadyRead();
		if (this.#body) return this.#body.take();
		return body ? sourceOf(body).read : async () => null;
	}

	/**
	 * The entries of the form, files in memory.
	 *
	 * @throws what `readParts` does, and a `TypeError` where the body has been read
	 */
	override formData(): Promise<FormData> {
		return handedOut(collectForm(this, this.#reading));
	}

	override clone(): FormRequest {
		if (this.bodyUsed) throw alreadyRead();
		const { url, method, headers, body } = super.clone();
		// Each of the two reads one half of the stream now.
		this.#body = null;
		const copy = new FormRequest({
			url,
			method,
			headers,
			signal: this.#signal,
			body: body && sourceOf(body)
		});
		copy.limit(this.#reading);
		return copy;
	}
}

/**
 * The request that app code is given for one that was received. One without a body stays what it is, with all
 * that a platform may have put on it.
 */
export const formRequest = (received: Request): Request => {
	if (isRead(received)) return received;
	if (received instanceof FormRequest && received.isUntouched) return received;
	// By its members: the platform's constructor cannot read one that is an instance by its prototype alone, such as
	// those of @hono/node-server.
	const { url, method, headers, body } = received;
	return new FormRequest({
		url,
		method,
		headers: new Headers(headers),
		signal: () => received.signal,
		body: body && sourceOf(body)
	});
};
