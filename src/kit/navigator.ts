import type { Navigator } from '../navigation/navigator.ts';
import { onLeave } from './leave.ts';
import { loadShow } from './load-show.ts';

/** SvelteKit's router. What only a result needs is loaded when the page is idle. */
export const kitNavigator: Navigator = {
	here: () => new URL(location.href),
	async goto(url, ...options) {
		const show = await loadShow();
		return show ? show.goto(url, ...options) : location.assign(url);
	},
	showError: async (...error) => (await loadShow())?.showError(...error),
	invalidateAll: async (...outcome) => (await loadShow())?.invalidateAll(...outcome),
	show: async (...change) => (await loadShow())?.show(...change),
	onLeave
};
