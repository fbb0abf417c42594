import type { Value } from './follow-data.ts';

/** Any control; what a kind of it does not have is undefined. */
export type Control = HTMLInputElement & Omit<HTMLSelectElement, keyof HTMLInputElement>;

export const isCheckable = ({ type }: Control): boolean => type === 'checkbox' || type === 'radio';

/** The current value of a control. */
export const held = (control: Control): Value => {
	if (control.options) return [...control.selectedOptions].map(({ value }) => value);
	return isCheckable(control) ? control.checked : control.value;
};
