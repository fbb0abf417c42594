import { focusAnyway, hasFocusMoved, resetFocus } from '../../dom/focus.ts';
import type { Intent } from '../intent.ts';
import { fragmentTarget, scrollToStart } from './scroll.ts';

/** Access to the scroll position. */
export interface Scroll {
	/** Whether the new page has scrolled itself. */
	hasScrolled(): boolean;
	/** Restores the scroll position of the history entry. */
	restoreScroll(): void;
}

/**
 * Sets the scroll position and the focus for a navigation, once the document shows the page. If the page has scrolled
 * itself, or the page or the user has moved the focus, that stays.
 */
export const reveal = (
	{ type, noScroll, keepFocus, focused }: Intent,
	url: URL,
	{ hasScrolled, restoreScroll }: Scroll
): void => {
	const fragment = fragmentTarget(url);
	if (type === 'popstate') restoreScroll();
	else if (!noScroll && !hasScrolled()) scrollToStart(fragment);
	if (keepFocus || hasFocusMoved(focused)) return;
	if (fragment) focusAnyway(fragment);
	else resetFocus();
};
