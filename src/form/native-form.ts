import { native } from '../navigation/native.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What each control held at one moment, by control. */
export type FormState = Map<Element, string>;

/** The controls a form owns, in tree order, also those outside of it. */
export const controlsOf = (form: HTMLFormElement): Element[] => [...native(form, 'elements')];

/** What a control holds, as one comparable value. Files are compared by what identifies them to a user. */
const holds = (control: Element): string => {
	const { value, checked, files, selectedOptions } = control as HTMLInputElement & HTMLSelectElement;
	return JSON.stringify([
		files ? Array.from(files, ({ name, size, lastModified }) => [name, size, lastModified]) : value,
		checked,
		selectedOptions && Array.from(selectedOptions, (option) => option.value)
	]);
};

/** Notes what every control of a form holds now. */
export const stateOf = (form: HTMLFormElement): FormState =>
	new Map(controlsOf(form).map((control) => [control, holds(control)]));

/** Makes what a control holds its default, so that a reset leaves it; returns how to undo the default. */
const pin = (control: Element): (() => void) => {
	const { type } = control as Control;
	if (type === 'file') return pinFiles(control as HTMLInputElement);
	if (control.tagName === 'SELECT') return pinOptions(control as HTMLSelectElement);
	if (type === 'checkbox' || type === 'radio') return pinChecked(control as HTMLInputElement);
	return 'defaultValue' in control ? pinValue(control as HTMLInputElement) : () => {};
};

const pinFiles = (input: HTMLInputElement): (() => void) => {
	const { files } = input;
	return () => {
		input.files = files;
	};
};

const pinOptions = (select: HTMLSelectElement): (() => void) => {
	const options = Array.from(select.options, (option) => {
		const { defaultSelected, selected } = option;
		option.defaultSelected = selected;
		return { option, defaultSelected, selected };
	});
	return () => {
		for (const { option, defaultSelected } of options) option.defaultSelected = defaultSelected;
		// Writing defaults selects; what was selected is put back last, when nothing else will.
		for (const { option, selected } of options) option.selected = selected;
	};
};

const pinChecked = (input: HTMLInputElement): (() => void) => {
	const { defaultChecked, checked } = input;
	input.defaultChecked = checked;
	return () => {
		input.defaultChecked = defaultChecked;
		input.checked = checked;
	};
};

const pinValue = (input: HTMLInputElement): (() => void) => {
	const { defaultValue, value, selectionStart, selectionEnd } = input;
	input.defaultValue = value;
	return () => {
		// Written while it still is the default, so that the caret stays; then the default cannot show.
		input.value = value;
		input.defaultValue = defaultValue;
		if (selectionStart !== null) input.setSelectionRange(selectionStart, selectionEnd);
	};
};

/**
 * Resets a form as its own `reset` does (event, custom elements and all), but for the controls
 * that hold something else than in `submitted`: what the user typed meanwhile stays.
 */
export const resetUnedited = async (form: HTMLFormElement, submitted: FormState): Promise<void> => {
	const edited = controlsOf(form).filter((control) => submitted.get(control) !== holds(control));
	let unpin: (() => void)[] = [];
	// In the form's own phase of the event, after a host on the document has set its defaults.
	const onReset = (): void => {
		unpin = edited.map(pin);
	};
	native(form, 'addEventListener')('reset', onReset, { once: true });
	native(form, 'reset')();
	// Bindings read the defaults in a microtask after the event.
	await Promise.resolve();
	await Promise.resolve();
	for (const undo of unpin) undo();
};
