import { native } from '../dom/native.ts';

/** The element that a page may mark as the one that shows a form's errors. */
const MARKED = '[data-softpost-error]';

/** Seen only with text in it, and no part of a grid or a row of the form; in the accessibility tree all along. */
const HIDDEN = 'position:absolute;clip-path:inset(50%)';

/** The regions that are not the page's. */
const own = /* @__PURE__ */ new WeakSet<Element>();

const createRegion = (): HTMLElement => {
	const region = document.createElement('div');
	region.setAttribute('data-softpost-error', '');
	region.style.cssText = HIDDEN;
	own.add(region);
	return region;
};

const findRegion = (holder: Element): HTMLElement => {
	const found = native(holder, 'querySelector')(MARKED) as HTMLElement | null;
	const region = found ?? createRegion();
	if (!found) native(holder, 'prepend')(region);
	region.setAttribute('role', 'alert');
	region.setAttribute('aria-live', 'assertive');
	return region;
};

/** What is open above everything else, which is inert then. */
const topDialog = (): Element | undefined => [...document.querySelectorAll('dialog:modal')].at(-1);

/** Where an error of a form can be perceived. */
const holderOf = (form: Element): Element => {
	const dialog = topDialog();
	return dialog && !dialog.contains(form) ? dialog : form;
};

/** Puts the place for errors into a form, before there is one: a region that comes with its text is often not read. */
export const prepareAlert = (form: HTMLFormElement): void => void findRegion(form);

/** Shows an error at the beginning of a form, or where the page has marked a place for it; `''` takes it away. */
export const showAlert = (form: HTMLFormElement, message: string): void => {
	const region = findRegion(message ? holderOf(form) : form);
	region.replaceChildren(message);
	// The page's own is the page's to hide.
	if (own.has(region)) region.style.cssText = message ? '' : HIDDEN;
};
