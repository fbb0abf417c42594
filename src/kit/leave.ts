import { navigating, page } from '$app/state';
import { toStore } from 'svelte/store';
import { isSamePath } from '../navigation/same-page.ts';

/** The number of navigations in flight that results have started. */
let asked = 0;

/** Navigates because of a result, rather than the app's own code. */
export const navigate = async (go: () => Promise<void>): Promise<void> => {
	asked += 1;
	await go().finally(() => (asked -= 1));
};

/**
 * Calls `listener` when a navigation to another page (origin or pathname) begins.
 *
 * @param listener called with whether the app's code has started it
 * @param from     the page that counts as the one to leave
 * @returns the undo
 */
export const onLeave = (listener: (byApp: boolean) => void, from: URL = page.url): (() => void) => {
	/** The target of SvelteKit's navigation, or the shown page if there is none. */
	const place = toStore(() => [navigating.to?.url ?? page.url, navigating.type] as const);
	return place.subscribe(([to, type]) => {
		if (!isSamePath(from, to)) listener(type === 'goto' && !asked);
		from = to;
	});
};
