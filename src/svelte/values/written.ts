import type { Value } from './follow-data.ts';

/** Any control; what a kind of it does not have is undefined. */
export type Control = HTMLInputElement & Omit<HTMLSelectElement, keyof HTMLInputElement>;

/**
 * What Svelte keeps on an element under a symbol of its own. It tells no one else what a template
 * last wrote. Older versions of Svelte 5 used a plain name for the same.
 */
const secretOf = (element: Element, description: string, name: string): unknown => {
	const symbols = Object.getOwnPropertySymbols(element);
	// The last, because happy-dom has symbols of the same names, from before Svelte came.
	const key = symbols.findLast((symbol) => symbol.description === description) ?? name;
	return (element as unknown as Record<PropertyKey, unknown>)[key];
};

/** What a template last wrote to an element, by attribute. */
export const writtenOn = (element: Element): { value?: unknown; checked?: unknown } | undefined =>
	secretOf(element, 'attributes', '__attributes') as ReturnType<typeof writtenOn>;

/** Whether a binding hears of resets. So does every input that was hydrated. */
export const hearsReset = (element: Element): boolean =>
	!!secretOf(element, 'form reset', '__on_r');

/** Whether the element is a template's, and more than its static markup. */
export const isWritten = (element: Element): boolean =>
	!!writtenOn(element) || hearsReset(element) || '__value' in element;

export const isCheckable = ({ type }: Control): boolean => type === 'checkbox' || type === 'radio';

/** Whether it is a member of a `bind:group`. */
export const isInGroup = (control: Control): boolean =>
	isCheckable(control) && '__value' in control && hearsReset(control);

/** An option's value is whatever the template gave, not only text. */
const valueOf = (option: HTMLOptionElement): unknown =>
	(option as { __value?: unknown }).__value ?? option.value;

const writtenOnSelect = (select: Control): Value | undefined => {
	// A bound select keeps what the user chose under the same name.
	if (!('__value' in select) || hearsReset(select)) return undefined;
	const wanted = [select.__value].flat();
	const chosen = [...select.options].filter((option) => wanted.includes(valueOf(option)));
	return chosen.map(({ value }) => value);
};

/** After a spread, a symbol stands where the value was. */
const isKnown = (value: unknown): boolean => value != null && typeof value !== 'symbol';

/**
 * What a template last wrote to a control by attribute or spread, for certain; `undefined` where a
 * binding, or no one, writes it, or where Svelte does not keep it.
 */
export const writtenValue = (control: Control): Value | undefined => {
	if (control.options) return writtenOnSelect(control);
	// A custom element may take what it is given for something else.
	if (control.localName.includes('-')) return undefined;
	const { value, checked } = writtenOn(control) ?? {};
	if (isCheckable(control)) return isKnown(checked) ? !!checked : undefined;
	if (isKnown(value)) return String(value);
	return '__value' in control ? String(control.__value ?? '') : undefined;
};
