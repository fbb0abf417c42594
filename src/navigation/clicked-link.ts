import { documentOrigin } from '../dom/document-origin.ts';
import { native, option } from '../dom/native.ts';
import { isHttp } from '../protocol/is-http.ts';
import { hasModifier, isOwnTarget } from './links.ts';
import { isSamePage } from './same-page.ts';

/** A link, also in a drawing. */
export type Link = HTMLAnchorElement | SVGAElement;

/** The link of an event. */
export const linkOf = (event: Event): Link | undefined =>
	event
		.composedPath()
		.find((node) => node instanceof Element && native(node, 'matches')('a[href]')) as
		Link | undefined;

export const urlOf = ({ href, baseURI }: Link): URL =>
	new URL(typeof href === 'string' ? href : href.baseVal, baseURI);

/** Whether a plain click on a link loads a URL into this document. */
export const opensHere = (link: Link): boolean =>
	isHttp(urlOf(link)) &&
	isOwnTarget(link.getAttribute('target') || null) &&
	!link.hasAttribute('download');

/**
 * Returns the link that a click makes this document follow, if any.
 *
 * @param event any click that no one has prevented
 */
export const followedLink = (event: MouseEvent): Link | undefined => {
	const link = linkOf(event);
	if (event.defaultPrevented || !link || event.button !== 0 || hasModifier(event)) return;
	// The browser handles fragments of the same document itself, and sets `:target`.
	const url = urlOf(link);
	const isFragment = url.href.includes('#') && isSamePage(url, new URL(location.href));
	return opensHere(link) && !isFragment ? link : undefined;
};

/** Whether a link that navigates stays in the app. */
export const staysInApp = (link: Link): boolean =>
	urlOf(link).origin === documentOrigin() &&
	!link.relList.contains('external') &&
	!option(link, 'reload');
