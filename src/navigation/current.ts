import { browserPage } from '../page/browser-page.ts';
import type { PageStore } from '../page/page-state.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { isHttp } from '../protocol/wire.ts';
import { createDocumentNavigator } from './document-navigator.ts';
import type { GotoOptions, Navigator } from './navigator.ts';

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

/**
 * Shows another page of this app.
 *
 * @param target  absolute, or relative to the document
 * @param options see {@link GotoOptions}
 * @returns a promise that resolves when the page is shown, or when a newer navigation took its place
 * @throws {SoftpostError} `external_url` (as a rejection) for another origin or scheme
 * @example
 * await goto('/notes?sort=new', { noScroll: true });
 */
export const goto = async (target: string | URL, options?: GotoOptions): Promise<void> => {
	const navigator = currentNavigator();
	const { origin } = navigator.here();
	const url = new URL(target, document.baseURI);
	if (isHttp(url) && url.origin === origin) return navigator.goto(url, options, undefined, true);
	throw new SoftpostError('external_url', `goto stays on ${origin}. Use location.assign`, { url });
};

/**
 * Runs the `load` functions of the shown page again and shows what they return. `page.form` stays.
 *
 * @returns a promise that resolves when the fresh data is shown
 * @throws {SoftpostError} `network` (as a rejection) where the server cannot be reached; the page stays
 * @example
 * await invalidateAll();
 */
export const invalidateAll = async (): Promise<void> => currentNavigator().invalidateAll?.();
