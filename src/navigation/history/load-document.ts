import { untilLeft } from '../../dom/until-left.ts';
import type { GotoOptions } from '../navigator.ts';

/**
 * Leaves this document. A page without a router can use it too.
 *
 * @returns a promise that resolves when the document is left, or will not be left after all
 */
export const loadDocument = (
	url: URL,
	{ replaceState, invalidateAll }: GotoOptions = {}
): Promise<void> =>
	untilLeft(() => {
		const [here] = location.href.split('#');
		location[replaceState ? 'replace' : 'assign'](url);
		// If only the fragment differs, the browser stays in the document.
		if (invalidateAll && url.hash && url.href.split('#')[0] === here) location.reload();
	});
