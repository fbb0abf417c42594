import { SUBMISSION_HEADER } from '../../protocol/wire.ts';
import type { Body } from '../body/body.ts';
import { FORM_TYPES, mediaType } from '../body/media-type.ts';
import { headerOf, type Headed } from '../http.ts';
import {
	boundaryOf,
	findSubmissionField,
	hasSubmissionField,
	withoutBoundaries
} from './submission-field.ts';

/** The field must be within the first bytes of a body. */
const PREFIX_BYTES = 64 * 1024;

/** At most so much of a form is read before its action runs, to compare it with other submissions of the same field. */
const COMPARED_BYTES = 16 * 1024 * 1024;

/** Identifies the copies of one submission. */
export interface SubmissionId {
	/** The place of the id, and the id. */
	words: readonly unknown[];
	/** The data sent with the id; empty when a header carried it, because then the id is enough. */
	content: Uint8Array;
}

const NOTHING = new Uint8Array();

/** Long enough for a secret, too short for the content of a file. */
const isId = (text: string | null): text is string =>
	text !== null && /^[A-Za-z0-9-]{16,64}$/.test(text);

/** Turns each byte into one character, so that bytes that are not text survive. */
const LATIN1 = new TextDecoder('latin1');

/** A request whose body can be peeked at. */
export type Readable = Headed & Pick<Body, 'peek'>;

/**
 * Reads an id from the form's field.
 *
 * @param bodyLimit in bytes
 */
export const readField = async (
	request: Readable,
	bodyLimit: number
): Promise<SubmissionId | null> => {
	const contentType = headerOf(request, 'content-type') as string;
	const start = await request.peek(PREFIX_BYTES);
	// Most forms lack the field, and to decode their text would take longer than this.
	if (!hasSubmissionField(start.bytes)) return null;
	const id = findSubmissionField(LATIN1.decode(start.bytes), contentType);
	if (!isId(id)) return null;
	const held = Math.min(bodyLimit, COMPARED_BYTES);
	const { bytes, complete } = start.complete ? start : await request.peek(held);
	// Every byte counts. A form that is longer or broke off cannot be compared with another.
	if (!complete) return null;
	const { content, lengths } = withoutBoundaries(bytes, boundaryOf(contentType));
	return { words: ['field', id, mediaType(request), lengths], content };
};

/** Reads an id from the header that our client sends. */
export const readHeader = (request: Headed): SubmissionId | null => {
	const id = headerOf(request, SUBMISSION_HEADER);
	return isId(id) ? { words: ['header', id], content: NOTHING } : null;
};

/** Whether the media type of a body is one of forms. */
export const isForm = (request: Headed): boolean => FORM_TYPES.includes(mediaType(request) ?? '');
