import { native } from '../../dom/native.ts';
import type { FieldsFailure } from '../failure.ts';
import { controlId, messageId } from '../ids.ts';
import { baseOf } from '../name.ts';
import { controlsOf, isNamed } from './check-form.ts';

type Control = HTMLInputElement;

/** The messages of one field. */
interface Mark {
	messages: string;
	/** The id that the summary links to. */
	target: string;
	undo(): void;
}

/** The marks in the page for each form's failure, by field. */
const marks = new WeakMap<HTMLFormElement, Map<string, Mark>>();

const create = (id: string, text: string): HTMLElement => {
	const element = document.createElement('span');
	element.id = id;
	element.setAttribute('data-issue', '');
	element.textContent = text;
	return element;
};

/** The element with an attribute: in the form, else in the page outside of other forms. */
const placeOf = (
	form: HTMLFormElement,
	attribute: string,
	name?: string
): HTMLElement | undefined => {
	const root = native(form, 'getRootNode')() as Document;
	const places = [...root.querySelectorAll<HTMLElement>(`[${attribute}]`)].filter(
		(place) => name === undefined || baseOf(place.getAttribute(attribute)!) === baseOf(name)
	);
	const isIn = (place: Element): boolean => place.closest('form') === form;
	return places.find(isIn) ?? places.find((place) => !place.closest('form'));
};

/** An id that nothing in the page has: another form may have a field of the same name. */
const freeId = (form: HTMLFormElement, wanted: string): string => {
	const root = native(form, 'getRootNode')() as Document;
	let id = wanted;
	for (let count = 2; root.querySelector(`#${CSS.escape(id)}`); count++) id = `${wanted}-${count}`;
	return id;
};

/** The element that shows errors of the form as a whole. */
const alertOf = (form: HTMLFormElement): HTMLElement | undefined =>
	placeOf(form, 'data-softpost-error');

/** Changes an attribute. Returns the undo, which does nothing if other code has changed it since. */
const change = (element: Element, name: string, value: string): (() => void) => {
	const before = element.getAttribute(name);
	element.setAttribute(name, value);
	return () => {
		if (element.getAttribute(name) !== value) return;
		if (before === null) element.removeAttribute(name);
		else element.setAttribute(name, before);
	};
};

/** Adds ids to the description of a control. Returns the undo. */
const describe = (control: Element, ids: readonly string[]): (() => void) => {
	const name = 'aria-describedby';
	const read = (): string[] => (control.getAttribute(name) ?? '').split(/\s+/).filter(Boolean);
	control.setAttribute(name, [...read().filter((id) => !ids.includes(id)), ...ids].join(' '));
	return () => {
		const rest = read().filter((id) => !ids.includes(id));
		if (rest.length) control.setAttribute(name, rest.join(' '));
		else control.removeAttribute(name);
	};
};

/** Puts elements after the last control of a field, outside of its label, whose content is the control's name. */
const showAfter = (controls: readonly Control[], elements: readonly HTMLElement[]): void => {
	const last = controls.at(-1)!;
	(last.closest('label') ?? last).after(...elements);
};

/** The visible controls of a field. */
const controlsNamed = (form: HTMLFormElement, name: string): Control[] =>
	controlsOf(form).filter((control) => name && control.type !== 'hidden' && isNamed(control, name));

/** Marks the controls of one field. */
const markField = (
	form: HTMLFormElement,
	{ key }: FieldsFailure,
	name: string,
	messages: readonly string[]
): Mark => {
	const controls = controlsNamed(form, name);
	const elements = messages.map((text, index) =>
		create(freeId(form, messageId(key, name, index)), text)
	);
	const undo = elements.map((element) => () => element.remove());
	const place = placeOf(form, 'data-issues-for', name);
	const alert = alertOf(form);
	if (place) place.replaceChildren(...elements);
	else if (controls.length) showAfter(controls, elements);
	else if (alert) {
		// If there is no control to mark, the message at least is visible.
		alert.append(...elements);
		undo.push(change(alert, 'style', ''));
	}
	const [control] = controls;
	// The summary leads to it.
	if (control && !control.id && controls.length === 1)
		undo.push(change(control, 'id', freeId(form, controlId(key, name))));
	for (const control of controls) {
		const ids = elements.map(({ id }) => id);
		undo.push(describe(control, ids));
		// ARIA does not allow it on radio buttons.
		if (control.type !== 'radio') undo.push(change(control, 'aria-invalid', 'true'));
	}
	const target = controls.length === 1 ? control!.id : elements[0]!.id;
	return { messages: messages.join('\n'), target, undo: () => undo.forEach((step) => step()) };
};

const showSummary = (
	form: HTMLFormElement,
	{ issues }: FieldsFailure,
	shown: ReadonlyMap<string, Mark>
): void => {
	const place = placeOf(form, 'data-issues-summary');
	if (!place) return;
	const items = issues.map(({ name, message }) => {
		const [item, link] = [document.createElement('li'), document.createElement('a')];
		link.href = `#${shown.get(name)!.target}`;
		link.textContent = message;
		item.append(link);
		return item;
	});
	const list = /^[uo]l$/.test(place.localName) ? place : document.createElement('ul');
	list.replaceChildren(...items);
	if (list !== place) place.replaceChildren(...(items.length ? [list] : []));
	place.hidden = !items.length;
};

/**
 * Marks the controls of a form with the issues of a failure, and removes old marks. A page without a framework has this
 * instead of markup.
 */
export const mark = (form: HTMLFormElement, failure: FieldsFailure): void => {
	const before = marks.get(form) ?? new Map<string, Mark>();
	const byName = new Map<string, string[]>();
	for (const { name, message } of failure.issues) {
		const known = byName.get(name) ?? [];
		byName.set(name, [...known, message]);
	}
	for (const [name, { messages, undo }] of before) {
		if (byName.get(name)?.join('\n') === messages) continue;
		undo();
		before.delete(name);
	}
	for (const [name, messages] of byName)
		if (!before.has(name)) before.set(name, markField(form, failure, name, messages));
	marks.set(form, before);
	showSummary(form, failure, before);
};

/** Removes all marks of {@link mark} from a form. */
export const unmark = (form: HTMLFormElement): void => {
	if (marks.has(form)) mark(form, { values: {}, issues: [] });
};
