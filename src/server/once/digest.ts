import { hexadecimal } from '../../protocol/submission-id.ts';

/** Node's own function. Other platforms may only have the hash that works in another thread. */
const { hash } = (globalThis.process?.getBuiltinModule?.('node:crypto') ?? {}) as Partial<
	typeof import('node:crypto')
>;

/** Up to so many bytes are hashed here: to ask another thread would take longer. */
const FEW_BYTES = 64 * 1024;

/** The SHA-256 of some bytes, in hexadecimal digits. */
export const sha256 = async (bytes: Uint8Array): Promise<string> =>
	hash && bytes.byteLength <= FEW_BYTES
		? hash('sha256', bytes, 'hex')
		: hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
