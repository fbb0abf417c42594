type Chunk = Uint8Array | null;

/** Reads the next bytes of a body; `null` at its end. Without a promise if nothing has to be waited for. */
export type ReadChunk = () => Chunk | Promise<Chunk>;

/** The source of a body. */
export interface BodySource {
	/** After the end or an error, each further call gives the same result. */
	read: ReadChunk;
	/** Called when the rest is not needed. */
	cancel(reason?: unknown): unknown;
}

/** The error for a body that is read twice: the same type as the platform's. */
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

/** Reads from a platform's stream, which it locks at the first read. */
export const sourceOf = (stream: ReadableStream<Uint8Array>): BodySource => {
	let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	const open = () => (reader ??= stream.getReader());
	return {
		read: async () => (await open().read()).value ?? null,
		cancel: (reason) => open().cancel(reason)
	};
};

/** Joins chunks. Takes a list, because a body of one-byte chunks has more than a function can take as arguments. */
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

/** Up to so many chunks are kept separate. */
const FEW = 32;

/** The bytes of a request as they arrive. Each one can be read once. */
export class Body {
	readonly #source: BodySource;
	/** Chunks that `peek` has fetched, and nothing has read yet. */
	#ahead: Uint8Array[] = [];
	#isTaken = false;
	#isWaiting = false;
	#isBroken = false;
	#isEnded = false;

	/** Called with the number of bytes before they are handed on; if it throws, the body ends in that error. Set it first. */
	count!: (bytes: number) => void;

	constructor(source: BodySource) {
		this.#source = source;
	}

	/** Reads and counts the next bytes. Rejects if the body breaks or `count` throws. */
	next(): Chunk | Promise<Chunk> {
		const ahead = this.#ahead.shift();
		if (!ahead) return this.#isEnded ? null : this.#readCounted();
		this.count(ahead.byteLength);
		return ahead;
	}

	async #readCounted(): Promise<Chunk> {
		const chunk = await this.#read();
		if (chunk) this.count(chunk.byteLength);
		return chunk;
	}

	/** Whether a reader is waiting for the client to send more. */
	get isWaiting(): boolean {
		return this.#isWaiting;
	}

	/** Whether it broke off while it was being read. */
	get isBroken(): boolean {
		return this.#isBroken;
	}

	async #read(): Promise<Chunk> {
		this.#isWaiting = true;
		try {
			const chunk = await this.#source.read();
			this.#isEnded = !chunk;
			return chunk;
		} catch (error) {
			this.#isBroken = true;
			throw error;
		} finally {
			this.#isWaiting = false;
		}
	}

	/**
	 * Looks at the beginning, without keeping the rest in memory. If the body breaks off here, the error reaches the
	 * code that reads it.
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
		const complete = length <= limit && !this.#isBroken;
		// Joined, because the cost of reading a body must not grow with the number of its chunks.
		if (chunks.length > FEW) this.#ahead = [bytes];
		return { bytes: length <= limit ? bytes : bytes.subarray(0, limit), complete };
	}

	/** Whether `take` has given the bytes to a reader. */
	get isTaken(): boolean {
		return this.#isTaken;
	}

	/** Gives the bytes to one reader, bypassing the stream. */
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
			// Read nothing ahead: the limit may not be known yet.
			{ highWaterMark: 0 }
		);
	}
}
