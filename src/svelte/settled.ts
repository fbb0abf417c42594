import * as svelte from 'svelte';

/**
 * Resolves when the document shows everything that has changed, also what components wait for. `tick`
 * does not wait for them; versions of Svelte that know no such components have nothing else.
 */
export const settled = (): Promise<void> =>
	(svelte as Partial<typeof svelte>).settled?.() ?? svelte.tick();
