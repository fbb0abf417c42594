/** Bytes as text, two digits each. */
export const hexadecimal = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 128 bits: it cannot be guessed, and no two submissions share it. */
const ID_BYTES = 16;

/**
 * Makes an id for one submission: random, 32 hexadecimal digits.
 *
 * Treat it as a secret: anyone who knows the id and the submitted data can receive the response. Render it again for each
 * page, and let no shared cache keep the page.
 *
 * @example
 * // In a Svelte page:
 * // <input type="hidden" name="softpost-submission" value={submissionId()} />
 * const id = submissionId();
 */
export const submissionId = (): string =>
	// Not `randomUUID`, which pages without a secure context lack.
	hexadecimal(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
