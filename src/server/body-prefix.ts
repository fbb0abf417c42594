import { requestInit } from './request-init.ts';

/** The beginning of a request's body, and the request as if nobody had looked. */
export interface Prefixed {
	request: Request;
	prefix: Uint8Array;
	/** Whether the prefix is the whole body. */
	complete: boolean;
}

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
	const bytes = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.byteLength;
	}
	return bytes;
};

/** What was read, then what is left. */
const continued = (
	chunks: Uint8Array[],
	reader: ReadableStreamDefaultReader<Uint8Array>
): ReadableStream<Uint8Array> =>
	new ReadableStream({
		async pull(controller) {
			// A stream that has ended, or broken, says so again.
			const value = chunks.shift() ?? (await reader.read()).value;
			if (value) controller.enqueue(value);
			else controller.close();
		},
		cancel: (reason) => reader.cancel(reason)
	});

/**
 * Looks at the beginning of a body, without holding the rest in memory. A body that breaks meanwhile breaks
 * for whoever reads it.
 *
 * @param limit in bytes
 */
export const readPrefix = async (request: Request, limit: number): Promise<Prefixed> => {
	if (!request.body) return { request, prefix: new Uint8Array(), complete: true };
	const reader = request.body.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	let complete = false;
	while (length <= limit && !complete) {
		const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
		complete = done;
		if (value) chunks.push(value);
		length += value?.byteLength ?? 0;
	}
	const prefix = joined(chunks, length).subarray(0, limit);
	const init = requestInit(request, continued(chunks, reader));
	return { request: new Request(request.url, init), prefix, complete: length <= limit };
};
