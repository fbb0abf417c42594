import { PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/wire.ts';

/** A request's body and the media type it needs, which `multipart/form-data` brings itself. */
export interface EncodedBody {
	body: FormData | string;
	type?: string;
}

/** Newlines as forms send them (HTML, section 4.10.22.4: "normalize newlines"). */
const normalize = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');

/** The entry list as name and value strings; a file is its name (HTML, section 4.10.22.5). */
export const entryPairs = (entries: FormData): [string, string][] =>
	[...entries].map(([name, value]) => [
		normalize(name),
		normalize(typeof value === 'string' ? value : value.name)
	]);

/** The entries as a query or an `application/x-www-form-urlencoded` body has them. */
export const urlencode = (entries: FormData): string =>
	new URLSearchParams(entryPairs(entries)).toString();

/**
 * Encodes an entry list to the bytes that the browser's own submission sends.
 *
 * @param entries what `new FormData(form, submitter)` holds
 * @param enctype the effective enctype, lower case
 */
export const encode = (entries: FormData, enctype: string): EncodedBody => {
	if (enctype === URLENCODED_TYPE) return { body: urlencode(entries), type: enctype };
	if (enctype !== PLAIN_TYPE) return { body: entries };
	const lines = entryPairs(entries).map(([name, value]) => `${name}=${value}\r\n`);
	return { body: lines.join(''), type: enctype };
};
