import { SUBMISSION_HEADER } from '../protocol/wire.ts';
import { readPrefix, type Prefixed } from './body-prefix.ts';
import type { Site } from './event.ts';
import { FORM_TYPES, mediaType } from './media-type.ts';
import { goesToEndpoint } from './negotiate.ts';
import { refuse } from './refuse.ts';
import { boundaryOf, findSubmissionField } from './submission-field.ts';

/** How much of a body is looked at: the field has to be within, and its rest is not compared. */
const PREFIX_BYTES = 64 * 1024;

/** In characters (RFC 2046, section 5.1.1). */
const MAX_BOUNDARY = 70;

/** A request, and what tells its copies from other submissions; `null` where it says nothing of that. */
export interface Submission {
	request: Request;
	id: readonly unknown[] | null;
}

/** Long enough for a secret, and short enough to be none of somebody's files. */
const isId = (text: string | null): text is string =>
	text !== null && /^[A-Za-z0-9-]{16,64}$/.test(text);

const isForAction = ({ match }: Site, request: Request): boolean => {
	if (request.method !== 'POST') return false;
	const route = match(new URL(request.url).pathname);
	return route !== null && !goesToEndpoint(request, route);
};

/**
 * What was sent, as far as it is compared; `null` where too little is known of it.
 *
 * Boundaries are left out, and their lengths: they are new each time that a browser encodes the same form.
 */
const contentOf = (text: string, { request, complete }: Prefixed): unknown[] | null => {
	const { headers } = request;
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

const readField = async (request: Request): Promise<Submission> => {
	const prefixed = await readPrefix(request, PREFIX_BYTES);
	// Each byte one character, so that nothing is lost on what is no text.
	const text = new TextDecoder('latin1').decode(prefixed.prefix);
	const id = findSubmissionField(text, request.headers.get('content-type') as string);
	const content = isId(id) && contentOf(text, prefixed);
	return {
		request: prefixed.request,
		id: content ? ['field', id, mediaType(request), content] : null
	};
};

/**
 * Reads which submission a request for an action is a copy of: by the header, else by the form's field.
 *
 * A page has one field for all that is sent of it, also after Back and another edit. So the field
 * counts together with what was sent.
 */
export const readSubmission = async (site: Site, request: Request): Promise<Submission> => {
	if (!site.once || !isForAction(site, request)) return { request, id: null };
	const id = request.headers.get(SUBMISSION_HEADER);
	if (isId(id)) return { request, id: ['header', id] };
	// The refusal of a forged one does not wait for its body.
	const isForm = FORM_TYPES.includes(mediaType(request) ?? '');
	return isForm && !refuse(request, site.origins(request), site.trusted)
		? readField(request)
		: { request, id: null };
};
