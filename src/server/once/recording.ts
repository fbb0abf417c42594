import { WholeAnswer, type Answer, type WholeBody } from '../answer.ts';

/** An answer that can be given more than once. */
export interface Recording {
	status: number;
	statusText: string;
	headers: [name: string, value: string][];
	body: WholeBody;
}

/** Reads an answer to its end. */
export const record = async (answer: Answer): Promise<Recording> => ({
	status: answer.status,
	statusText: answer.statusText,
	headers: [...answer.headers],
	body: answer instanceof WholeAnswer ? answer.body : new Uint8Array(await answer.arrayBuffer())
});

/** The recorded answer once more. */
export const replay = ({ body, headers, ...rest }: Recording): WholeAnswer =>
	// A status such as 204 must have no body, not an empty one.
	new WholeAnswer(body?.length ? body : null, { ...rest, headers: new Headers(headers) });

const characterOf = (byte: number): string => String.fromCharCode(byte);

/** A recording as text: JSON, in which each byte of a body that is no text is a character. */
export const toText = ({ body, ...rest }: Recording): string =>
	JSON.stringify(
		typeof body === 'string'
			? { ...rest, text: body }
			: { ...rest, bytes: Array.from(body ?? [], characterOf).join('') }
	);

/** Reads what {@link toText} wrote. */
export const fromText = (recorded: string): Recording => {
	const { text, bytes, ...rest } = JSON.parse(recorded);
	const body = text ?? Uint8Array.from(bytes as string, (char) => char.charCodeAt(0));
	return { ...rest, body };
};
