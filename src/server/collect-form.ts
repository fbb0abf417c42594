import type { Limits } from './limits.ts';
import { readParts, type Exceed, type FormBody } from './parts.ts';

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> =>
	new Response(stream).arrayBuffer();

/**
 * Reads a whole form, files into memory.
 *
 * @throws what {@link readParts} does
 */
export const collectForm = async (
	form: FormBody,
	limits: Limits,
	exceed: Exceed
): Promise<FormData> => {
	const data = new FormData();
	for await (const part of readParts(form, limits, exceed, Infinity)) {
		const { name } = part;
		if (part.stream) {
			const bytes = await bytesOf(part.stream);
			data.append(name, new File([bytes], part.filename, { type: part.type }));
		} else data.append(name, part.value);
	}
	return data;
};
