import { PLAIN_TYPE, URLENCODED_TYPE } from '../../protocol/enctype.ts';
import { isLocal } from './is-local.ts';

/** Newlines as forms send them (HTML, section 4.10.22.4: "normalize newlines"). */
const normalize = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');

/** The name of a file, which is all that such a form sends. Developers often forget the enctype. */
const nameOf = ({ name }: File): string => {
	if (name && isLocal())
		console.warn(
			`softpost sends the name of ${name} alone. For the file, set enctype="multipart/form-data"`
		);
	return name;
};

/** The entry list as pairs of strings; the value of a file is its name (HTML, section 4.10.22.5). */
const entryPairs = (entries: FormData): [string, string][] =>
	[...entries].map(([name, value]) => [
		normalize(name),
		normalize(typeof value === 'string' ? value : nameOf(value))
	]);

/** Encodes the entries for a query or an `application/x-www-form-urlencoded` body. */
export const urlencode = (entries: FormData): string =>
	`${new URLSearchParams(entryPairs(entries))}`;

/**
 * Encodes an entry list to the bytes that the browser's own submission sends.
 *
 * @param entries the result of `new FormData(form, submitter)`
 * @param enctype the effective enctype, lower case
 * @returns the body, and its media type unless the body brings one (`multipart/form-data`)
 */
export const encode = (
	entries: FormData,
	enctype: string
): [body: FormData | string, type?: string] => {
	if (enctype === URLENCODED_TYPE) return [urlencode(entries), enctype];
	if (enctype !== PLAIN_TYPE) return [entries];
	const lines = entryPairs(entries).map(([name, value]) => `${name}=${value}\r\n`);
	return [lines.join(''), enctype];
};
