/** Writes bytes as hexadecimal digits, two for each byte. */
export const hexadecimal = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 128 bits cannot be guessed, and never collide. */
const ID_BYTES = 16;

/**
 * Makes an id for one submission: random, 32 hexadecimal digits.
 *
 * Treat it as a secret: anyone who knows the id and the submitted data can receive the response. Make a new one for
 * each page, and keep the page out of shared caches.
 *
 * @example
 * // In a Svelte page:
 * // <input type="hidden" name="softpost-submission" value={submissionId()} />
 * const id = submissionId();
 */
export const submissionId = (): string =>
	// `randomUUID` only exists in secure contexts.
	hexadecimal(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
