import type { Readable as SvelteReadable } from 'svelte/store';
import { navigating as navigation, type Navigating } from '../navigation/navigating.ts';
import type { Navigation } from '../navigation/hooks.ts';
import type { PageSnapshot } from '../page/page-state.ts';
import type { Readable } from '../page/store.ts';

/** Whether the app has a newer version. */
export interface Updated extends SvelteReadable<boolean> {
	/** Checks now. */
	check(): Promise<boolean>;
}

/** The stores of `$app/stores`. */
export interface Stores {
	page: SvelteReadable<PageSnapshot>;
	navigating: SvelteReadable<Navigation | null>;
	updated: Updated;
}

const navigationOf = (state: Navigating): Navigation | null => {
	if (!state.complete) return null;
	const { delta, ...navigation } = state;
	return (delta === null ? navigation : state) as Navigation;
};

/**
 * Makes the stores of `$app/stores`.
 *
 * @param page this browser's page, or the page of the request that is being rendered
 */
export const toStores = (page: Readable<PageSnapshot>): Stores => ({
	page: { subscribe: (run) => page.subscribe(run) },
	navigating: { subscribe: (run) => navigation.subscribe((state) => run(navigationOf(state))) },
	updated: {
		// If a deployment has removed a page's code, a navigation to the page loads its document, so softpost does not poll.
		subscribe(run) {
			run(false);
			return () => {};
		},
		check: async () => false
	}
});
