import { wholeBody, WholeResponse } from './whole-response.ts';

/** An answer that can be given more than once. */
export interface Recording {
	status: number;
	statusText: string;
	headers: [name: string, value: string][];
	body: Uint8Array<ArrayBuffer>;
}

const bytesOf = async (response: Response): Promise<Recording['body']> => {
	const body = wholeBody(response);
	if (body === undefined) return new Uint8Array(await response.arrayBuffer());
	return typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array());
};

/** Reads an answer to its end. */
export const record = async (response: Response): Promise<Recording> => ({
	status: response.status,
	statusText: response.statusText,
	headers: [...response.headers],
	body: await bytesOf(response)
});

/** The recorded answer once more. */
export const replay = ({ body, ...init }: Recording): Response =>
	// A status such as 204 must have no body, not an empty one.
	new WholeResponse(body.byteLength ? body : null, init);

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
