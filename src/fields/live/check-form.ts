import { native } from '../../dom/native.ts';
import { checkEntries } from '../check.ts';
import type { Entries } from '../decode.ts';
import type { FieldsFailure } from '../failure.ts';
import { baseOf } from '../name.ts';
import type { FieldsOfForm } from '../options.ts';

type Control = HTMLInputElement;

/** The controls of a form, including those outside of it. */
export const controlsOf = (form: HTMLFormElement): Control[] =>
	[...native(form, 'elements')] as Control[];

/** Whether a control has a name, with or without the `[]` of a list. */
export const isNamed = (control: Element, name: string): boolean =>
	baseOf(control.getAttribute('name') ?? '') === baseOf(name);

const isLineEnd = /\r\n?|\n/g;

/** Normalizes newlines as browsers send them, so that the schema counts the same characters (HTML, section 4.10.22.4). */
const asSent = (entries: Entries): [string, FormDataEntryValue][] =>
	Array.from(entries, ([name, entry]) => [
		name,
		typeof entry === 'string' ? entry.replace(isLineEnd, '\r\n') : entry
	]);

/** The names whose controls can send several values. The entries alone do not show that if only one was chosen. */
const listsIn = (form: HTMLFormElement): string[] => {
	const controls = controlsOf(form);
	const boxes = controls.filter(({ type }) => type === 'checkbox').map(({ name }) => name);
	return [
		...boxes.filter((name, index) => boxes.indexOf(name) !== index),
		...controls.filter(({ multiple, type }) => multiple && type !== 'email').map(({ name }) => name)
	].filter((name) => name);
};

/** Reports an error thrown by a schema to the page's error handlers and the console. */
export const report = (cause: unknown): void =>
	// Test environments may lack `reportError`.
	(globalThis.reportError ?? console.error)(cause);

/** Checks a form. Returns the data of its failure, or `undefined` if it is valid. */
export const checkForm = async (
	form: HTMLFormElement,
	entries: Entries,
	{ schema, lists = [], key }: FieldsOfForm
): Promise<FieldsFailure | undefined> => {
	if (!schema) return undefined;
	const checked = await checkEntries(schema, asSent(entries), {
		lists: [...new Set([...lists, ...listsIn(form)])],
		...(key !== undefined && { key })
	});
	return 'failure' in checked ? checked.failure : undefined;
};
