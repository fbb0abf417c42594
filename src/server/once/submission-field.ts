import { MULTIPART_TYPE, PLAIN_TYPE, SUBMISSION_FIELD } from '../../protocol/wire.ts';

/** What separates the parts of a body of this content type; `null` for other types than multipart. */
export const boundaryOf = (contentType: string): string | null => {
	const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
	return contentType.toLowerCase().startsWith(MULTIPART_TYPE) ? (quoted ?? plain ?? null) : null;
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
 * inside of a file or a text, would otherwise be given that user's answer.
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
