import { SoftpostError } from '../../protocol/errors.ts';
import { MULTIPART_TYPE } from '../../protocol/enctype.ts';
import { headerOf, type Headed } from '../http.ts';
import type { ReadChunk } from './body.ts';
import type { Limits } from './limits.ts';
import { FORM_TYPES, mediaType, notAForm } from './media-type.ts';
import { readMultipart, type Piece } from './multipart.ts';
import { parseTextForm } from './text-form.ts';
import type { FilePart, Part } from '../form-types.ts';

/** Records that a body is over a limit, and makes the error for app code. */
type Exceed = (message: string, limit: number) => SoftpostError;

/** The limits of a body, and the reaction when it exceeds one. */
export interface BodyLimits {
	limits: Limits;
	exceed: Exceed;
}

/** A form to read. */
export interface FormBody extends Headed {
	/** Takes its bytes. Throws if they have been read. */
	take(): ReadChunk;
}

type PartHead = Exclude<Piece, Uint8Array | null>;

/** A counter that throws above `limit`. */
const counted = (
	limit: number,
	exceed: Exceed,
	message: () => string
): ((amount: number) => void) => {
	let count = 0;
	return (amount) => {
		count += amount;
		if (count > limit) throw exceed(message(), limit);
	};
};

const countedChunks =
	(read: ReadChunk, count: (bytes: number) => void): ReadChunk =>
	async () => {
		const chunk = await read();
		// At the end too: if app code has caught the error of a file's stream, the loop over the parts must still throw it.
		count(chunk?.byteLength ?? 0);
		return chunk;
	};

/** Reads the bytes of the current part. */
const chunksOf = (
	pieces: AsyncIterator<Piece, unknown>,
	count: (bytes: number) => void
): ReadChunk =>
	countedChunks(async () => {
		const { value } = await pieces.next();
		return value instanceof Uint8Array ? value : null;
	}, count);

/** A byte order mark in a value is part of it (Fetch standard, "UTF-8 decode without BOM"). */
const utf8 = (): TextDecoder => new TextDecoder('utf-8', { ignoreBOM: true });
const WHOLE = utf8();

/** Decodes a body with nothing but the text so far in memory. */
const textOf = async (read: ReadChunk): Promise<string> => {
	const first = await read();
	if (!first) return '';
	const second = await read();
	// Most texts are one chunk, and a new decoder costs more than decoding a field.
	if (!second) return WHOLE.decode(first);
	const decoder = utf8();
	let text = decoder.decode(first, { stream: true });
	for (let chunk: Uint8Array | null = second; chunk; chunk = await read())
		text += decoder.decode(chunk, { stream: true });
	return text + decoder.decode();
};

/** A file whose bytes are read on demand; `pass` skips the rest. */
const openFile = (
	{ name, filename = '', type }: PartHead,
	read: ReadChunk
): { part: FilePart; pass(): Promise<void> } => {
	let isPassed = false;
	let isEnded = false;
	const next = async (): Promise<Uint8Array | null> => {
		const chunk = await read();
		isEnded ||= !chunk;
		return chunk;
	};
	const pull = async (controller: ReadableStreamDefaultController): Promise<void> => {
		if (isPassed) throw passedError(name);
		const chunk = await next();
		if (chunk) controller.enqueue(chunk);
		else controller.close();
	};
	const stream = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
	return {
		part: { name, filename, type, stream },
		async pass() {
			isPassed = true;
			while (!isEnded) await next();
		}
	};
};

const passedError = (name: string): SoftpostError =>
	new SoftpostError(
		'part_passed',
		`The file "${name}" was skipped when the next part was read. Read part.stream inside the loop`,
		{ name }
	);

const isTooLong = (value: string, limit: number): boolean =>
	// A UTF-16 code unit has at most three bytes, so most values need not be encoded to be sure.
	value.length * 3 > limit && new TextEncoder().encode(value).byteLength > limit;

/** Counts the entries, and checks their sizes. */
const createChecks = ({ fields, fieldSize, files, fileSize }: Limits, exceed: Exceed) => {
	const larger = (what: string, name: string, limit: number): string =>
		`The ${what} "${name.slice(0, 100)}" is larger than ${limit} bytes`;
	const field = (name: string) => larger('field', name, fieldSize);
	return {
		countField: counted(fields, exceed, () => `The form has more than ${fields} fields`),
		countFile: counted(files, exceed, () => `The form has more than ${files} files`),
		fieldBytes: (name: string) => counted(fieldSize, exceed, () => field(name)),
		fileBytes: (name: string) => counted(fileSize, exceed, () => larger('file', name, fileSize)),
		value(name: string, value: string) {
			if (isTooLong(value, fieldSize)) throw exceed(field(name), fieldSize);
		}
	};
};

type Checks = ReturnType<typeof createChecks>;

async function* multipartParts(
	pieces: AsyncGenerator<Piece, void>,
	checks: Checks
): AsyncGenerator<Part, void> {
	for (let next; !(next = await pieces.next()).done;) {
		// A part ends before the next begins.
		const head = next.value as PartHead;
		const { name, filename } = head;
		if (filename === undefined) {
			checks.countField(1);
			yield { name, value: await textOf(chunksOf(pieces, checks.fieldBytes(name))) };
		} else {
			checks.countFile(1);
			const { part, pass } = openFile(head, chunksOf(pieces, checks.fileBytes(name)));
			yield part;
			await pass();
		}
	}
}

/**
 * Reads a whole form of a type without files; `null` for a multipart form.
 *
 * @param held how many bytes may be in memory
 * @throws {Refusal} 415 if the body is not a form
 * @throws {SoftpostError} `body_limit`, after which the response is a 413
 */
export const textEntries = async (
	form: FormBody,
	{ limits, exceed }: BodyLimits,
	held: number
): Promise<ReturnType<typeof parseTextForm> | null> => {
	const type = mediaType(form);
	if (!FORM_TYPES.includes(type ?? '')) throw notAForm();
	if (type === MULTIPART_TYPE) return null;
	const checks = createChecks(limits, exceed);
	const count = counted(held, exceed, () => `A form without files is larger than ${held} bytes`);
	const read = form.take();
	const text = await textOf(held === Infinity ? read : countedChunks(read, count));
	const entries = parseTextForm(text, type, () => checks.countField(1));
	for (const [name, value] of entries) checks.value(name, value);
	return entries;
};

/**
 * Reads the entries of a form as they arrive, in order. A file is a stream: read it before you ask for the next
 * entry, which skips the rest of the file.
 *
 * @yields the entries
 * @throws {Refusal} 415 if the body is not a form, 400 if it is malformed
 * @throws {SoftpostError} `body_limit`, after which the response is a 413
 */
export async function* readParts(form: FormBody, reading: BodyLimits): AsyncGenerator<Part, void> {
	const { limits, exceed } = reading;
	const entries = await textEntries(form, reading, limits.fieldSize);
	if (entries) {
		for (const [name, value] of entries) yield { name, value };
		return;
	}
	const pieces = readMultipart(form.take(), headerOf(form, 'content-type') as string);
	yield* multipartParts(pieces, createChecks(limits, exceed));
}
