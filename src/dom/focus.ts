import { doc } from './doc.ts';
import { focusedElement } from './focused.ts';
import { native } from './native.ts';

/** Layers that a page opens on top of itself. Focus that starts inside one stays there. */
const LAYERS = 'dialog[open],[popover],[role=dialog],[role=alertdialog]';

/** Whether the focus has moved to another element since `before` had it. To lose the focus is not a move. */
export const hasFocusMoved = (before: Element | null | undefined): boolean => {
	const now = focusedElement();
	return !!now && now !== before;
};

/** Focuses an element. Returns whether it took the focus. */
export const takesFocus = (element: HTMLElement, preventScroll?: boolean): boolean => {
	element.focus({ preventScroll: !!preventScroll });
	const { activeElement } = element.getRootNode() as Document | ShadowRoot;
	return activeElement === element;
};

/**
 * Focuses an element that normally cannot take the focus, such as a heading or the body.
 *
 * @param stay whether the element keeps the focus. Otherwise it is only the start for the next Tab, as after a fragment
 * @returns whether it took the focus
 */
export const focusAnyway = (element: HTMLElement, stay?: boolean): boolean => {
	const own = element.getAttribute('tabindex');
	// Removing the tabindex also removes the focus in the next frame.
	const restore = (): void =>
		own === null ? element.removeAttribute('tabindex') : element.setAttribute('tabindex', own);
	element.tabIndex = -1;
	const taken = takesFocus(element, true);
	if (stay && taken) element.addEventListener('blur', restore, { once: true });
	else restore();
	// Tab would start from a selection. Firefox selects the start of another element that is focused, and Tab starts there.
	if (!taken || element === doc.body) getSelection()?.removeAllRanges();
	return taken;
};

/** The layers around an element, from the innermost, through shadow trees. */
const layersAround = (element: Element | null | undefined): HTMLElement[] => {
	const found: HTMLElement[] = [];
	for (let node = element; node && native(node, 'isConnected');) {
		// Read from the prototype, because a form's fields may shadow these names.
		const layer: HTMLElement | null = native(node, 'closest')(LAYERS);
		if (layer) found.push(layer);
		node = layer ? layer.parentElement : (native(node, 'getRootNode')() as ShadowRoot).host;
	}
	return found;
};

/**
 * Moves the focus to the element with `autofocus`, else to the start of the layer that contains one of `places`, else
 * of the top modal dialog, else of the document. Does not scroll.
 *
 * @param places elements whose layers to try, in this order
 */
export const resetFocus = (...places: (Element | null | undefined)[]): void => {
	const starts = [
		...places.flatMap(layersAround),
		// An element under a modal cannot take the focus, so the last dialog that can is the top one.
		...[...doc.querySelectorAll<HTMLElement>('dialog:modal')].reverse(),
		doc.body
	];
	starts.some(
		(start) =>
			[...start.querySelectorAll<HTMLElement>('[autofocus]')].some((element) =>
				takesFocus(element, true)
			) || focusAnyway(start, start !== doc.body)
	);
};
