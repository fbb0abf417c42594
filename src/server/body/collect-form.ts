import { readParts, textEntries, type BodyLimits, type FormBody } from './parts.ts';

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> =>
	new Response(stream).arrayBuffer();

/**
 * Reads a whole form, files into memory.
 *
 * @throws the errors of {@link readParts}
 */
export const collectForm = async (form: FormBody, reading: BodyLimits): Promise<FormData> => {
	const data = new FormData();
	const entries = await textEntries(form, reading, Infinity);
	if (entries) {
		for (const [name, value] of entries) data.append(name, value);
		return data;
	}
	for await (const part of readParts(form, reading)) {
		const { name } = part;
		if (part.stream) {
			const bytes = await bytesOf(part.stream);
			data.append(name, new File([bytes], part.filename, { type: part.type }));
		} else data.append(name, part.value);
	}
	return data;
};
