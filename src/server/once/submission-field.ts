import { MULTIPART_TYPE, PLAIN_TYPE } from '../../protocol/enctype.ts';
import { SUBMISSION_FIELD } from '../../protocol/wire.ts';

/** The boundary between the parts of a multipart body; `null` for other content types. */
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
 * Finds bytes within others, by Horspool's algorithm. To search in a text instead would cost more than all the rest.
 *
 * @returns a function that finds the next position from a start, or -1
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

/** In characters (RFC 2046, section 5.1.1). No browser makes a longer one. */
const MAX_BOUNDARY = 70;

/**
 * Removes the boundaries from a body: a browser makes new ones each time it encodes the same form.
 *
 * @returns the bytes between the boundaries, joined, and the length of each piece
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

/** Matches one part alone: text in a file that looks like a field does not count. */
const PART = /^\r\ncontent-disposition: form-data; name="([^"]*)"\r\n\r\n(.*)\r\n$/is;

const findPart = (text: string, boundary: string): string | null => {
	for (const part of text.split(`--${boundary}`)) {
		const [, name, value = ''] = PART.exec(part) ?? [];
		if (name === SUBMISSION_FIELD) return value;
	}
	return null;
};

/** The first line only: in this format any other line may be the text of a `<textarea>`. */
const firstLine = (text: string): string | null => {
	const [line = ''] = text.split('\r\n', 1);
	return line.startsWith(`${SUBMISSION_FIELD}=`) ? line.slice(SUBMISSION_FIELD.length + 1) : null;
};

const findName = createSearch(new TextEncoder().encode(SUBMISSION_FIELD));

/** Whether a body may have the field: every encoding leaves its name unchanged. */
export const hasSubmissionField = (bytes: Uint8Array): boolean => findName(bytes, 0) >= 0;

/**
 * Finds the id of a submission at the beginning of a form's body.
 *
 * Only the page's own field counts. Otherwise an attacker could get a user to send the attacker's id inside a file
 * or a text, and then receive that user's response.
 *
 * @param text        the body, one character for each byte
 * @param contentType of the request
 */
export const findSubmissionField = (text: string, contentType: string): string | null => {
	const boundary = boundaryOf(contentType);
	if (boundary !== null) return findPart(text, boundary);
	return contentType.toLowerCase().startsWith(PLAIN_TYPE)
		? firstLine(text)
		: new URLSearchParams(text).get(SUBMISSION_FIELD);
};
