import type { Value } from './follow-data.ts';

/** Any control; what a kind of it does not have is undefined. */
export type Control = HTMLInputElement & Omit<HTMLSelectElement, keyof HTMLInputElement>;

export const isCheckable = ({ type }: Control): boolean => type === 'checkbox' || type === 'radio';

/** Whether it is a custom element. As text, because a form's fields may shadow its `localName`. */
export const isCustom = ({ localName }: Element): boolean => `${localName}`.includes('-');

/** The current value of a control. */
export const held = (control: Control): Value => {
	if (control.options) return [...control.selectedOptions].map(({ value }) => value);
	return isCheckable(control) ? control.checked : control.value;
};

/** The values of a control from which its default is read. */
type Defaults = Pick<Control, 'value' | 'defaultValue' | 'defaultChecked'>;

/**
 * The value that a reset gives a control.
 *
 * @param from its values at another time, except those of a list
 */
export const defaultOf = (control: Control, from: Defaults = control): Value => {
	if (control.options) {
		const options = [...control.options];
		const chosen = options.filter(({ defaultSelected }) => defaultSelected);
		// A list that shows one option shows the first by default.
		const first = control.multiple || control.size > 1 ? [] : options.slice(0, 1);
		return (chosen.length ? chosen : first).map(({ value }) => value);
	}
	if (isCustom(control)) return from.value;
	return isCheckable(control) ? from.defaultChecked : from.defaultValue;
};

/** Sets the value of a control. */
export const hold = (control: Control, value: Value): void => {
	if (control.options) {
		for (const option of control.options)
			option.selected = (value as string[]).includes(option.value);
	} else if (isCheckable(control)) control.checked = value as boolean;
	else control.value = value as string;
};
