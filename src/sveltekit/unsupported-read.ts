import { SoftpostError } from '../protocol/errors.ts';

/**
 * Exists so that code from SvelteKit can be bundled.
 *
 * @throws {SoftpostError} `unsupported` always
 */
export const unsupportedRead = (_asset: string): Response => {
	throw new SoftpostError(
		'unsupported',
		'softpost has no read. Import the file with ?raw or ?inline, or read it with node:fs',
		{ name: 'read' }
	);
};
