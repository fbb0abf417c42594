import { WholeAnswer, type Answer, type WholeBody } from '../answer.ts';
import { FAILURE } from './entries.ts';

/** A response that can be sent more than once. */
export interface Recording {
	status: number;
	statusText: string;
	headers: [name: string, value: string][];
	body: WholeBody;
}

/** Reads a response to its end. */
export const record = async (answer: Answer): Promise<Recording> => ({
	status: answer.status,
	statusText: answer.statusText,
	headers: answer instanceof WholeAnswer ? answer.pairs : [...answer.headers],
	body: answer instanceof WholeAnswer ? answer.body : new Uint8Array(await answer.arrayBuffer())
});

/** Only cookies occur twice; to make `Headers` of each recording would take longer than the rest of it. */
const headersOf = (pairs: Recording['headers']): Headers | Record<string, string> =>
	new Map(pairs).size === pairs.length ? Object.fromEntries(pairs) : new Headers(pairs);

/** Makes a response from a recording. */
export const replay = ({ body, headers, ...rest }: Recording): WholeAnswer =>
	// A status such as 204 must have no body, not an empty one.
	new WholeAnswer(body?.length ? body : null, { ...rest, headers: headersOf(headers) });

/** Throws on bytes that are not text, and keeps a byte order mark. */
const TEXT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const asText = (bytes: Uint8Array): string | null => {
	try {
		return TEXT.decode(bytes);
	} catch {
		return null;
	}
};

/** Every engine accepts this many arguments. */
const CHARACTERS = 8192;

/** Bytes that are not text, one character each. Converted in chunks, because one call per byte would be slow. */
const toCharacters = (bytes: Uint8Array): string => {
	let text = '';
	for (let start = 0; start < bytes.length; start += CHARACTERS)
		text += String.fromCharCode(...bytes.subarray(start, start + CHARACTERS));
	return text;
};

const fromCharacters = (text: string): Uint8Array<ArrayBuffer> => {
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes;
};

const bodyIn = (body: WholeBody): { text: string } | { bytes: string } => {
	if (typeof body === 'string') return { text: body };
	const text = asText(body ?? new Uint8Array());
	return text === null ? { bytes: toCharacters(body as Uint8Array) } : { text };
};

/**
 * A recording as text: JSON.
 *
 * @param isFailure whether a store may drop it before the responses to successes
 */
export const toText = ({ body, ...rest }: Recording, isFailure = false): string =>
	(isFailure ? FAILURE : '') + JSON.stringify({ ...rest, ...bodyIn(body) });

/** Reads what {@link toText} wrote. */
export const fromText = (recorded: string): Recording => {
	const json = recorded.startsWith(FAILURE) ? recorded.slice(FAILURE.length) : recorded;
	const { text, bytes, ...rest } = JSON.parse(json);
	return { ...rest, body: text ?? fromCharacters(bytes) };
};
