import type { Readable as SvelteReadable } from 'svelte/store';
import { navigating as navigation, type Navigating } from '../navigation/navigating.ts';
import type { Navigation } from '../navigation/hooks.ts';
import type { PageSnapshot } from '../page/page-state.ts';
import type { Readable } from '../page/store.ts';

/** Whether the app has a newer version. */
export interface Updated extends SvelteReadable<boolean> {
	/** Finds out now. */
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
 * @param page this browser's page, or that of the request that is being rendered
 */
export const toStores = (page: Readable<PageSnapshot>): Stores => ({
	page: { subscribe: (run) => page.subscribe(run) },
	navigating: { subscribe: (run) => navigation.subscribe((state) => run(navigationOf(state))) },
	updated: {
		// Where a deployment took a page's code away, a navigation to it loads the document: no version is polled.
		subscribe(run) {
			run(false);
			return () => {};
		},
		check: async () => false
	}
});
