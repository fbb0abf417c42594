import { focusAnyway, resetFocus } from '../dom/focus.ts';
import type { Intent } from './intent.ts';
import { fragmentTarget, scrollToStart } from './scroll.ts';

/**
 * Scrolls and focuses as a navigation to a URL asks, once the document shows it.
 *
 * @param restore scrolls to where the history entry was left
 */
export const reveal = (
	{ type, noScroll, keepFocus }: Intent,
	url: URL,
	restore: () => void
): void => {
	const fragment = fragmentTarget(url);
	if (type === 'popstate') restore();
	else if (!noScroll) scrollToStart(fragment);
	if (keepFocus) return;
	if (fragment) focusAnyway(fragment);
	else resetFocus();
};
