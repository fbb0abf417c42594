import { afterNavigate } from '../../../src/navigation.ts';

export { applyAction } from '../../../src/index.ts';
export { goto, invalidateAll } from '../../../src/navigation.ts';
export { navigating, page, start } from '../../../src/svelte.ts';

/** Resolves when the navigation in flight has ended. */
export const onceNavigated = (): Promise<void> =>
	new Promise((resolve) => {
		const undo = afterNavigate(() => {
			undo();
			resolve();
		});
	});
