import * as svelte from 'svelte';

/**
 * Resolves when the document shows all changes, including those of async components. `tick` does not wait for these;
 * it is the fallback for versions of Svelte without async components.
 */
export const settled = (): Promise<void> =>
	(svelte as Partial<typeof svelte>).settled?.() ?? svelte.tick();
