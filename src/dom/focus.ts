import { doc } from './doc.ts';
import { focusedElement } from './focused.ts';
import { native } from './native.ts';

/** Layers that a page opens above itself: what happens inside one stays there. */
const LAYERS = 'dialog[open],[popover],[role=dialog],[role=alertdialog]';

/** Whether the focus was put somewhere else since `before` had it. Nowhere is not another place. */
export const hasFocusMoved = (before: Element | null | undefined): boolean => {
	const now = focusedElement();
	return !!now && now !== before;
};

/** Focuses an element; whether it could take the focus. */
export const takesFocus = (element: HTMLElement, preventScroll?: boolean): boolean => {
	element.focus({ preventScroll: !!preventScroll });
	const { activeElement } = element.getRootNode() as Document | ShadowRoot;
	return activeElement === element;
};

/**
 * Moves focus to an element that may not take any, such as a heading or the body.
 *
 * @param stay whether the element keeps the focus. Else only Tab goes on from there, as after a fragment
 * @returns whether it could take the focus
 */
export const focusAnyway = (element: HTMLElement, stay?: boolean): boolean => {
	const own = element.getAttribute('tabindex');
	// Without a tabindex the focus would be nowhere with the next frame.
	const restore = (): void =>
		own === null ? element.removeAttribute('tabindex') : element.setAttribute('tabindex', own);
	element.tabIndex = -1;
	const taken = takesFocus(element, true);
	if (stay && taken) element.addEventListener('blur', restore, { once: true });
	else restore();
	// Where focus could not move, Tab still starts from the top.
	getSelection()?.removeAllRanges();
	return taken;
};

/** The layers around an element, from the innermost, through shadow trees. */
const layersAround = (element: Element | null | undefined): HTMLElement[] => {
	const found: HTMLElement[] = [];
	for (let node = element; node && native(node, 'isConnected');) {
		// Fields of a form may be named like these.
		const layer: HTMLElement | null = native(node, 'closest')(LAYERS);
		if (layer) found.push(layer);
		node = layer ? layer.parentElement : (native(node, 'getRootNode')() as ShadowRoot).host;
	}
	return found;
};

/**
 * Moves focus to the element with `autofocus`, else to the start: of the layer that one of `places` is in,
 * of the modal dialog that covers the document, else of the document. Nothing scrolls.
 *
 * @param places elements in the order in which their layers count
 */
export const resetFocus = (...places: (Element | null | undefined)[]): void => {
	const starts = [
		...places.flatMap(layersAround),
		// What a modal covers cannot take the focus. The last one that can is on top.
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
