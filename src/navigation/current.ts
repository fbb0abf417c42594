import type { Navigator } from './navigator.ts';

let host: Navigator | undefined;

/** The navigator of the started host, if there is one. */
export const hostNavigator = (): Navigator | undefined => host;

/** Makes every entry use `navigator`, until the undo is called. */
export const installNavigator = (navigator: Navigator): (() => void) => {
	host = navigator;
	return () => {
		if (host === navigator) host = undefined;
	};
};
