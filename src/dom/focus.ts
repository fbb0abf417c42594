/** Moves focus to an element that may not take any, such as a heading or the body. */
export const focusAnyway = (element: HTMLElement): void => {
	const own = element.getAttribute('tabindex');
	element.tabIndex = -1;
	element.focus({ preventScroll: true });
	// The page is left as it was; an element that lost its tabindex keeps the focus.
	if (own) element.setAttribute('tabindex', own);
	else element.removeAttribute('tabindex');
	// Where focus could not move, Tab still starts from the top.
	getSelection()?.removeAllRanges();
};

/** Moves focus to the element with `autofocus`, else to the start of the document. Nothing scrolls. */
export const resetFocus = (): void => {
	const autofocus = document.querySelector<HTMLElement>('[autofocus]');
	if (autofocus) autofocus.focus({ preventScroll: true });
	else focusAnyway(document.body);
};
