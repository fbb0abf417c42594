import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';

/** The value of each control of a form at one moment. */
export type FormState = Map<Element, string>;

export type Control = HTMLInputElement & HTMLSelectElement;

/** The controls of a form, including those outside of it. */
export const controlsOf = (form: HTMLFormElement): Control[] =>
	[...native(form, 'elements')] as Control[];

/** Numbers edits and states, to know which came first. */
let count = 0;
const numbers = /* @__PURE__ */ new WeakMap<object, number>();
const number = (of: object): unknown => numbers.set(of, ++count);

/** Whether the user has edited a control since a state was read. */
export const isEditedSince = (state: FormState, control: Element): boolean =>
	numbers.get(control)! > numbers.get(state)!;

/** Typing a part of a date fires key events only; so does a composed word in some engines. */
const noteEdit = (event: Event): void => {
	const { type, isComposing } = event as KeyboardEvent;
	const control = event.target as Control;
	if (type !== 'keydown' || isComposing || control.validity?.badInput) number(control);
};

/** Listens on a node for as long as it exists. More calls change nothing. */
const watch = (node: Node): void =>
	['input', 'change', 'keydown'].forEach((type) =>
		native(node as Element, 'addEventListener')(type, noteEdit, true)
	);

const isCustom = ({ localName }: Element): boolean => localName.includes('-');

/** The form's entries, without a `formdata` event. */
const entriesOf = (form: HTMLFormElement): [name: string, entry: FormDataEntryValue][] => {
	const undo = listen(window, 'formdata', (event) => event.stopImmediatePropagation(), true);
	const entries = [...new FormData(form)];
	undo();
	return entries;
};

/** Compares options by their value, files by their name, size and date. */
const textOf = (item: { [key: string]: any } | string): unknown =>
	typeof item === 'string' ? item : [item.name, item.size, item.lastModified, item.value];

/** Reads the value of every control of a form, including those outside of it. */
export const read = (form: HTMLFormElement): FormState => {
	const controls = controlsOf(form);
	const names = controls.map((control) => !isCustom(control) && control.name);
	// A custom element may show its value only in the form's data, and there under any name.
	const entries = controls.some(isCustom) ? entriesOf(form) : [];
	const own = (custom: Element, id = custom.getAttribute('name')): unknown[] =>
		entries.filter(([name]) => (id ? name === id : !names.includes(name))).flat();
	const holds = (control: Control): string => {
		const { value, checked, files, selectedOptions, validity } = control;
		const items: ArrayLike<any> = isCustom(control)
			? own(control)
			: (files ?? selectedOptions ?? []);
		return [value, checked, validity?.badInput, Array.from(items, textOf)].flat(2).join();
	};
	return new Map(controls.map((control) => [control, holds(control)]));
};

/** Reads the value of every control of a form, including those outside of it, and watches for edits from now on. */
export const stateOf = (form: HTMLFormElement): FormState => {
	const state = read(form);
	// On the root for controls outside of the form, also those that come later: the events of a shadow tree may not reach
	// the document. On the form itself, because it may leave its root.
	watch(native(form, 'getRootNode')());
	watch(form);
	number(state);
	return state;
};
