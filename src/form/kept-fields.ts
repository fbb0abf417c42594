import type { FieldKeeper } from '../navigation/host.ts';
import { isSamePage } from '../navigation/intent.ts';
import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';

/** What tells of an edit; some controls fire only one of them. */
const EDITS = ['input', 'change'] as const;

type Control = HTMLInputElement & Pick<HTMLSelectElement, 'options'>;

/** What the user has made of a control; `undefined` where it is what the page, or a reset, made it. */
const editOf = (control: Control): ((to: Control) => void) | undefined => {
	const { type, files, value, checked, defaultValue, defaultChecked } = control;
	const options = [...(control.options ?? [])];
	if (type === 'file') return files?.length ? (to) => (to.files = files) : undefined;
	if (type === 'checkbox' || type === 'radio')
		return checked === defaultChecked ? undefined : (to) => (to.checked = checked);
	if (!options.length) return value === defaultValue ? undefined : (to) => (to.value = value);
	return (to) =>
		[...to.options].forEach((option, index) => (option.selected = !!options[index]?.selected));
};

/** Elements by what stays the same when they are rendered anew: kind, names, and place among equals. */
const named = <Type extends Element>(elements: Iterable<Type>): Map<string, Type> => {
	const found = new Map<string, Type>();
	for (const element of elements) {
		const names = ['id', 'name', 'action', 'type'].map(native(element, 'getAttribute'));
		let key = [element.localName, ...names].join();
		while (found.has(key)) key += ',';
		found.set(key, element);
	}
	return found;
};

const controlsOf = (form: HTMLFormElement): Map<string, Control> =>
	named(native(form, 'elements') as Iterable<Control>);

const restoreForm = (from: HTMLFormElement, to: HTMLFormElement, edited: WeakSet<Node>): void => {
	const target = controlsOf(to);
	for (const [key, control] of controlsOf(from)) {
		const restored = target.get(key);
		const edit = edited.has(control) && editOf(control);
		if (!restored || !edit) continue;
		edit(restored);
		// Bindings of frameworks, and this module, learn of it by these.
		for (const type of EDITS) restored.dispatchEvent(new Event(type, { bubbles: true }));
	}
};

/** Makes the keeper of a document's forms. The forms themselves are kept, as they were left. */
export const createFieldKeeper = (): FieldKeeper => {
	const edited = new WeakSet<Node>();
	let page: URL | undefined;
	let forms: HTMLFormElement[] = [];

	const onEdit = (event: Event): void => void edited.add(event.composedPath()[0] as Node);
	const undo = EDITS.map((type) => listen(document, type, onEdit, true));
	const here = (): HTMLFormElement[] => [...document.querySelectorAll('form')];

	return {
		keep(url) {
			// A second error finds the boundary of the first, and no form.
			forms = page && isSamePage(page, url) ? [...forms, ...here()] : here();
			page = url;
			// A file dialog that is open meanwhile puts its file into a form that is in no document.
			for (const form of forms)
				for (const type of EDITS) native(form, 'addEventListener')(type, onEdit, true);
		},
		restore(url) {
			if (!page || !isSamePage(page, url)) return;
			const shown = named(here());
			for (const [key, form] of named(forms)) {
				const target = shown.get(key);
				if (target && target !== form) restoreForm(form, target, edited);
			}
			page = undefined;
			forms = [];
		},
		destroy: () => undo.forEach((undo) => undo())
	};
};
