import { WholeAnswer, type Answer } from './answer.ts';

/** An answer that can be given more than once. */
export interface Recording {
	status: number;
	statusText: string;
	headers: [name: string, value: string][];
	body: Uint8Array<ArrayBuffer>;
}

const bytesOf = async (answer: Answer): Promise<Recording['body']> => {
	if (!(answer instanceof WholeAnswer)) return new Uint8Array(await answer.arrayBuffer());
	const { body } = answer;
	return typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array());
};

/** Reads an answer to its end. */
export const record = async (answer: Answer): Promise<Recording> => ({
	status: answer.status,
	statusText: answer.statusText,
	headers: [...answer.headers],
	body: await bytesOf(answer)
});

/** The recorded answer once more. */
export const replay = ({ body, headers, ...rest }: Recording): Answer =>
	// A status such as 204 must have no body, not an empty one.
	new WholeAnswer(body.byteLength ? body : null, { ...rest, headers: new Headers(headers) });

/** A recording as text: JSON, in which each byte of the body is a character. */
export const toText = ({ body, ...rest }: Recording): string =>
	JSON.stringify({
		...rest,
		body: Array.from(body, (byte) => String.fromCharCode(byte)).join('')
	});

/** Reads what {@link toText} wrote. */
export const fromText = (text: string): Recording => {
	const { body, ...rest } = JSON.parse(text);
	return { ...rest, body: Uint8Array.from(body as string, (char) => char.charCodeAt(0)) };
};
