import { browserPage } from '../page/browser-page.ts';
import type { PageStore } from '../page/page-state.ts';
import { createDocumentNavigator } from './document-navigator.ts';
import type { Navigator } from './navigator.ts';

let host: Navigator | undefined;

/**
 * The navigator of the started host, else one that loads documents.
 *
 * @param page receives errors without a host. Default: this browser's page
 */
export const currentNavigator = (page: PageStore = browserPage): Navigator =>
	host ?? createDocumentNavigator(page);

/** Makes every entry use `navigator`, until the undo is called. */
export const installNavigator = (navigator: Navigator): (() => void) => {
	host = navigator;
	return () => {
		if (host === navigator) host = undefined;
	};
};
