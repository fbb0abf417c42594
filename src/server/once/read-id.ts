import { SUBMISSION_HEADER } from '../../protocol/wire.ts';
import type { Visit } from '../visit/visit.ts';
import { FormRequest } from '../body/form-request.ts';
import { FORM_TYPES, mediaType } from '../body/media-type.ts';
import { boundaryOf, findSubmissionField } from './submission-field.ts';

/** How much of a body is looked at: the field has to be within, and its rest is not compared. */
const PREFIX_BYTES = 64 * 1024;

/** In characters (RFC 2046, section 5.1.1). */
const MAX_BOUNDARY = 70;

/** What tells the copies of a submission from other submissions. */
export type SubmissionId = readonly unknown[];

/** Long enough for a secret, and short enough to be none of somebody's files. */
const isId = (text: string | null): text is string =>
	text !== null && /^[A-Za-z0-9-]{16,64}$/.test(text);

const isForAction = ({ request, route, wanted }: Visit): boolean =>
	request.method === 'POST' && route !== null && !wanted.endpoint;

/**
 * What was sent, as far as it is compared; `null` where too little is known of it.
 *
 * Boundaries are left out, and their lengths: they are new each time that a browser encodes the same form.
 */
const contentOf = (text: string, complete: boolean, headers: Headers): unknown[] | null => {
	const boundary = boundaryOf(headers.get('content-type') as string);
	const parts = boundary === null ? [text] : text.split(boundary);
	if (complete) return parts;
	const length = headers.get('content-length');
	if (length === null) return null;
	if (boundary === null) return [text, length];
	return [
		parts.join(' ').slice(0, PREFIX_BYTES - parts.length * MAX_BOUNDARY),
		// Those in the prefix, and the one at the end.
		Number(length) - parts.length * boundary.length
	];
};

/** Each byte one character, so that nothing is lost on what is no text. */
const LATIN1 = new TextDecoder('latin1');

const readField = async (request: FormRequest): Promise<SubmissionId | null> => {
	const { bytes, complete } = await request.peek(PREFIX_BYTES);
	const { headers } = request;
	const text = LATIN1.decode(bytes);
	const id = findSubmissionField(text, headers.get('content-type') as string);
	const content = isId(id) && contentOf(text, complete, headers);
	return content ? ['field', id, mediaType(request), content] : null;
};

/**
 * Reads which submission a request for an action is a copy of: by the header, else by the form's field.
 *
 * A page has one field for all that is sent of it, also after Back and another edit. So the field
 * counts together with what was sent.
 */
export const readSubmission = async (visit: Visit): Promise<SubmissionId | null> => {
	const { request, forged } = visit;
	if (!(request instanceof FormRequest) || !isForAction(visit)) return null;
	const id = request.headers.get(SUBMISSION_HEADER);
	if (isId(id)) return ['header', id];
	// The refusal of a forged one does not wait for its body.
	const isForm = FORM_TYPES.includes(mediaType(request) ?? '');
	return isForm && !forged ? readField(request) : null;
};
