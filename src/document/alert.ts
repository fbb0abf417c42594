import { doc, inherited } from '../dom/doc.ts';
import { say, topModal } from '../dom/live.ts';
import { native } from '../dom/native.ts';

/** The element that a page has marked for a form's errors. */
const MARKED = '[data-softpost-error]';

/** Hidden without text, outside of the form's grid or row, but always in the accessibility tree. */
const HIDDEN = 'position:absolute;clip-path:inset(50%)';

/** The regions that softpost has created. */
const own = /* @__PURE__ */ new WeakSet<Element>();

/** The element with the last error of each form. */
const shown = /* @__PURE__ */ new WeakMap<Element, HTMLElement>();

const createRegion = (): HTMLElement => {
	const region = doc.createElement('div');
	region.setAttribute('data-softpost-error', '');
	region.style.cssText = HIDDEN;
	own.add(region);
	return region;
};

const findRegion = (holder: Element): [region: HTMLElement, isNew: boolean] => {
	// Not the elements of other forms.
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
	// Safari lacks it before 17.4.
	(native(element, 'checkVisibility') as (() => boolean) | undefined)?.() ?? true;

/** Whether users can perceive a form: a wizard hides its steps, a dialog may close on submit. */
const isPerceived = (form: Element): boolean =>
	native(form, 'isConnected') &&
	!native(form, 'closest')('[inert]') &&
	// With `display: contents` the form itself has no box.
	[form, ...native(form, 'children')].some(isRendered);

/** The element in which users can perceive an error of a form. */
const holderOf = (form: Element): Element => {
	const modal = topModal();
	if (modal && !isIn(form, modal)) return modal;
	return isPerceived(form) ? form : (modal ?? doc.body);
};

/** Sets the text of a region, and hides our own region if it is empty. The page hides its own. */
const put = (region: HTMLElement, message: string, isNew?: boolean): void => {
	say(region, message, isNew);
	if (own.has(region)) region.style.cssText = message ? '' : HIDDEN;
};

/** Removes the regions that softpost has created in a tree. */
export const removeAlerts = (root: ParentNode): void => {
	for (const region of inherited(root, 'querySelectorAll')(MARKED))
		if (own.has(region)) region.remove();
};

/**
 * Creates a form's live region before the first error: screen readers often skip a region that appears with its text.
 *
 * @returns the undo
 */
export const prepareAlert = (form: HTMLFormElement): (() => void) => {
	findRegion(form);
	return () => {
		const region = shown.get(form);
		if (region) put(region, '');
		removeAlerts(form);
	};
};

/** Shows an error at the beginning of a form, or in the page's marked element; `''` removes it. */
export const showAlert = (form: HTMLFormElement, message: string): void => {
	const before = shown.get(form);
	if (before) put(before, '');
	if (!message) return void prepareAlert(form);
	const [region, isNew] = findRegion(holderOf(form));
	shown.set(form, region);
	put(region, message, isNew);
};
