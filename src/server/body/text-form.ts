import { PLAIN_TYPE } from '../../protocol/wire.ts';

/** A name and its value. */
export type Entry = [name: string, value: string];

/**
 * Reads a form's `text/plain` body, one `name=value` a line.
 *
 * The format cannot be read without doubt (HTML, "text/plain encoding algorithm"): a line without
 * `=` is taken for the next line of the value above it.
 */
export const parsePlainForm = (body: string): Entry[] => {
	const entries: Entry[] = [];
	for (const line of body.replace(/\r\n$/, '').split('\r\n')) {
		const [name, ...value] = line.split('=');
		const above = entries.at(-1);
		if (value.length) entries.push([name as string, value.join('=')]);
		else if (above) above[1] += `\r\n${line}`;
	}
	return entries;
};

/**
 * Reads a form's body that holds no files.
 *
 * @param type `text/plain`, or else the body is urlencoded
 */
export const parseTextForm = (body: string, type: string | null): Entry[] =>
	// The `&` stands before a `?`, which `URLSearchParams` would take for the start of a query.
	type === PLAIN_TYPE ? parsePlainForm(body) : [...new URLSearchParams(`&${body}`)];
