/** Gives the next bytes of a body; `null` when there are no more. */
export type ReadChunk = () => Promise<Uint8Array | null>;

/** Where a body comes from. */
export interface BodySource {
	/** Once it has said `null`, or rejected, it does so again. */
	read: ReadChunk;
	/** The rest is not needed. */
	cancel(reason?: unknown): unknown;
}

/** What the platforms say of a body that is read twice. */
export const alreadyRead = (): TypeError =>
	new TypeError(
		'The body of this request has already been read. Read it once, or clone the request first'
	);

/** The beginning of a body. */
interface Prefix {
	bytes: Uint8Array;
	/** Whether it is the whole body. */
	complete: boolean;
}

/** The bytes of a platform's stream, which is locked when the first of them are asked for. */
export const sourceOf = (stream: ReadableStream<Uint8Array>): BodySource => {
	let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	const open = () => (reader ??= stream.getReader());
	return {
		read: async () => (await open().read()).value ?? null,
		cancel: (reason) => open().cancel(reason)
	};
};

/** Chunks as one. They are a list: a body of one-byte chunks has more of them than a function takes arguments. */
export const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
	// Most forms are one chunk.
	if (chunks.length === 1) return chunks[0] as Uint8Array;
	const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.byteLength;
	}
	return bytes;
};

/** So many chunks are handed on as they came. */
const FEW = 32;

/** The bytes of a request as they arrive, each handed on once. */
export class Body {
	readonly #source: BodySource;
	/** Looked at, and not handed on yet. */
	#ahead: Uint8Array[] = [];
	#isTaken = false;
	#isWaiting = false;
	#isBroken = false;

	/** Set before anything is read: is told of the bytes that are about to be handed on; what it throws ends the body. */
	count!: (bytes: number) => void;

	constructor(source: BodySource) {
		this.#source = source;
	}

	/** The next bytes, counted. Rejects where the body breaks, or `count` throws. */
	async next(): Promise<Uint8Array | null> {
		const chunk = this.#ahead.shift() ?? (await this.#read());
		if (chunk) this.count(chunk.byteLength);
		return chunk;
	}

	/** Whether the next bytes are awaited, of a client that has not sent them yet. */
	get isWaiting(): boolean {
		return this.#isWaiting;
	}

	/** Whether it broke before its end, while it was read. */
	get isBroken(): boolean {
		return this.#isBroken;
	}

	async #read(): Promise<Uint8Array | null> {
		this.#isWaiting = true;
		try {
			return await this.#source.read();
		} catch (error) {
			this.#isBroken = true;
			throw error;
		} finally {
			this.#isWaiting = false;
		}
	}

	/**
	 * Looks at the beginning, without holding the rest in memory. A body that breaks in the meantime breaks for whoever
	 * reads it.
	 *
	 * @param limit in bytes
	 */
	async peek(limit: number): Promise<Prefix> {
		const chunks = this.#ahead;
		let length = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
		let isEnded = false;
		while (length <= limit && !isEnded) {
			const chunk = await this.#read().catch(() => null);
			isEnded = !chunk;
			if (chunk) chunks.push(chunk);
			length += chunk?.byteLength ?? 0;
		}
		const bytes = joined(chunks);
		// As one, because the cost of reading a body must not grow with the number of its chunks.
		if (chunks.length > FEW) this.#ahead = [bytes];
		return { bytes: bytes.subarray(0, limit), complete: length <= limit && !this.#isBroken };
	}

	/** Whether one reader has taken the bytes, past the stream. */
	get isTaken(): boolean {
		return this.#isTaken;
	}

	/** Gives the bytes to one reader, past the stream. */
	take(): ReadChunk {
		this.#isTaken = true;
		return () => this.next();
	}

	/** The bytes as the platform reads them. */
	stream(): ReadableStream<Uint8Array> {
		return new ReadableStream(
			{
				pull: async (controller) => {
					if (this.#isTaken) throw alreadyRead();
					const chunk = await this.next();
					if (chunk) controller.enqueue(chunk);
					else controller.close();
				},
				cancel: async (reason) => void (await this.#source.cancel(reason))
			},
			// Nothing is read before someone asks: the limit may not be known yet.
			{ highWaterMark: 0 }
		);
	}
}
