import { doc } from '../dom/doc.ts';
import { native } from '../dom/native.ts';

/** Any control of a form. */
type Control = HTMLInputElement & Pick<HTMLSelectElement, 'options'>;

const isControl = (element: Element): element is Control =>
	/^(input|select|textarea)$/.test(element.localName);

/** Copies the value of a control into another one. */
type State = (to: Control) => void;

const isChecked = ({ type }: Control): boolean => /^(checkbox|radio)$/.test(type);

const isHidden = ({ type }: Control): boolean => /^(hidden|submit|image|button|reset)$/.test(type);

/**
 * A copy of a control with the value of its markup, which is more than an attribute: a colour without one is black, a
 * number may be none, a list shows its first option that is not disabled.
 */
const asWritten = (control: Control): Control => {
	// The document of a template's content has no window, so that custom elements do not run.
	const { ownerDocument: inert } = doc.createElement('template').content;
	if (control.localName === 'select') return inert.importNode(control, true);
	// A clone of another control would have its value, too.
	const copy = inert.createElement(control.localName) as Control;
	for (const attribute of control.attributes)
		if (attribute.name !== 'value') copy.setAttributeNode(attribute.cloneNode() as Attr);
	copy.defaultValue = control.defaultValue;
	return copy;
};

/** Whether the value of a control differs from its markup. */
const isEdited = (control: Control): boolean => {
	if (control.type === 'file') return !!control.files?.length;
	if (isChecked(control)) return control.checked !== control.defaultChecked;
	const { value, options } = asWritten(control);
	if (control.localName !== 'select') return control.value !== value;
	return [...control.options].some(({ selected }, index) => selected !== options[index]!.selected);
};

const stateOf = (control: Control): State => {
	const { type, files, value, checked } = control;
	if (type === 'file') return (to) => (to.files = files);
	if (isChecked(control)) return (to) => (to.checked = checked);
	if (control.localName !== 'select') return (to) => (to.value = value);
	const chosen = new Set(
		[...control.options].filter(({ selected }) => selected).map(({ value }) => value)
	);
	return (to) => {
		for (const option of to.options) option.selected = chosen.has(option.value);
	};
};

const read = (element: Element, name: string): string =>
	Element.prototype.getAttribute.call(element, name) ?? '';

/** The name of an element: its id, else its attributes. */
const nameOf = (element: Element): string => {
	const id = read(element, 'id');
	if (id) return `#${id}`;
	const names = ['name', 'action', 'type'].map((name) => read(element, name));
	// The value identifies a checkbox or radio button, but changes in a text field.
	if (isControl(element) && isChecked(element)) names.push(element.value);
	return [element.localName, ...names].join();
};

const groupBy = <Value, Key>(
	values: Iterable<Value>,
	keyOf: (value: Value) => Key
): Map<Key, Value[]> => {
	const groups = new Map<Key, Value[]>();
	for (const value of values) {
		const key = keyOf(value);
		groups.set(key, [...(groups.get(key) ?? []), value]);
	}
	return groups;
};

/** Elements by name. Elements of the same name are distinguished by position, as long as there are as many of them. */
const named = <Type extends Element>(elements: Iterable<Type>): [key: string, element: Type][] =>
	[...groupBy(elements, nameOf)].flatMap(([name, group]) =>
		group.map((element, index): [string, Type] => [
			group.length > 1 ? `${name} ${index} of ${group.length}` : name,
			element
		])
	);

/** The hidden values of a form: the id of its record, a token. */
const factsOf = (form: HTMLFormElement): Map<string, string> =>
	new Map(
		(
			[
				...native(form, 'querySelectorAll')('input[type=hidden], [type=submit], button')
			] as Control[]
		).map((control) => [read(control, 'name'), read(control, 'value')])
	);

/** The hidden fields in which forms of the same name differ, such as the record's id in rows of a list. */
type Distinctions = Map<string, string[]>;

const distinguish = (forms: Iterable<HTMLFormElement>): Distinctions =>
	new Map(
		[...groupBy(forms, nameOf)].map(([name, group]) => {
			const facts = group.map(factsOf);
			const names = new Set(facts.flatMap((known) => [...known.keys()]));
			return [
				name,
				[...names].filter((fact) => new Set(facts.map((known) => known.get(fact))).size > 1)
			];
		})
	);

const FOCUSABLE =
	'a, area, button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';

const ownerOf = (element: Element): HTMLFormElement | null =>
	(element as Control).form ?? element.closest('form');

