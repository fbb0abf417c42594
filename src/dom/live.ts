import { doc } from './doc.ts';

/** Milliseconds before a new region gets its first text. Screen readers often skip a text that is there from the start. */
const DELAY = 100;

/** The texts that wait until their region is old enough. */
const waiting = /* @__PURE__ */ new WeakMap<Element, ReturnType<typeof setTimeout>>();

/**
 * Puts a text into a live region, which makes screen readers say it once; `''` removes it.
 *
 * @param isNew whether the region has just been created
 */
export const say = (region: HTMLElement, text: string, isNew?: boolean): void => {
	clearTimeout(waiting.get(region));
	const put = (): void => region.replaceChildren(text);
	if (isNew && text) waiting.set(region, setTimeout(put, DELAY));
	else put();
};

/** The modal dialog on top, which makes everything outside of it inert. */
export const topModal = (): Element | undefined => {
	const modals = [...doc.querySelectorAll('dialog:modal,[aria-modal=true]')].filter(
		(modal) => modal.checkVisibility?.() ?? true
	);
	const { activeElement } = doc;
	return modals.findLast((modal) => modal.contains(activeElement)) ?? modals.at(-1);
};
