import { native } from '../dom/native.ts';
import { SUBMISSION_FIELD } from '../protocol/wire.ts';
import { notedKey } from './form-key.ts';

/** Turns values into a text that is equal if and only if the values are. */
const text = (parts: unknown): string => JSON.stringify(parts);

const attributes = (element: Element, ...names: string[]): (string | null)[] =>
	names.map(native(element, 'getAttribute'));

/** Hidden fields whose value is new on each page, such as tokens, say nothing about the record that a form edits. */
const isFleeting = (name: string): boolean =>
	name === SUBMISSION_FIELD || /csrf|xsrf|token|nonce|captcha/i.test(name);

/**
 * The identity of a form across renderings: the parts by which a server would tell it from other forms. Its position
 * in the page does not count, because rows come and go.
 */
export const identityOf = (form: HTMLFormElement): string => {
	const told: unknown[] = [notedKey(form), ...attributes(form, 'id', 'name', 'action')];
	for (const control of native(form, 'elements') as Iterable<HTMLInputElement>) {
		const { type, name, value } = control;
		if (type === 'hidden' && !isFleeting(name)) told.push([name, value]);
		if (type === 'submit' || type === 'image')
			told.push(attributes(control, 'name', 'value', 'formaction'));
	}
	return text(told);
};

/** The identity of a control within its form. */
export const controlKeyOf = (control: HTMLInputElement): string => {
	const { localName, type, value } = control;
	const own = type === 'radio' || type === 'checkbox' ? value : '';
	const [name, id] = attributes(control, 'name', 'id');
	// The name first, because an id is often new in each rendering.
	return text([localName, type, own, name || id]);
};

/** The fields of a form, which distinguish forms of the same identity. */
export const fieldsOf = (form: HTMLFormElement): string =>
	text([...(native(form, 'elements') as Iterable<HTMLInputElement>)].map(controlKeyOf));

/** Groups elements by a key. */
export const groupBy = <Element>(
	elements: Iterable<Element>,
	keyOf: (element: Element) => string
): Map<string, Element[]> => {
	const groups = new Map<string, Element[]>();
	for (const element of elements) {
		const key = keyOf(element);
		groups.set(key, [...(groups.get(key) ?? []), element]);
	}
	return groups;
};
