import { isComposing } from './composition.ts';
import { doc } from './doc.ts';
import { focusedElement } from './focused.ts';
import { hasFocusMoved, resetFocus, takesFocus } from './focus.ts';
import { native } from './native.ts';

/** Without forms and groups: they are `:invalid` because of their controls, which are the ones to correct. */
const INVALID = '[aria-invalid=true],:invalid:not(form,fieldset)';

type Control = HTMLInputElement;

/** The controls of a form, including those outside of it, in document order. */
const controlsOf = (form: HTMLFormElement): Control[] => [...native(form, 'elements')] as Control[];

/** Whether a control is known to be invalid, even if its markup does not say so. */
type IsInvalid = (control: Element) => boolean;

const inDocumentOrder = (one: Element, other: Element): number =>
	one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** The invalid controls of the form; without a form, those in the document that the page itself marks as invalid. */
const invalidIn = (
	form: HTMLFormElement | undefined,
	isInvalid: IsInvalid | undefined
): Control[] => {
	if (!form) return [...doc.querySelectorAll<Control>('[aria-invalid=true]')];
	// Other elements, such as editable ones, belong to the form around them.
	const others = [...native(form, 'querySelectorAll')<Control>(`${INVALID},[name]`)].filter(
		(element) => !('form' in element)
	);
	return [...controlsOf(form), ...others]
		.filter((element) => element.matches(INVALID) || isInvalid?.(element))
		.sort(inDocumentOrder);
};

/** The buttons of a radio group: first the one that Tab leads to, then the others. */
const groupOf = (control: Control, controls: Iterable<Element>): Control[] => {
	if (control.type !== 'radio') return [control];
	const isMember = ({ type, name }: Control): boolean => type === 'radio' && name === control.name;
	const group = ([...controls] as Control[]).filter(isMember);
	return [...group.filter(({ checked }) => checked), ...group, control];
};

/** The closed `<details>` that hide an element. */
const closedAround = (element: Element): HTMLDetailsElement[] => {
	const details = element.closest<HTMLDetailsElement>('details');
	if (!details) return [];
	const outer = details.parentElement ? closedAround(details.parentElement) : [];
	return details.open ? outer : [...outer, details];
};

/** Focuses a control. Opens closed `<details>` around it, if nothing else hides it. */
const takesFocusUnfolded = (control: Control): boolean => {
	if (takesFocus(control)) return true;
	const closed = control.matches(':disabled,[type=hidden]') ? [] : closedAround(control);
	for (const details of closed) details.open = true;
	if (closed.length && takesFocus(control)) return true;
	for (const details of closed) details.open = false;
	return false;
};

/** Focuses the first invalid control that can take the focus. Returns whether there was one. */
const focusInvalid = (form: HTMLFormElement | undefined, isInvalid?: IsInvalid): boolean => {
	const invalid = invalidIn(form, isInvalid);
	const controls = form ? controlsOf(form) : [];
	return (
		invalid.some((control) => groupOf(control, controls).some(takesFocusUnfolded)) ||
		// A group that is marked as a whole cannot take the focus, but one of its controls can.
		invalid.some((group) =>
			[...group.querySelectorAll<Control>('*')]
				.filter((element) => 'form' in element)
				.some((control) => groupOf(control, controls).some(takesFocusUnfolded))
		)
	);
};

/** Gives the focus back to an element that lost it because new data moved it in the document. */
const giveBack = (focused: Element | null | undefined): void => {
	if (focused && !focusedElement()) takesFocus(focused as HTMLElement, true);
};

/** The submission that a result belongs to. */
export interface FocusAtSubmit {
	readonly form: HTMLFormElement;
	/** The element that had the focus in the submit event, or `null`. */
	readonly focused: Element | null;
	/** `keepFocus` leaves the focus where it is (`data-sveltekit-keepfocus`). */
	readonly gotoOptions: { keepFocus?: boolean };
}

/**
 * Resets the focus after a result: to the first invalid control of the form, else to `autofocus`, else to the start of
 * the document or of the layer that contains the form. Does nothing if the focus has moved since the submit, or a word
 * is being composed.
 *
 * @param toInvalid whether to look for an invalid control
 * @param submitted the submission, if known
 * @param isInvalid whether a control is invalid, in addition to the marked ones
 */
export const focusAfterResult = (
	toInvalid: boolean,
	submitted?: FocusAtSubmit,
	isInvalid?: IsInvalid
): void => {
	if (isComposing() || (submitted && hasFocusMoved(submitted.focused))) return;
	const { form, focused, gotoOptions } = submitted ?? {};
	if (gotoOptions?.keepFocus) return giveBack(focused);
	const shown = form && native(form, 'isConnected') ? form : undefined;
	if (!(toInvalid && focusInvalid(shown, isInvalid))) resetFocus(shown, focused);
};
