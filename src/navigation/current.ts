import { browserPage } from '../page/browser-page.ts';
import type { PageStore } from '../page/page-state.ts';
import { createDocumentNavigator } from './document-navigator.ts';
import type { Navigator } from './navigator.ts';

let host: Navigator | undefined;

/**
 * The navigator of the host that has been started, else one that loads documents.
 *
 * @param page where errors go without a host. Default: this browser's page
 */
export const currentNavigator = (page: PageStore = browserPage): Navigator =>
	host ?? createDocumentNavigator(page);

/** Makes `navigator` the one that every entry uses, until the undo is called. */
export const installNavigator = (navigator: Navigator): (() => void) => {
	host = navigator;
	return () => {
		if (host === navigator) host = undefined;
	};
};
