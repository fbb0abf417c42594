import { MULTIPART_TYPE, PLAIN_TYPE, SUBMISSION_FIELD } from '../../protocol/wire.ts';

/** What separates the parts of a body of this content type; `null` for other types than multipart. */
export const boundaryOf = (contentType: string): string | null => {
	const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
	return contentType.toLowerCase().startsWith(MULTIPART_TYPE) ? (quoted ?? plain ?? null) : null;
};

const isAt = (bytes: Uint8Array, wanted: Uint8Array, start: number): boolean => {
	let index = wanted.length - 1;
	while (index >= 0 && bytes[start + index] === wanted[index]) index--;
	return index < 0;
};

/**
 * Finds bytes within others, by Horspool's algorithm: a text of them would cost more than all the rest.
 *
 * @returns where they are from some place on; -1 where they are not
 */
const createSearch = (wanted: Uint8Array) => {
	const last = wanted.length - 1;
	const steps = new Uint8Array(256).fill(wanted.length);
	wanted.subarray(0, last).forEach((byte, index) => (steps[byte] = last - index));
	return (bytes: Uint8Array, from: number): number => {
		for (let start = from; start + last < bytes.length;) {
			if (isAt(bytes, wanted, start)) return start;
			start += steps[bytes[start + last] as number] as number;
		}
		return -1;
	};
};

/** In characters (RFC 2046, section 5.1.1). One that is longer is no browser's. */
const MAX_BOUNDARY = 70;

/**
 * A body without its boundaries: they are new each time that a browser encodes the same form.
 *
 * @returns the bytes between them as one, and how many there are in each place
 */
export const withoutBoundaries = (
	bytes: Uint8Array,
	boundary: string | null
): { content: Uint8Array; lengths: number[] } => {
	const wanted = new TextEncoder().encode(boundary ?? '');
	if (!wanted.length || wanted.length > MAX_BOUNDARY) return { content: bytes, lengths: [] };
	const find = createSearch(wanted);
	const content = new Uint8Array(bytes.length);
	const lengths: number[] = [];
	let length = 0;
	for (let from = 0; from >= 0;) {
		const end = find(bytes, from);
		const between = bytes.subarray(from, end < 0 ? undefined : end);
		content.set(between, length);
		length += between.length;
		lengths.push(between.length);
		from = end < 0 ? end : end + wanted.length;
	}
	return { content: content.subarray(0, length), lengths };
};

/** Within its part: a file whose text looks like a field is none. */
const PART = /^\r\ncontent-disposition: form-data; name="([^"]*)"\r\n\r\n(.*)\r\n$/is;

const findPart = (text: string, boundary: string): string | null => {
	for (const part of text.split(`--${boundary}`)) {
		const [, name, value = ''] = PART.exec(part) ?? [];
		if (name === SUBMISSION_FIELD) return value;
	}
	return null;
};

/** The first line alone: any other may be the text of a `<textarea>`, in this format. */
const firstLine = (text: string): string | null => {
	const [line = ''] = text.split('\r\n', 1);
	return line.startsWith(`${SUBMISSION_FIELD}=`) ? line.slice(SUBMISSION_FIELD.length + 1) : null;
};

/**
 * Finds the id of a submission in the beginning of a form's body.
 *
 * Only what the page's own field can have written counts. Whoever gets a user to send an id of theirs,
 * inside a file or a text, would otherwise be given that user's answer.
 *
 * @param text        the bytes, one character each
 * @param contentType of the request
 */
export const findSubmissionField = (text: string, contentType: string): string | null => {
	// Browsers write it as it is in every encoding, and most forms of programs have none.
	if (!text.includes(SUBMISSION_FIELD)) return null;
	const boundary = boundaryOf(contentType);
	if (boundary !== null) return findPart(text, boundary);
	return contentType.toLowerCase().startsWith(PLAIN_TYPE)
		? firstLine(text)
		: new URLSearchParams(text).get(SUBMISSION_FIELD);
};
