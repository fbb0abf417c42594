import { native } from '../dom/native.ts';

/** What each control of a form held at one moment. */
export type FormState = Map<Element, string>;

/** What a control holds, as one comparable text. */
const holds = (control: Element): string => {
	const { value, checked, files, selectedOptions } = control as HTMLInputElement &
		HTMLSelectElement;
	const parts: ArrayLike<{ name?: string; lastModified?: number; value?: string }> =
		files ?? selectedOptions ?? [];
	const texts = Array.from(parts, ({ name, lastModified, value }) => [name, lastModified, value]);
	return [value, checked, texts].join();
};

/** Notes what every control of a form holds, also of those outside of it. */
export const stateOf = (form: HTMLFormElement): FormState =>
	new Map([...native(form, 'elements')].map((control) => [control, holds(control)]));

/**
 * Has a control belong to no form for a while, so that a reset does not touch it.
 *
 * @returns the undo
 */
const disown = (control: Element): (() => void) => {
	if (!control.isConnected) {
		// What is in no document belongs to the form around it, whatever its attribute says.
		const place = document.createComment('');
		control.replaceWith(place);
		return () => place.replaceWith(control);
	}
	// It stays in its place with caret and focus: an empty `form` attribute names no form
	// (HTML, section 4.10.18.3).
	const owner = control.getAttribute('form');
	control.setAttribute('form', '');
	return () => (owner ? control.setAttribute('form', owner) : control.removeAttribute('form'));
};

/**
 * Resets a form as its own `reset` does (event, custom elements and all), but for the controls
 * that hold something else than in `submitted`: what the user typed meanwhile stays.
 */
export const resetUnedited = async (form: HTMLFormElement, submitted: FormState): Promise<void> => {
	const edited = [...native(form, 'elements')].filter(
		(control) => submitted.get(control) !== holds(control)
	);
	const undo = edited.map(disown);
	native(form, 'reset')();
	// Bindings look at the form's controls in a microtask after the event.
	await null;
	await null;
	undo.forEach((undo) => undo());
};
