import { doc } from '../../dom/doc.ts';
import { native } from '../../dom/native.ts';
import { controlsOf, isEditedSince, read, type Control, type FormState } from '../native-form.ts';

/** Radio buttons and checkboxes of the same name belong together; any other control is a group of one. */
const groupOf = (control: Control): unknown =>
	/^(radio|checkbox)$/.test(control.type) && control.name ? control.type + control.name : control;

/** The controls that were edited since `state`, even if the value is the same again or incomplete. */
export const editedSince = (form: HTMLFormElement, state: FormState): Control[] => {
	const now = read(form);
	const controls = controlsOf(form);
	const isEdited = (control: Control): boolean =>
		isEditedSince(state, control) || state.get(control) !== now.get(control);
	const groups = new Set(controls.filter(isEdited).map(groupOf));
	return controls.filter((control) => groups.has(groupOf(control)));
};

/** Whether an output still shows its markup: a reset would replace its nodes in Firefox. */
const isMarkup = ({ localName, value, textContent }: Control): boolean =>
	localName === 'output' && value === textContent;

const setOwner = (control: Control, id: string | null | undefined): void =>
	id == null ? control.removeAttribute('form') : control.setAttribute('form', id);

/** Counts the temporary forms, so that each has a different id. */
let asides = 0;

/**
 * Attaches controls to a temporary form. They stay in their place and keep caret and focus. With no form at all, radio
 * buttons would join a group with other formless ones of the same name.
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
				// The parser can attach a control to a form that is not its ancestor (a form in a table).
				if (!native(form, 'id')) native(form, 'setAttribute')('id', aside.id);
				setOwner(control, native(form, 'id'));
			}
		}
	];
};

/** Removes a control from a tree outside of the document, where a `form` attribute has no effect. */
const takeOut = (control: Control): (() => void) => {
	const place = doc.createComment('');
	control.replaceWith(place);
	return () => place.replaceWith(control);
};

/**
 * Resets a form like its own `reset`, including the event and custom elements, except the controls that were edited
 * since `submitted`.
 *
 * @returns the edited controls
 */
export const resetUnedited = async (
	form: HTMLFormElement,
	submitted: FormState
): Promise<Element[]> => {
	const edited = editedSince(form, submitted);
	const kept = [...edited, ...controlsOf(form).filter(isMarkup)];
	const undo = native(form, 'isConnected') ? attach(kept, form) : kept.map(takeOut);
	native(form, 'reset')();
	// Frameworks' bindings read the form's controls in a microtask after the event.
	await null;
	await null;
	undo.forEach((undo) => undo());
	return edited;
};
