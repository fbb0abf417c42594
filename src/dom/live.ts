import { doc } from './doc.ts';

/** How long a new region waits for its first text: one that comes with its text is often not read. In ms. */
const DELAY = 100;

/** The texts that wait for their region to be known. */
const waiting = /* @__PURE__ */ new WeakMap<Element, ReturnType<typeof setTimeout>>();

/**
 * Puts a text into a live region, which is then read out once; `''` takes it away.
 *
 * @param isNew whether the region was made for it
 */
export const say = (region: HTMLElement, text: string, isNew?: boolean): void => {
	clearTimeout(waiting.get(region));
	const put = (): void => region.replaceChildren(text);
	if (isNew && text) waiting.set(region, setTimeout(put, DELAY));
	else put();
};

/** The modal dialog on top, which makes all that is outside of it inert. */
export const topModal = (): Element | undefined => {
	const modals = [...doc.querySelectorAll('dialog:modal,[aria-modal=true]')].filter(
		(modal) => modal.checkVisibility?.() ?? true
	);
	const { activeElement } = doc;
	return modals.findLast((modal) => modal.contains(activeElement)) ?? modals.at(-1);
};
