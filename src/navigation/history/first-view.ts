import { doc } from '../../dom/doc.ts';
import { hasFocusMoved } from '../../dom/focus.ts';
import { focusedElement } from '../../dom/focused.ts';
import { listen } from '../../dom/listen.ts';
import { fragmentTarget } from './scroll.ts';

/** Events that show that the user has taken over. */
const INPUT = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the scroll position and the focus that the first page sets itself, at a URL with a fragment. Chromium and WebKit
 * scroll to the fragment and take the focus away again and again, until all images have loaded.
 *
 * @returns a function to call once the first page is shown; it returns the undo
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
				// The browser may scroll once more in the next frame.
				requestAnimationFrame(() => requestAnimationFrame(stop));
			})
		];
		return stop;
	};
};
