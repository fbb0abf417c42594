import { doc } from '../../dom/doc.ts';
import { native } from '../../dom/native.ts';
import { controlsOf, numbers, read, type Control, type FormState } from '../native-form.ts';

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

/** Numbers the forms that controls stand aside in, so that each has an id of its own. */
let asides = 0;

/**
 * Attaches controls to another form. They stay in their place, with caret and focus. Without any
 * form, radio buttons would be one group with others of their name that have none.
 */
const attach = (controls: Control[], form: HTMLFormElement): (() => void)[] => {
	if (!controls.length) return [];
	const aside = doc.createElement('form');
	const root = native(form, 'getRootNode')() as Document;
	const owners = controls.map((control) => control.getAttribute('form'));
	aside.id = `softpost-${(asides += 1)}`;
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
	const place = doc.createComment('');
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
