import { controlsOf } from './check-form.ts';

type Control = HTMLInputElement & { options?: HTMLSelectElement['options'] };

/** Ignores writes to the value of a control, so that its caret and undo history stay. */
const shieldOne = (control: Control): (() => void) => {
	const key = /^(radio|checkbox)$/.test(control.type) ? 'checked' : 'value';
	// Other code already intercepts it.
	if (Object.hasOwn(control, key)) return () => {};
	const held = control[key];
	Object.defineProperty(control, key, { configurable: true, get: () => held, set() {} });
	return () => void Reflect.deleteProperty(control, key);
};

/** Restores a list after a write, because it is written option by option. */
const putBack = (options: HTMLSelectElement['options']): (() => void) => {
	const chosen = Array.from(options, ({ selected }) => selected);
	return () => Array.from(options, (option, index) => (option.selected = !!chosen[index]));
};

/**
 * Protects the user's input in a form while the page is shown with another failure, because some hosts first show it
 * without a failure.
 *
 * @returns the undo
 */
export const shield = (form: HTMLFormElement): (() => void) => {
	const undo = (controlsOf(form) as Control[])
		.filter((control) => 'value' in control && !/^(file|hidden|submit)$/.test(control.type))
		.map((control) => (control.options ? putBack(control.options) : shieldOne(control)));
	return () => undo.forEach((step) => step());
};
