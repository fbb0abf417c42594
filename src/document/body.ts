import { SoftpostError } from '../protocol/errors.ts';

/** No page is larger, but a file may be. */
export const MAX_DOCUMENT: number = 20 * 1024 * 1024;

/** Enough bytes to guess the type of a response. */
const SNIFFED = 512;

const join = (chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
};

/** Reads a body step by step, to stop if it is too large. */
export const readBody = (
	response: Response
): {
	/** Its first bytes. */
	start(): Promise<Uint8Array>;
	/** All of it. Throws if it is too large. */
	all(isLimited: boolean): Promise<Uint8Array<ArrayBuffer>>;
} => {
	const reader = response.body?.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	let isDone = !reader;
	const read = async (): Promise<void> => {
		const { done, value } = await reader!.read();
		isDone = done;
		if (value) {
			chunks.push(value);
			length += value.length;
		}
	};
	return {
		async start() {
			while (!isDone && length < SNIFFED) await read();
			return join(chunks, length);
		},
		async all(isLimited) {
			while (!isDone) {
				await read();
				if (!isLimited || length <= MAX_DOCUMENT) continue;
				await reader!.cancel();
				throw new SoftpostError('response_limit', 'The response is too large to show', {
					limit: MAX_DOCUMENT
				});
			}
			return join(chunks, length);
		}
	};
};
