import type { Navigator } from '../navigation/navigator.ts';
import { onLeave } from './leave.ts';
import { loadShow } from './load-show.ts';

/** SvelteKit's router. What only a result needs is loaded when the page is idle. */
export const kitNavigator: Navigator = {
	here: () => new URL(location.href),
	goto: async (...wish) => (await loadShow()).goto(...wish),
	showError: async (...error) => (await loadShow()).showError(...error),
	invalidateAll: async (...outcome) => (await loadShow()).invalidateAll(...outcome),
	show: async (...change) => (await loadShow()).show(...change),
	revise: async (change) => (await loadShow()).revise(change),
	onLeave
};
