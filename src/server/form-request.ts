import type { Limits } from './limits.ts';
import { readParts, type Exceed } from './parts.ts';
import { requestInit } from './request-init.ts';

/** How a request reads the form in it. */
interface FormReading {
	limits: Limits;
	exceed: Exceed;
}

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> =>
	new Response(stream).arrayBuffer();

/**
 * A request that reads forms of all three encodings (the platform's know two), within limits.
 */
export class FormRequest extends Request {
	readonly #reading: FormReading;

	constructor(input: Request, body: ReadableStream<Uint8Array> | null, reading: FormReading) {
		super(input.url, requestInit(input, body));
		this.#reading = reading;
	}

	/**
	 * The entries of the form, files in memory.
	 *
	 * @throws what {@link readParts} does
	 */
	override async formData(): Promise<FormData> {
		// The platform's error says that a body is read once.
		if (this.bodyUsed) return super.formData();
		const { limits, exceed } = this.#reading;
		const data = new FormData();
		for await (const part of readParts(this, limits, exceed, Infinity)) {
			const { name } = part;
			if (part.stream) {
				const bytes = await bytesOf(part.stream);
				data.append(name, new File([bytes], part.filename, { type: part.type }));
			} else data.append(name, part.value);
		}
		return data;
	}

	override clone(): FormRequest {
		const copy = super.clone();
		return new FormRequest(copy, copy.body, this.#reading);
	}
}
