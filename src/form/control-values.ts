export type Control = HTMLInputElement & Pick<HTMLSelectElement, 'options' | 'multiple'>;

const selectedIn = ({ options }: Control): string[] =>
	[...options].filter(({ selected }) => selected).map(({ value }) => value);

/** Selects the options with the selected values, even if their order has changed. */
const choose = (values: string[], { options, multiple }: Control): void => {
	const wanted = [...options].filter(({ value }) => values.includes(value));
	if (!multiple && !wanted.length) return;
	for (const option of options) option.selected = wanted.includes(option);
};

const isCheckable = ({ type }: Pick<Control, 'type'>): boolean =>
	type === 'checkbox' || type === 'radio';

/** Copies the value of one control to another. */
export const copy = (control: Control, to: Control): void => {
	if (control.type === 'file') to.files = control.files;
	else if (isCheckable(control)) to.checked = control.checked;
	else if (control.options?.length) choose(selectedIn(control), to);
	else to.value = control.value;
};

/** The values of a control that frameworks change when they hydrate it. */
export type Rendered = Pick<Control, 'value' | 'checked' | 'defaultValue' | 'defaultChecked'>;

/** What is known of the time before a keeper. */
export interface Earlier {
	/** The controls as they were before hydration. */
	rendered: ReadonlyMap<Element, Rendered>;
	/** The controls that the user has edited since. */
	edited: ReadonlySet<EventTarget>;
}

/** Whether the value of a control, other than a list, differs from its markup. */
const isChanged = (
	{ type, files }: Control,
	{ value, checked, defaultValue, defaultChecked }: Rendered
): boolean => {
	if (type === 'file') return !!files?.length;
	return isCheckable({ type }) ? checked !== defaultChecked : value !== defaultValue;
};

/**
 * Whether a control was filled in before this code was listening: its value differs from its markup.
 *
 * @param rendered its values before hydration
 */
export const isFilled = (control: Control, rendered: Rendered): boolean => {
	const { type, options, multiple, selectedIndex } = control as Control & HTMLSelectElement;
	// Color and range inputs always have a value, and custom elements may have no default to compare with.
	if (!options?.length)
		return 'defaultValue' in control && !/color|range/.test(type) && isChanged(control, rendered);
	const defaults = [...options].some(({ defaultSelected }) => defaultSelected);
	return defaults || multiple
		? [...options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
		: selectedIndex > 0;
};

/** A text that is equal if the values of two controls are. */
export const stateOf = (control: Control): string =>
	JSON.stringify([control.value, control.checked, control.options && selectedIn(control)]);
