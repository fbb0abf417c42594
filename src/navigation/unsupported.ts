import { SoftpostError } from '../protocol/errors.ts';

const unsupported = (name: string, advice: string): SoftpostError =>
	new SoftpostError('unsupported', `softpost has no ${name}. ${advice}`, { name });

/**
 * Exists so that code from SvelteKit can be bundled; see docs/coming-from-sveltekit.md.
 *
 * @throws {SoftpostError} `unsupported` always
 */
export const disableScrollHandling = (): never => {
	throw unsupported('disableScrollHandling', 'Use goto with noScroll, or data-sveltekit-noscroll');
};
