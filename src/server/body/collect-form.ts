import { readParts, textEntries, type BodyLimits, type FormBody } from './parts.ts';

/** Bytes that are copied into one `Blob`. */
const PIECE = 1024 * 1024;

/**
 * Reads a file into memory, in pieces: bytes in one piece would be in memory several times. And the cost must not grow
 * with the number of chunks.
 */
const piecesOf = async (stream: ReadableStream<Uint8Array>): Promise<Blob[]> => {
	const pieces: Blob[] = [];
	let bytes = new Uint8Array();
	let length = 0;
	const flush = (): void => {
		pieces.push(new Blob([bytes.subarray(0, length)]));
		length = 0;
	};
	for await (const chunk of stream) {
		const wanted = length + chunk.byteLength;
		if (wanted > bytes.byteLength) {
			const longer = new Uint8Array(wanted * 2);
			longer.set(bytes.subarray(0, length));
			bytes = longer;
		}
		bytes.set(chunk, length);
		length = wanted;
		if (length >= PIECE) flush();
	}
	flush();
	return pieces;
};

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
			const pieces = await piecesOf(part.stream);
			data.append(name, new File(pieces, part.filename, { type: part.type }));
		} else data.append(name, part.value);
	}
	return data;
};
