import { doc } from '../dom/doc.ts';

/** How a browser handles a response, by its headers and first bytes. */
export type Kind =
	/** Shows it as a document. */
	| 'document'
	/** Stays on the page. */
	| 'nothing'
	/** Saves it as a file. */
	| 'file'
	/** Shows it in a viewer: text, an image, a PDF. */
	| 'viewer'
	/** Shows its source; softpost reads it as data. */
	| 'json';

/** The media type without parameters, in lower case; `''` if the server sends none. */
export const essenceOf = (type: string | null): string => {
	const essence = (type ?? '').split(';')[0]!.trim().toLowerCase();
	// Old servers send these for unknown types (MIME Sniffing, section 5.1).
	return /^(unknown\/unknown|application\/unknown|\*\/\*)$/.test(essence) ? '' : essence;
};

const HTML_START =
	/^\s*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--)[\s>-]/i;

/** Tab, newlines, form feed and escape, which text may contain. */
const TEXT_CONTROLS = [9, 10, 12, 13, 27];

/** Guesses the type of a response without a media type (MIME Sniffing, section 7.1). */
export const sniff = (bytes: Uint8Array): string => {
	const start = String.fromCharCode(...bytes.subarray(0, 512));
	if (HTML_START.test(start)) return 'text/html';
	if (start.startsWith('%PDF-')) return 'application/pdf';
	const isBinary = bytes
		.subarray(0, 512)
		.some((byte) => byte < 32 && !TEXT_CONTROLS.includes(byte));
	return isBinary ? 'application/octet-stream' : 'text/plain';
};

/** Text types that browsers download. */
const SAVED_TEXT =
	/^text\/(x-|v?calendar|vcard|directory|ldif|qif|rtf|comma-sep|csv|tab-sep|tsv|ofx|vnd)/;

const SHOWN_IMAGE =
	/^image\/(avif|bmp|gif|jpe?g|p?jpeg|png|apng|svg\+xml|webp|x-icon|vnd\.microsoft\.icon)$/;

const canPlay = (essence: string): boolean =>
	/^(audio|video)\//.test(essence) && !!doc.createElement('video').canPlayType(essence);

const isViewed = (essence: string): boolean =>
	essence === 'application/pdf'
		? navigator.pdfViewerEnabled
		: (essence.startsWith('text/') && !SAVED_TEXT.test(essence)) ||
			SHOWN_IMAGE.test(essence) ||
			/^application\/([\w.-]+\+)?xml$/.test(essence) ||
			/^application\/(x-)?(java|ecma)script$/.test(essence) ||
			canPlay(essence);

/**
 * Decides how to handle a response.
 *
 * @param bytes its body, or the beginning
 */
export const kindOf = ({ status, headers }: Response, bytes: Uint8Array): Kind => {
	if (status === 204 || status === 205) return 'nothing';
	// A disposition other than `inline` is an attachment (RFC 6266, section 4.2). Parameters alone do not count.
	const [disposition] =
		/^[\w-]+(?=\s*(;|$))/.exec(headers.get('content-disposition')?.trim() ?? '') ?? [];
	if (disposition && !/^inline$/i.test(disposition)) return 'file';
	const essence = essenceOf(headers.get('content-type')) || sniff(bytes);
	if (/^(text\/html|application\/xhtml\+xml)$/.test(essence)) return 'document';
	if (/^(application|text)\/([\w.-]+\+)?json$/.test(essence)) return 'json';
	return isViewed(essence) ? 'viewer' : 'file';
};
