import { SUBMISSION_HEADER } from '../../protocol/wire.ts';
import type { Visit } from '../visit/visit.ts';
import { FormRequest } from '../body/form-request.ts';
import { FORM_TYPES, mediaType } from '../body/media-type.ts';
import { boundaryOf, findSubmissionField } from './submission-field.ts';

/** The field has to be within so much of a body. */
const PREFIX_BYTES = 64 * 1024;

/** So much of a form is read before its action runs, to be compared with other submissions of the same field. */
const COMPARED_BYTES = 1024 * 1024;

/** What tells the copies of a submission from other submissions. */
export type SubmissionId = readonly unknown[];

/** Long enough for a secret, and short enough to be none of somebody's files. */
const isId = (text: string | null): text is string =>
	text !== null && /^[A-Za-z0-9-]{16,64}$/.test(text);

const isForAction = ({ request, route, wanted }: Visit): boolean =>
	request.method === 'POST' && route !== null && !wanted.endpoint;

/** What was sent, without the boundaries of multipart: they are new each time that a browser encodes the same form. */
const contentOf = (text: string, contentType: string): string[] => {
	const boundary = boundaryOf(contentType);
	return boundary === null ? [text] : text.split(boundary);
};

/** Each byte one character, so that nothing is lost on what is no text. */
const LATIN1 = new TextDecoder('latin1');

const readField = async (request: FormRequest, held: number): Promise<SubmissionId | null> => {
	const contentType = request.headers.get('content-type') as string;
	const start = await request.peek(PREFIX_BYTES);
	const id = findSubmissionField(LATIN1.decode(start.bytes), contentType);
	if (!isId(id)) return null;
	const { bytes, complete } = start.complete ? start : await request.peek(held);
	// All of it counts: of a longer form, or one that broke off, nobody can tell what it is a copy of.
	if (!complete) return null;
	return ['field', id, mediaType(request), contentOf(LATIN1.decode(bytes), contentType)];
};

/**
 * Reads which submission a request for an action is a copy of: by the header, else by the form's field.
 *
 * A page has one field for all that is sent of it, also after Back and another edit. So the field
 * counts together with what was sent.
 */
export const readSubmission = async (visit: Visit): Promise<SubmissionId | null> => {
	const { request, forged, site } = visit;
	if (!(request instanceof FormRequest) || !isForAction(visit)) return null;
	const id = request.headers.get(SUBMISSION_HEADER);
	if (isId(id)) return ['header', id];
	// The refusal of a forged one does not wait for its body.
	const isForm = FORM_TYPES.includes(mediaType(request) ?? '');
	const held = Math.min(Math.max(site.limits.bodyLimit, PREFIX_BYTES), COMPARED_BYTES);
	return isForm && !forged ? readField(request, held) : null;
};