/** The names of a document's forms, controls and other focusable elements. */
class Places {
	readonly distinctions: Distinctions;
	readonly #forms = new Map<HTMLFormElement | null, string>();
	readonly #keys = new Map<Element, string>();
	readonly #elements = new Map<string, Element>();

	/** @param distinctions those of the previous document, so that the remaining rows of a list are still recognized */
	constructor(distinctions?: Distinctions) {
		const forms = [...doc.querySelectorAll('form')];
		this.distinctions = distinctions ?? distinguish(forms);
		const formNameOf = (form: HTMLFormElement): string => {
			const name = nameOf(form);
			const facts = factsOf(form);
			return [name, ...(this.distinctions.get(name) ?? []).map((fact) => facts.get(fact))].join();
		};
		for (const [name, group] of groupBy(forms, formNameOf))
			group.forEach((form, index) =>
				this.#forms.set(form, group.length > 1 ? `${name} ${index} of ${group.length}` : name)
			);
		for (const [form, elements] of groupBy(doc.querySelectorAll(FOCUSABLE), ownerOf))
			for (const [key, element] of named(elements)) {
				// An id needs no form as context.
				const place = key.startsWith('#') ? key : `${this.#forms.get(form) ?? ''}|${key}`;
				this.#keys.set(element, place);
				this.#elements.set(place, element);
			}
	}

	keyOf(element: Element | null): string | undefined {
		return element ? this.#keys.get(element) : undefined;
	}

	formKeyOf(form: HTMLFormElement): string | undefined {
		return this.#forms.get(form);
	}

	find(key: string | undefined): Element | undefined {
		return key === undefined ? undefined : this.#elements.get(key);
	}

	findForm(key: string | undefined): HTMLFormElement | undefined {
		return [...this.#forms].find(([, known]) => known === key)?.[0] ?? undefined;
	}

	get controls(): [key: string, control: Control][] {
		return [...this.#elements].filter((entry): entry is [string, Control] => isControl(entry[1]));
	}
}

/** The user's input in a document, for the document that replaces it. */
export interface KeptControls {
	/**
	 * Fills in the shown document.
	 *
	 * @param isStorable whether the server allows its page to be stored, including secrets. Default `true`
	 */
	restore(isStorable?: boolean): void;
	/** The form of the shown document that corresponds to this one. */
	findForm(form: HTMLFormElement): HTMLFormElement | undefined;
	/** Focuses the element that corresponds to the focused one. Returns whether there is one. */
	restoreFocus(): boolean;
}

/** Whether browsers leave a control empty if a page must not be stored. */
const holdsSecret = ({ type, autocomplete }: Control): boolean =>
	type === 'password' || /^(off|one-time-code|cc-)/.test(autocomplete);

/** Decides which controls are kept. Hidden ones never are, because they belong to the server. */
export type IsKept = (control: Control) => boolean;

/** For a page after its own form: keeps the values that the server has not set. */
export const isTheUsers =
	(form: HTMLFormElement, isEditedSince: (control: Element) => boolean): IsKept =>
	(control) =>
		control.type === 'file' || control.form !== form ? isEdited(control) : isEditedSince(control);

/** For a history entry: keeps the values that browsers would restore. */
export const isRestorable: IsKept = isEdited;

const caretOf = (element: Element | null): [number, number] | undefined => {
	const { selectionStart, selectionEnd } = (element ?? {}) as HTMLInputElement;
	return selectionStart == null || selectionEnd == null
		? undefined
		: [selectionStart, selectionEnd];
};

/** Records the user's input in the shown document. */
export const keepControls = (isKept: IsKept): KeptControls => {
	const before = new Places();
	const states = before.controls
		.filter(([, control]) => !isHidden(control) && isKept(control))
		.map(([key, control]) => [key, control.type, stateOf(control), holdsSecret(control)] as const);
	const { activeElement } = doc;
	const focused = before.keyOf(activeElement);
	const caret = caretOf(activeElement);
	const places = (): Places => new Places(before.distinctions);
	return {
		restore(isStorable = true) {
			const now = places();
			for (const [key, type, put, isSecret] of states) {
				const to = now.find(key) as Control | undefined;
				if (to?.type === type && (isStorable || !isSecret)) put(to);
			}
		},
		findForm: (form) => {
			const now = places();
			return now.findForm(before.formKeyOf(form));
		},
		restoreFocus() {
			const element = places().find(focused) as HTMLInputElement | undefined;
			element?.focus({ preventScroll: true });
			if (element && caret && caretOf(element)) element.setSelectionRange(...caret);
			return !!element && doc.activeElement === element;
		}
	};
};
