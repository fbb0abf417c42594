import type { Value } from './follow-data.ts';
import { isCheckable, type Control } from './held.ts';
import { secretOf, writtenOn } from './secret.ts';

export type { Control };

/** Whether Svelte handles resets of this element: it has a binding, or was hydrated. */
export const hearsReset = (element: Element): boolean =>
	!!secretOf(element, 'form reset', '__on_r');

/** Whether a template writes to the element. */
export const isWritten = (element: Element): boolean =>
	!!writtenOn(element) || hearsReset(element) || '__value' in element;

/** Whether it is a member of a `bind:group`. */
export const isInGroup = (control: Control): boolean =>
	isCheckable(control) && '__value' in control && hearsReset(control);

/** The value of an option, as the template set it: not only text. */
const valueOf = (option: HTMLOptionElement): unknown =>
	(option as { __value?: unknown }).__value ?? option.value;

const writtenOnSelect = (select: Control): Value | undefined => {
	// In a bound select, the same property is the user's choice.
	if (!('__value' in select) || hearsReset(select)) return undefined;
	const wanted = [select.__value].flat();
	const chosen = [...select.options].filter((option) => wanted.includes(valueOf(option)));
	return chosen.map(({ value }) => value);
};

/** After a spread, Svelte keeps a symbol instead of the value. */
const isKnown = (value: unknown): boolean => value != null && typeof value !== 'symbol';

/**
 * The value that a template last wrote to a control by attribute or spread, if it is certain; `undefined` if a binding
 * or nothing writes it, or Svelte does not keep it.
 */
export const writtenValue = (control: Control): Value | undefined => {
	if (control.options) return writtenOnSelect(control);
	// A custom element may interpret the attribute differently.
	if (control.localName.includes('-')) return undefined;
	const { value, checked } = writtenOn(control) ?? {};
	if (isCheckable(control)) return isKnown(checked) ? !!checked : undefined;
	if (isKnown(value)) return String(value);
	return '__value' in control ? String(control.__value ?? '') : undefined;
};
