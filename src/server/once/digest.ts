import { hexadecimal } from '../../protocol/submission-id.ts';
import { joined } from '../body/body.ts';

/** Node's own function. Other platforms may only have the hash that works in another thread. */
const { hash } = (globalThis.process?.getBuiltinModule?.('node:crypto') ?? {}) as Partial<
	typeof import('node:crypto')
>;

/** Up to so many bytes are hashed here: to ask another thread would take longer. */
const FEW_BYTES = 64 * 1024;

/** The SHA-256 of a text and some bytes, in hexadecimal digits. */
export const sha256 = async (text: string, bytes: Uint8Array): Promise<string> => {
	// Most submissions have no bytes: the id is enough.
	if (hash && !bytes.length) return hash('sha256', text, 'hex');
	const all = joined([new TextEncoder().encode(text), bytes]);
	return hash && all.byteLength <= FEW_BYTES
		? hash('sha256', all, 'hex')
		: hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', all as BufferSource)));
};
