import { listen } from '../dom/listen.ts';
import { followedLink, staysInApp, urlOf } from './clicked-link.ts';
import { loadDocument } from './history/load-document.ts';
import { gotoOptions } from './links.ts';
import type { GotoOptions } from './navigator.ts';

/**
 * Holds the first click on a link of the app until there is a router, because a document load would end all that the app has in
 * memory. A second click is the browser's, in case the router never comes.
 *
 * @param follow follows the link as a click would; if it rejects, the document of the link is loaded
 * @returns the undo
 */
export const holdLinks = (
	follow: (url: URL, options: GotoOptions) => Promise<void>
): (() => void) => {
	let isHeld = false;
	return listen(document, 'click', (event) => {
		const link = followedLink(event);
		if (isHeld || !link || !staysInApp(link)) return;
		isHeld = true;
		event.preventDefault();
		const wish = [urlOf(link), gotoOptions(link)] as const;
		follow(...wish).catch(() => loadDocument(...wish));
	});
};
