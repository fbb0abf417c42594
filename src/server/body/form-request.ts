import { SoftpostError } from '../../protocol/errors.ts';
import { alreadyRead, Body, sourceOf, type BodySource, type ReadChunk } from './body.ts';
import { collectForm } from './collect-form.ts';
import { limitsOf } from './limits.ts';
import { handedOut } from '../handed-out.ts';
import { isRead } from '../http.ts';
import type { BodyLimits } from './parts.ts';
import { PlatformRequest, type LateHeaders } from './platform-request.ts';

/** The parts of a request, from any platform. */
interface Arrival {
	url: string;
	method: string;
	headers: Headers | LateHeaders;
	/** Aborts when the client is gone. Made on demand: most requests never need it. */
	signal: () => AbortSignal;
	body: BodySource | null;
}

/** Apply until the app sets its limits. */
const DEFAULTS: BodyLimits = {
	limits: limitsOf({}),
	exceed: (message, limit) => new SoftpostError('body_limit', message, { limit })
};

export const tooLarge = (limit: number): string => `The request body is larger than ${limit} bytes`;

const initOf =
	({ method, signal }: Arrival, body: Body | null) =>
	(headers: Headers): RequestInit => {
		// Node requires `duplex` with a stream (Fetch standard, `RequestInit`); the DOM's types lack it.
		const streamed = body ? { body: body.stream(), duplex: 'half' } : {};
		return { method, headers, signal: signal(), ...streamed };
	};

/** A request that reads forms of all three encodings (the platform's know two), within limits. */
export class FormRequest extends PlatformRequest {
	readonly #signal: () => AbortSignal;
	/** The received body, for any reader. */
	readonly #received: Body | null;
	/** `null` once the platform's stream must be read instead. */
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

	/** Whether the body has been neither read nor copied. */
	get isUntouched(): boolean {
		return this.#body !== null && !this.bodyUsed;
	}

	/** Whether a reader has found that the client left before the whole body arrived. */
	get isCut(): boolean {
		return this.#received?.isBroken ?? false;
	}

	/** Whether a reader is waiting for more of the body. */
	get isWaiting(): boolean {
		return this.#received?.isWaiting ?? false;
	}

	/** Sets the limits for all further reading. */
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

	/** Looks at the first bytes, which the limits do not count. */
	async peek(limit: number): ReturnType<Body['peek']> {
		return this.#body ? this.#body.peek(limit) : { bytes: new Uint8Array(), complete: true };
	}

	/**
	 * Takes the body, which counts as reading it.
	 *
	 * @throws {TypeError} if the body has been read, as the platform does
	 */
	take(): ReadChunk {
		const body = this.isMade || !this.#body ? this.body : null;
		if (this.bodyUsed || body?.locked) throw alreadyRead();
		if (this.#body) return this.#body.take();
		return body ? sourceOf(body).read : async () => null;
	}

	/**
	 * Reads the entries of the form, with files in memory.
	 *
	 * @throws the errors of `readParts`, and a `TypeError` if the body has been read
	 */
	override formData(): Promise<FormData> {
		return handedOut(collectForm(this, this.#reading));
	}

	override clone(): FormRequest {
		if (this.bodyUsed) throw alreadyRead();
		const { url, method, headers, body } = super.clone();
		// From now on each of the two requests reads one branch of the stream.
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
 * Makes the request that app code gets. A request without a body stays the same object, with everything that the
 * platform may have added to it.
 */
export const formRequest = (received: Request): Request => {
	if (isRead(received)) return received;
	if (received instanceof FormRequest && received.isUntouched) return received;
	// Member by member: the platform's constructor cannot read requests that only inherit its prototype, such as those
	// of @hono/node-server.
	const { url, method, headers, body } = received;
	return new FormRequest({
		url,
		method,
		headers: new Headers(headers),
		signal: () => received.signal,
		body: body && sourceOf(body)
	});
};
