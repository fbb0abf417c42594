import { native } from '../navigation/native.ts';

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
 * Resets a form as its own `reset` does (event, custom elements and all), but for the controls
 * that hold something else than in `submitted`: what the user typed meanwhile stays.
 */
export const resetUnedited = async (form: HTMLFormElement, submitted: FormState): Promise<void> => {
	const edited = [...native(form, 'elements')].filter(
		(control) => submitted.get(control) !== holds(control)
	);
	// For the time of the reset they belong to no form, so that caret, files and bindings are not
	// touched: an empty `form` attribute names none (HTML, section 4.10.18.3).
	const owners = edited.map((control) => control.getAttribute('form'));
	for (const control of edited) control.setAttribute('form', '');
	native(form, 'reset')();
	// Bindings look at the form's controls in a microtask after the event.
	await null;
	await null;
	edited.forEach((control, index) => {
		const owner = owners[index];
		if (owner) control.setAttribute('form', owner);
		else control.removeAttribute('form');
	});
};
