import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';

/** What each control of a form held at one moment. */
export type FormState = Map<Element, string>;

type Control = HTMLInputElement & HTMLSelectElement;

const controlsOf = (form: HTMLFormElement): Control[] => [...native(form, 'elements')] as Control[];

/** Numbers edits and states, so that each is known to be before or after the others. */
let count = 0;
const numbers = new WeakMap<object, number>();
const number = (of: object): unknown => numbers.set(of, ++count);

/** The parts of a date are typed without another event than of keys; so are words, in some engines. */
const noteEdit = (event: Event): void => {
	const { type, isComposing } = event as KeyboardEvent;
	const control = event.target as Control;
	if (type !== 'keydown' || isComposing || control.validity?.badInput) number(control);
};

/** Listens on an element, once however often it is called, for as long as there is the element. */
const watch = (element: Element): void =>
	['input', 'change', 'keydown'].forEach((type) =>
		native(element, 'addEventListener')(type, noteEdit, true)
	);

const isCustom = ({ localName }: Element): boolean => localName.includes('-');

/** The form's entries, without a `formdata` event. */
const entriesOf = (form: HTMLFormElement): [name: string, entry: FormDataEntryValue][] => {
	const undo = listen(window, 'formdata', (event) => event.stopImmediatePropagation(), true);
	const entries = [...new FormData(form)];
	undo();
	return entries;
};

/** Options by their value, files by what tells them apart. */
const textOf = (item: { [key: string]: any } | string): unknown =>
	typeof item === 'string' ? item : [item.name, item.size, item.lastModified, item.value];

/** Notes the value of every control of a form, those outside of it included. */
const read = (form: HTMLFormElement): FormState => {
	const controls = controlsOf(form);
	const names = controls.map((control) => !isCustom(control) && control.name);
	// A custom element need not tell its value to anybody but the form's data, there under any names.
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

/** Notes what every control of a form holds, also of those outside of it, and edits from now on. */
export const stateOf = (form: HTMLFormElement): FormState => {
	const state = read(form);
	[form, ...state.keys()].forEach(watch);
	number(state);
	return state;
};

/** Radio buttons and checkboxes of one name are one answer; any other control is its own. */
const groupOf = (control: Control): unknown =>
	/^(radio|checkbox)$/.test(control.type) && control.name ? control.type + control.name : control;

/** The controls that were edited since, whether or not they hold something else, or half of something. */
export const editedSince = (form: HTMLFormElement, state: FormState): Control[] => {
	const now = read(form);
	const controls = controlsOf(form);
	const since = numbers.get(state)!;
	const isEdited = (control: Control): boolean =>
		numbers.get(control)! > since || state.get(control) !== now.get(control);
	const groups = new Set(controls.filter(isEdited).map(groupOf));
	return controls.filter((control) => groups.has(groupOf(control)));
};

/** An output that shows what its markup says: a reset would replace its nodes (Firefox). */
const isMarkup = ({ localName, value, textContent }: Control): boolean =>
	localName === 'output' && value === textContent;

const setOwner = (control: Control, id: string | null | undefined): void =>
	id == null ? control.removeAttribute('form') : control.setAttribute('form', id);

/**
 * Attaches controls to another form. They stay in their place, with caret and focus. Without any
 * form, radio buttons would be one group with others of their name that have none.
 */
const attach = (controls: Control[], form: HTMLFormElement): (() => void)[] => {
	if (!controls.length) return [];
	const aside = document.createElement('form');
	const root = native(form, 'getRootNode')() as Document;
	const owners = controls.map((control) => control.getAttribute('form'));
	aside.id = `softpost-${++count}`;
	(root.body ?? root).append(aside);
	for (const control of controls) setOwner(control, aside.id);
	return [
		...controls.map((control, index) => () => setOwner(control, owners[index])),
		() => aside.remove(),
		() => {
			const found = controlsOf(form);
			for (const control of controls) {
				if (found.includes(control) || !control.isConnected) continue;
				// The parser had attached it to a form that is not around it (a form in a table).
				if (!native(form, 'id')) native(form, 'setAttribute')('id', aside.id);
				setOwner(control, native(form, 'id'));
			}
		}
	];
};

/** Takes a control out of a tree that is in no document, where a `form` attribute has no effect. */
const takeOut = (control: Control): (() => void) => {
	const place = document.createComment('');
	control.replaceWith(place);
	return () => place.replaceWith(control);
};

/**
 * Resets a form as its own `reset` does (event, custom elements and all), but for the controls
 * that were edited since `submitted`.
 *
 * @returns those
 */
export const resetUnedited = async (
	form: HTMLFormElement,
	submitted: FormState
): Promise<Element[]> => {
	const edited = editedSince(form, submitted);
	const kept = [...edited, ...controlsOf(form).filter(isMarkup)];
	const undo = native(form, 'isConnected') ? attach(kept, form) : kept.map(takeOut);
	native(form, 'reset')();
	// Bindings look at the form's controls in a microtask after the event.
	await null;
	await null;
	undo.forEach((undo) => undo());
	return edited;
};
