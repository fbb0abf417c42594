import { documentOrigin } from '../dom/document-origin.ts';
import { option } from '../dom/native.ts';
import { isHttp } from '../protocol/is-http.ts';
import { hasModifier, isOwnTarget } from './links.ts';
import { isSamePage } from './same-page.ts';

/** The link of an event. */
export const linkOf = (event: Event): HTMLAnchorElement | undefined =>
	event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href) as
		HTMLAnchorElement | undefined;

/** Whether a plain click on a link loads a URL into this document. */
export const opensHere = (link: HTMLAnchorElement): boolean =>
	isHttp(new URL(link.href)) && isOwnTarget(link.target || null) && !link.hasAttribute('download');

/**
 * Returns the link that a click makes this document follow, if any.
 *
 * @param event any click that no one has prevented
 */
export const followedLink = (event: MouseEvent): HTMLAnchorElement | undefined => {
	const link = linkOf(event);
	if (event.defaultPrevented || !link || event.button !== 0 || hasModifier(event)) return;
	// The browser handles fragments of the same document itself, and sets `:target`.
	const isFragment =
		link.href.includes('#') && isSamePage(new URL(link.href), new URL(location.href));
	return opensHere(link) && !isFragment ? link : undefined;
};

/** Whether a link that navigates stays in the app. */
export const staysInApp = (link: HTMLAnchorElement): boolean =>
	new URL(link.href).origin === documentOrigin() &&
	!link.relList.contains('external') &&
	!option(link, 'reload');
