import { documentOrigin } from '../dom/document-origin.ts';
import { option } from '../dom/native.ts';
import { isHttp } from '../protocol/is-http.ts';
import { hasModifier, isOwnTarget } from './links.ts';
import { isSamePage } from './same-page.ts';

/** The link of an event. */
export const linkOf = (event: Event): HTMLAnchorElement | undefined =>
	event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href) as
		HTMLAnchorElement | undefined;

/**
 * Returns the link that a click makes this document follow, if any.
 *
 * @param event any click that no one has prevented
 */
export const followedLink = (event: MouseEvent): HTMLAnchorElement | undefined => {
	const link = linkOf(event);
	if (event.defaultPrevented || !link || event.button !== 0 || hasModifier(event)) return;
	const url = new URL(link.href);
	const navigates =
		isHttp(url) &&
		isOwnTarget(link.target || null) &&
		!link.hasAttribute('download') &&
		// The browser handles fragments of the same document itself, and sets `:target`.
		!(link.href.includes('#') && isSamePage(url, new URL(location.href)));
	return navigates ? link : undefined;
};

/** Whether a link that navigates stays in the app. */
export const staysInApp = (link: HTMLAnchorElement): boolean =>
	new URL(link.href).origin === documentOrigin() &&
	!link.relList.contains('external') &&
	!option(link, 'reload');
