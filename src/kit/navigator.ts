import type { Navigator } from '../navigation/navigator.ts';
import { onLeave } from './leave.ts';
import { later } from './load-show.ts';

/** SvelteKit's router. What only a result needs is loaded when the page is idle. */
export const kitNavigator: Navigator = {
	here: () => new URL(location.href),
	goto: later('goto'),
	showError: later('showError'),
	invalidateAll: later('invalidateAll'),
	show: later('show'),
	revise: later('revise'),
	onLeave
};
