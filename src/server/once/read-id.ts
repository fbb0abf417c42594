import { SUBMISSION_HEADER } from '../../protocol/wire.ts';
import type { Exchange } from '../visit/exchange.ts';
import type { Body } from '../body/body.ts';
import { FormRequest } from '../body/form-request.ts';
import { FORM_TYPES, mediaType } from '../body/media-type.ts';
import { boundaryOf, findSubmissionField, withoutBoundaries } from './submission-field.ts';

/** The field has to be within so much of a body. */
const PREFIX_BYTES = 64 * 1024;

/** So much of a form is read before its action runs, to be compared with other submissions of the same field. */
const COMPARED_BYTES = 16 * 1024 * 1024;

/** Identifies the copies of one submission. */
export interface SubmissionId {
	/** Where the id was, and the id. */
	words: readonly unknown[];
	/** What was sent with it, as far as it counts. */
	content: Uint8Array;
}

const NOTHING = new Uint8Array();

/** Long enough for a secret, and short enough to be none of someone's files. */
const isId = (text: string | null): text is string =>
	text !== null && /^[A-Za-z0-9-]{16,64}$/.test(text);

type ForAction = Exchange & { request: FormRequest };

const isForAction = (exchange: Exchange): exchange is ForAction => {
	const { request, route, wanted } = exchange;
	const isForPage = route !== null && !wanted.endpoint;
	return request.method === 'POST' && isForPage && request instanceof FormRequest;
};

/** Each byte one character, so that nothing is lost on what is not text. */
const LATIN1 = new TextDecoder('latin1');

/** What an id is read from: a request whose body can be looked at. */
export type Readable = Pick<Request, 'headers'> & Pick<Body, 'peek'>;

/**
 * Reads an id from the form's field.
 *
 * @param bodyLimit in bytes
 */
export const readField = async (
	request: Readable,
	bodyLimit: number
): Promise<SubmissionId | null> => {
	const contentType = request.headers.get('content-type') as string;
	const start = await request.peek(PREFIX_BYTES);
	const id = findSubmissionField(LATIN1.decode(start.bytes), contentType);
	if (!isId(id)) return null;
	const held = Math.min(bodyLimit, COMPARED_BYTES);
	const { bytes, complete } = start.complete ? start : await request.peek(held);
	// All of it counts: of a longer form, or one that broke off, no one can tell what it is a copy of.
	if (!complete) return null;
	const { content, lengths } = withoutBoundaries(bytes, boundaryOf(contentType));
	return { words: ['field', id, mediaType(request), lengths], content };
};

/** Reads an id from the header that our client sends. */
export const readHeader = ({ headers }: Pick<Request, 'headers'>): SubmissionId | null => {
	const id = headers.get(SUBMISSION_HEADER);
	return isId(id) ? { words: ['header', id], content: NOTHING } : null;
};

/** Whether a body is one that forms send. */
export const isForm = (request: Pick<Request, 'headers'>): boolean =>
	FORM_TYPES.includes(mediaType(request) ?? '');

/**
 * Reads which submission a request for an action is a copy of: by the header, else by the form's field.
 *
 * A page has one field for all that is sent of it, also after Back and another edit. So the field
 * counts together with what was sent.
 */
export const readSubmissionId = async (exchange: Exchange): Promise<SubmissionId | null> => {
	if (!isForAction(exchange)) return null;
	const { request, forged, body, rules } = exchange;
	const id = readHeader(request);
	if (id) return id;
	// A refusal does not wait for the body.
	const isRefused = forged || body.error();
	return isForm(request) && !isRefused ? readField(request, rules.limits.bodyLimit) : null;
};
