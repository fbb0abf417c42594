import { native } from '../dom/native.ts';
import { SUBMISSION_FIELD } from '../protocol/wire.ts';

/** Text that differs only where what it tells of differs. */
const text = (parts: unknown): string => JSON.stringify(parts);

const attributes = (element: Element, ...names: string[]): (string | null)[] =>
	names.map(native(element, 'getAttribute'));

/** Hidden values that are made again for each page tell nothing of the record that a form is for. */
const isFleeting = (name: string): boolean =>
	name === SUBMISSION_FIELD || /csrf|xsrf|token|nonce|captcha/i.test(name);

const keys = /* @__PURE__ */ new WeakMap<Element, string>();

/** Notes the key that the page gives a form, which tells its forms apart. */
export const noteKey = (form: Element, key: string | undefined): void => {
	if (key) keys.set(form, key);
};

/**
 * What a form is, however often it is rendered: what a server would tell it from others by. Where it stands
 * in the page is not part of it, because rows come and go.
 */
export const identityOf = (form: HTMLFormElement): string => {
	const told: unknown[] = [keys.get(form), ...attributes(form, 'id', 'name', 'action')];
	for (const control of native(form, 'elements') as Iterable<HTMLInputElement>) {
		const { type, name, value } = control;
		if (type === 'hidden' && !isFleeting(name)) told.push([name, value]);
		if (type === 'submit' || type === 'image')
			told.push(attributes(control, 'name', 'value', 'formaction'));
	}
	return text(told);
};

/** What a control is within its form. */
export const controlKeyOf = (control: HTMLInputElement): string => {
	const { localName, type, value } = control;
	const own = type === 'radio' || type === 'checkbox' ? value : '';
	const [name, id] = attributes(control, 'name', 'id');
	// An id is often made again for each rendering.
	return text([localName, type, own, name || id]);
};

/** What tells forms of one identity apart, in doubt: their fields. */
export const fieldsOf = (form: HTMLFormElement): string =>
	text([...(native(form, 'elements') as Iterable<HTMLInputElement>)].map(controlKeyOf));

/** Lists by a text that each element has. */
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
