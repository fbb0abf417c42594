import { documentOrigin } from '../dom/document-origin.ts';
import { native, option } from '../dom/native.ts';
import { isHttp } from '../protocol/is-http.ts';
import { gotoOptions, hasModifier, isOwnTarget } from './links.ts';
import { isSamePage } from './same-page.ts';

/** A link, also in a drawing. */
export type Link = HTMLAnchorElement | SVGAElement;

/** The link of an event. */
export const linkOf = (event: Event): Link | undefined =>
	event
		.composedPath()
		.find((node) => node instanceof Element && native(node, 'matches')('a[href]')) as
		Link | undefined;

const hrefOf = ({ href }: Link): string => (typeof href === 'string' ? href : href.baseVal);

/** The URL of a link that {@link opensHere}. */
export const urlOf = (link: Link): URL => new URL(hrefOf(link), link.baseURI);

/** Whether a plain click on a link loads a URL into this document. Content of users may have links that are not URLs. */
export const opensHere = (link: Link): boolean =>
	URL.canParse(hrefOf(link), link.baseURI) &&
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
	if (event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
	if (!link || !opensHere(link)) return;
	// The browser handles fragments of the same document itself, and sets `:target`, but always adds an entry.
	const url = urlOf(link);
	const isFragment = url.href.includes('#') && isSamePage(url, new URL(location.href));
	return isFragment && !gotoOptions(link).replaceState ? undefined : link;
};

/** Whether a link that navigates stays in the app. */
export const staysInApp = (link: Link): boolean =>
	urlOf(link).origin === documentOrigin() &&
	!link.relList.contains('external') &&
	!option(link, 'reload');
