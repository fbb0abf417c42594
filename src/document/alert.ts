import { doc } from '../dom/doc.ts';
import { say, topModal } from '../dom/live.ts';
import { native } from '../dom/native.ts';

/** The element that a page may mark as the one that shows a form's errors. */
const MARKED = '[data-softpost-error]';

/** Seen only with text in it, and no part of a grid or a row of the form; in the accessibility tree all along. */
const HIDDEN = 'position:absolute;clip-path:inset(50%)';

/** The regions that are not the page's. */
const own = /* @__PURE__ */ new WeakSet<Element>();

/** Where the last error of a form stands. */
const shown = /* @__PURE__ */ new WeakMap<Element, HTMLElement>();

const createRegion = (): HTMLElement => {
	const region = doc.createElement('div');
	region.setAttribute('data-softpost-error', '');
	region.style.cssText = HIDDEN;
	own.add(region);
	return region;
};

const findRegion = (holder: Element): [region: HTMLElement, isNew: boolean] => {
	// What other forms have is theirs.
	const marked = holder instanceof HTMLFormElement ? MARKED : `${MARKED}:not(form *)`;
	const found = native(holder, 'querySelector')(marked) as HTMLElement | null;
	const region = found ?? createRegion();
	if (!found) native(holder, 'prepend')(region);
	region.setAttribute('role', 'alert');
	region.setAttribute('aria-live', 'assertive');
	return [region, !found];
};

/** Whether a form is in an element, through shadow trees. */
const isIn = (form: Element, element: Element): boolean => {
	const root = native(form, 'getRootNode')();
	return element.contains(form) || (root instanceof ShadowRoot && isIn(root.host, element));
};

const isRendered = (element: Element): boolean =>
	// Safari has it since 17.4.
	(native(element, 'checkVisibility') as (() => boolean) | undefined)?.() ?? true;

/** Whether a form, or what it stands in, can be perceived: a wizard hides its steps, a dialog may close on submit. */
const isPerceived = (form: Element): boolean =>
	native(form, 'isConnected') &&
	!native(form, 'closest')('[inert]') &&
	// With `display: contents` a form has no box of its own.
	[form, ...native(form, 'children')].some(isRendered);

/** Where an error of a form can be perceived. */
const holderOf = (form: Element): Element => {
	const modal = topModal();
	if (modal && !isIn(form, modal)) return modal;
	return isPerceived(form) ? form : (modal ?? doc.body);
};

/** Puts the place for errors into a form, before there is one: a region that comes with its text is often not read. */
export const prepareAlert = (form: HTMLFormElement): void => void findRegion(form);

/** Puts a text where it is seen, or hides the place; the page's own is the page's to hide. */
const put = (region: HTMLElement, message: string, isNew?: boolean): void => {
	say(region, message, isNew);
	if (own.has(region)) region.style.cssText = message ? '' : HIDDEN;
};

/** Shows an error at the beginning of a form, or where the page has marked a place for it; `''` takes it away. */
export const showAlert = (form: HTMLFormElement, message: string): void => {
	const before = shown.get(form);
	if (before) put(before, '');
	if (!message) return prepareAlert(form);
	const [region, isNew] = findRegion(holderOf(form));
	shown.set(form, region);
	put(region, message, isNew);
};
