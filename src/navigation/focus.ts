const focusElement = (element: HTMLElement, scroll: boolean): void => {
	const tabindex = element.getAttribute('tabindex');
	// A heading or the body takes no focus without one; it goes again, to leave the page as it was.
	element.tabIndex = -1;
	element.focus({ preventScroll: !scroll });
	if (tabindex === null) element.removeAttribute('tabindex');
	else element.setAttribute('tabindex', tabindex);
};

/** Moves focus to the first control of `scope` that is marked as invalid; `false` where none is. */
export const focusInvalid = (scope: ParentNode): boolean => {
	const invalid = scope.querySelector<HTMLElement>('[aria-invalid="true"]');
	invalid?.focus();
	return !!invalid;
};

/**
 * Moves focus to where it is on a new page: the fragment's target, else the element with
 * `autofocus`, else the start of the document. Nothing scrolls.
 *
 * @param target the element the URL's fragment names, where the page changed
 */
export const resetFocus = (target?: HTMLElement | null): void => {
	const autofocus = document.querySelector<HTMLElement>('[autofocus]');
	if (!target && autofocus) return autofocus.focus({ preventScroll: true });
	focusElement(target ?? document.body, false);
	// Where focus cannot go (a body with a positioned child in WebKit), Tab still starts from the top.
	getSelection()?.removeAllRanges();
};
