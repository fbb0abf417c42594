import { documentOrigin } from '../dom/document-origin.ts';
import { listen } from '../dom/listen.ts';
import { option } from '../dom/native.ts';
import { isHttp } from '../protocol/is-http.ts';
import { isSamePage } from './intent.ts';
import { gotoOptions, hasModifier, isOwnTarget } from './links.ts';
import type { GotoOptions } from './navigator.ts';

/** The link of an event. */
export const linkOf = (event: Event): HTMLAnchorElement | undefined =>
	event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href) as
		HTMLAnchorElement | undefined;

/** Whether a click on a link makes this document navigate. */
const navigates = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
	event.button === 0 &&
	!hasModifier(event) &&
	isHttp(new URL(link.href)) &&
	isOwnTarget(link.target || null) &&
	!link.hasAttribute('download') &&
	// The browser handles fragments of the same document itself, and sets `:target`.
	!(link.href.includes('#') && isSamePage(new URL(link.href), new URL(location.href)));

/** Whether a plain click on a link leads to a page of the app. */
export const leadsInto = (link: HTMLAnchorElement): boolean =>
	isHttp(new URL(link.href)) &&
	isOwnTarget(link.target || null) &&
	!link.hasAttribute('download') &&
	isOurs(link) &&
	!isSamePage(new URL(link.href), new URL(location.href));

/** Whether a link that navigates stays in the app. */
const isOurs = (link: HTMLAnchorElement): boolean =>
	new URL(link.href).origin === documentOrigin() &&
	!link.relList.contains('external') &&
	!option(link, 'reload');

/**
 * Passes clicks on the app's own links to `follow`; leaves every other click to the browser.
 *
 * @param mayLeave decides whether the browser may follow a link out of the app
 * @returns the undo
 */
export const interceptLinks = (
	follow: (url: URL, options: GotoOptions) => void,
	mayLeave: (url: URL) => boolean = () => true
): (() => void) => {
	const onClick = (event: MouseEvent): void => {
		const link = linkOf(event);
		if (event.defaultPrevented || !link || !navigates(event, link)) return;
		const url = new URL(link.href);
		const ours = isOurs(link);
		if (ours || !mayLeave(url)) event.preventDefault();
		if (ours) follow(url, gotoOptions(link));
	};
	return listen(document, 'click', onClick);
};
