import { SoftpostError } from '../protocol/errors.ts';

/** More text than anybody reads. What is larger is not a page; a file may be. */
export const MAX_DOCUMENT: number = 20 * 1024 * 1024;

/** Enough to see what a response is that does not say so. */
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

/** A body as it is read, so that what is too large is not. */
export const readBody = (
	response: Response
): {
	/** Its first bytes. */
	start(): Promise<Uint8Array>;
	/** All of it. Throws where that is too much. */
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
				throw new SoftpostError('response_limit', 'The answer is too large to be shown', {
					limit: MAX_DOCUMENT
				});
			}
			return join(chunks, length);
		}
	};
};
