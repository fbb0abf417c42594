import { controlsOf } from './check-form.ts';

type Control = HTMLInputElement & { options?: HTMLSelectElement['options'] };

/** Has writes of what a control holds do nothing: the caret, and the list of undo, stay with it. */
const shieldOne = (control: Control): (() => void) => {
	const key = /^(radio|checkbox)$/.test(control.type) ? 'checked' : 'value';
	// Something else looks after it.
	if (Object.hasOwn(control, key)) return () => {};
	const held = control[key];
	Object.defineProperty(control, key, { configurable: true, get: () => held, set() {} });
	return () => void Reflect.deleteProperty(control, key);
};

/** A list is written option by option, so that it is put back afterwards. */
const putBack = (options: HTMLSelectElement['options']): (() => void) => {
	const chosen = Array.from(options, ({ selected }) => selected);
	return () => Array.from(options, (option, index) => (option.selected = !!chosen[index]));
};

/**
 * Leaves what users have put into a form as it is, while the page is shown with another failure: some hosts show it
 * without any first.
 *
 * @returns the undo
 */
export const shield = (form: HTMLFormElement): (() => void) => {
	const undo = (controlsOf(form) as Control[])
		.filter((control) => 'value' in control && !/^(file|hidden|submit)$/.test(control.type))
		.map((control) => (control.options ? putBack(control.options) : shieldOne(control)));
	return () => undo.forEach((step) => step());
};
