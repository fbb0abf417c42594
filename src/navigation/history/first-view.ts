import { doc } from '../../dom/doc.ts';
import { hasFocusMoved } from '../../dom/focus.ts';
import { focusedElement } from '../../dom/focused.ts';
import { listen } from '../../dom/listen.ts';
import { fragmentTarget } from './scroll.ts';

/** What shows that the user has taken over. */
const INPUT = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Leaves the first view to the page, at a URL with a fragment. Chromium and WebKit scroll to the fragment, and take the focus away,
 * until all images have loaded, also where the page has scrolled and focused by itself in the meantime.
 *
 * @returns what to call once the first page is shown; that returns the undo
 */
export const watchFirstView = (): (() => () => void) => {
	const before = focusedElement();
	const top = scrollY;
	return () => {
		const target = fragmentTarget(new URL(location.href));
		const own = hasFocusMoved(before) ? (focusedElement() as HTMLElement) : null;
		const place = scrollY === top ? null : ([scrollX, scrollY] as const);
		if (!target || doc.readyState === 'complete' || !(own || place)) return () => {};
		const putBack = (): void => {
			const { top, bottom } = target.getBoundingClientRect();
			if (place && bottom > 0 && top < innerHeight) scrollTo(...place);
			if (own && !focusedElement()) own.focus({ preventScroll: true });
		};
		const stop = (): void => undo.forEach((step) => step());
		const undo = [
			listen(window, 'scroll', putBack),
			...INPUT.map((type) => listen(window, type, stop, true)),
			listen(window, 'load', () => {
				putBack();
				// The browser may scroll once more with the frame that follows.
				requestAnimationFrame(() => requestAnimationFrame(stop));
			})
		];
		return stop;
	};
};
