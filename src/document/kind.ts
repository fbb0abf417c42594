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

/** The media type without parameters, in lower case; `''` if the server sends none. The last of several counts. */
export const essenceOf = (type: string | null): string => {
	const essence = (type ?? '').split(',').at(-1)!.split(';')[0]!.trim().toLowerCase();
	// Old servers send these for unknown types (MIME Sniffing, section 5.1).
	return /^(unknown\/unknown|application\/unknown|\*\/\*)$/.test(essence) ? '' : essence;
};

const HTML_START =
	/^\s*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--)[\s>-]/i;

/** Tab, newlines, form feed and escape, which text may contain. */
const TEXT_CONTROLS = [9, 10, 12, 13, 27];

/** How files begin, by their type (MIME Sniffing, section 6.1). */
const STARTS: [type: string, start: RegExp][] = [
	['text/html', HTML_START],
	['application/pdf', /^%PDF-/],
	['image/png', /^\x89PNG\r\n/],
	['image/gif', /^GIF8[79]a/],
	['image/jpeg', /^\xff\xd8\xff/],
	['image/webp', /^RIFF[^]{4}WEBPVP/]
];

const isBinary = (bytes: Uint8Array): boolean =>
	bytes.subarray(0, 512).some((byte) => byte < 32 && !TEXT_CONTROLS.includes(byte));

/** Types whose documents run scripts. With `nosniff` they are not guessed. */
const SCRIPTABLE = /^(text\/html|application\/pdf)$/;

const isTrusted = (headers: Headers): boolean =>
	/^\s*nosniff/i.test(headers.get('x-content-type-options') ?? '');

/** Guesses the type of a response without a media type (MIME Sniffing, section 7.1). */
export const sniff = (bytes: Uint8Array, headers: Headers): string => {
	const text = String.fromCharCode(...bytes.subarray(0, 512));
	const [known] =
		STARTS.find(
			([type, start]) => start.test(text) && !(isTrusted(headers) && SCRIPTABLE.test(type))
		) ?? [];
	return known ?? (isBinary(bytes) ? 'application/octet-stream' : 'text/plain');
};

/** The types that old servers send for every file, so that browsers look into it (MIME Sniffing, section 4.6). */
const OF_ANY_FILE = /^text\/plain(; charset=(iso-8859-1|utf-8))?$/i;

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

/** A disposition other than `inline` is an attachment (RFC 6266, section 4.2). Parameters alone do not count. */
const isAttachment = (disposition: string | null): boolean => {
	const [type] = /^[\w-]+(?=\s*(;|$))/.exec(disposition?.trim() ?? '') ?? [];
	return !!type && !/^inline$/i.test(type);
};

/** The type by which a browser handles a response. */
const typeOf = (headers: Headers, bytes: Uint8Array): string => {
	const type = headers.get('content-type');
	return !isTrusted(headers) && OF_ANY_FILE.test(type ?? '') && isBinary(bytes)
		? 'application/octet-stream'
		: essenceOf(type) || sniff(bytes, headers);
};

/**
 * Decides how to handle a response.
 *
 * @param bytes its body, or the beginning
 */
export const kindOf = ({ status, headers }: Response, bytes: Uint8Array): Kind => {
	// 304 stands for a page that the browser has, but it has none of a POST.
	if ([204, 205, 304].includes(status)) return 'nothing';
	if (isAttachment(headers.get('content-disposition'))) return 'file';
	const type = typeOf(headers, bytes);
	if (/^(text\/html|application\/xhtml\+xml)$/.test(type)) return 'document';
	if (/^(application|text)\/([\w.-]+\+)?json$/.test(type)) return 'json';
	return isViewed(type) ? 'viewer' : 'file';
};
