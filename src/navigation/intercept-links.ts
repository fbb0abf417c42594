import { listen } from '../dom/listen.ts';
import { followedLink, opensHere, staysInApp, urlOf, type Link } from './clicked-link.ts';
import { gotoOptions } from './links.ts';
import type { GotoOptions } from './navigator.ts';
import { isSamePage } from './same-page.ts';

/** Whether a plain click on a link leads to a page of the app. */
export const leadsInto = (link: Link): boolean =>
	opensHere(link) && staysInApp(link) && !isSamePage(urlOf(link), new URL(location.href));

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
		const link = followedLink(event);
		if (!link) return;
		const url = urlOf(link);
		const ours = staysInApp(link);
		if (ours || !mayLeave(url)) event.preventDefault();
		if (ours) follow(url, gotoOptions(link));
	};
	return listen(document, 'click', onClick);
};
