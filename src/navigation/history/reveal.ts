import { focusAnyway, hasFocusMoved, resetFocus } from '../../dom/focus.ts';
import type { Intent } from '../intent.ts';
import { fragmentTarget, scrollToStart } from './scroll.ts';

/** What becomes of the scroll position. */
export interface Scroll {
	/** Whether the new page has scrolled by itself. */
	hasScrolled(): boolean;
	/** Scrolls to where the history entry was left. */
	restoreScroll(): void;
}

/**
 * Scrolls and focuses as a navigation to a URL asks, once the document shows it. Where the page has scrolled
 * while it was put into the document, and where page or user have moved the focus, that stays.
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
