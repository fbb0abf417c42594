import { SoftpostError } from '../../protocol/errors.ts';
import type { RequestEvent } from '../types.ts';

/** A token (RFC 9110, section 5.1). */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** A header value (RFC 9110, section 5.5), one byte per character. Servers reject other characters, above all line breaks. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** The server decides how a body is sent; `cookies.set` can set several cookies. */
const NOT_HERE = ['set-cookie', 'content-length', 'transfer-encoding'];

const flawOf = (name: string, value: unknown, isSet: boolean): string | false => {
	if (!NAME.test(name)) return 'it is not a valid header name';
	if (NOT_HERE.includes(name)) return 'use event.cookies for cookies; the server sets the others';
	if (isSet) return 'it is already set. Set each header once';
	const isText = typeof value === 'string' || typeof value === 'number';
	return (
		!(isText && VALUE.test(String(value))) && 'its value has characters that no header can have'
	);
};

/**
 * Makes `event.setHeaders`.
 *
 * @param headers receives the headers, with names in lower case
 */
export const headerSetter =
	(headers: Record<string, string>): RequestEvent['setHeaders'] =>
	(added) => {
		const named = Object.entries(added).map(
			([name, value]) => [name.toLowerCase(), value] as const
		);
		for (const [name, value] of named) {
			const flaw = flawOf(name, value, Object.hasOwn(headers, name));
			if (!flaw) continue;
			const message = `setHeaders() cannot set ${JSON.stringify(name)}: ${flaw}`;
			throw new SoftpostError('headers', message, { name });
		}
		for (const [name, value] of named) headers[name] = String(value);
	};
