import { navigating, page } from '$app/state';
import { toStore } from 'svelte/store';
import { isSamePath } from '../navigation/intent.ts';

/** Navigations in flight that results have asked for. */
let asked = 0;

/** Makes a navigation that is a result's, and not the app's own. */
export const navigate = async (go: () => Promise<void>): Promise<void> => {
	asked += 1;
	await go().finally(() => (asked -= 1));
};

/**
 * Calls `listener` when a navigation to another page (origin or pathname) begins.
 *
 * @param listener told whether the app's code asked for it
 * @returns the undo
 */
export const onLeave = (listener: (byApp: boolean) => void): (() => void) => {
	let from: URL = page.url;
	/** What SvelteKit navigates to, and what it shows once that is over. */
	const place = toStore(() => [navigating.to?.url ?? page.url, navigating.type] as const);
	return place.subscribe(([to, type]) => {
		if (!isSamePath(from, to)) listener(type === 'goto' && !asked);
		from = to;
	});
};
