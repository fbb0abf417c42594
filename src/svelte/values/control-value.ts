import { native } from '../../dom/native.ts';
import type { Value } from './follow-data.ts';
import { isCheckable, isCustom, type Control } from './held.ts';
import { hearsReset, isInGroup } from './written.ts';

const NAMES = /^(input|select|textarea)$|-/;

/** Kinds whose value comes from their markup, or only from the user. */
const FIXED = /^(hidden|submit|image|reset|button|file)$/;

/** Whether a reset changes its value. */
export const isResettable = (element: Element): element is Control =>
	// The name excludes nearly all elements of a page.
	NAMES.test(element.localName) &&
	(isCustom(element) ? 'value' in element : !FIXED.test((element as Control).type));

/** The controls whose default is not the template's any more. */
const changed = /* @__PURE__ */ new WeakSet<Control>();

/**
 * Whether a template sets `defaultValue` or `defaultChecked` on a bound control. Svelte shows that value after a reset, and
 * removes all other defaults when it hydrates, except those of lists.
 */
export const hasOwnDefault = (control: Control): boolean =>
	!changed.has(control) &&
	!control.options &&
	hearsReset(control) &&
	!isInGroup(control) &&
	(isCheckable(control)
		? control.defaultChecked
		: !!control.defaultValue || control.hasAttribute('value'));

/** Makes `value` the default for the next reset. A custom element has its own rules. */
export const setDefault = (control: Control, value: Value): void => {
	changed.add(control);
	if (control.options) {
		for (const option of control.options)
			option.defaultSelected = (value as string[]).includes(option.value);
	} else if (isCustom(control)) return;
	else if (isCheckable(control)) control.defaultChecked = value as boolean;
	// Skips equal values: a new attribute would look like a change to a spread.
	else if (control.defaultValue !== value) control.defaultValue = value as string;
};

/** The ids that identify a form's record: the form's id, and its hidden values. */
const idsOf = (form: HTMLFormElement | null): Set<string> => {
	const controls = form ? ([...native(form, 'elements')] as Control[]) : [];
	const hidden = controls.filter(({ type }) => type === 'hidden').map(({ value }) => value);
	return new Set([...hidden, (form && native(form, 'id')) ?? '']);
};

/** Controls that share a value: radio buttons and checkboxes of the same name, or a single control. */
export interface Answer {
	name: string;
	/** What its form says of the record that it is of. */
	ids: Set<string>;
	controls: Control[];
}

/** Groups controls that share a value, form by form. */
export const answersOf = (controls: Control[]): Answer[] => {
	const answers: Answer[] = [];
	const groups = new Map<HTMLFormElement | null, Map<string, Answer>>();
	const ids = new Map<HTMLFormElement | null, Set<string>>();
	for (const control of controls) {
		const { type, form } = control;
		// A custom element may lack the property `name`.
		const name = control.getAttribute('name') ?? '';
		const group = groups.get(form) ?? new Map<string, Answer>();
		groups.set(form, group);
		if (!ids.has(form)) ids.set(form, idsOf(form));
		const known = isCheckable(control) && name ? group.get(type + name) : undefined;
		if (known) known.controls.push(control);
		else {
			const answer = { name, ids: ids.get(form)!, controls: [control] };
			group.set(type + name, answer);
			answers.push(answer);
		}
	}
	return answers;
};

const isRadio = ({ controls: [first] }: Answer): boolean => first!.type === 'radio';
const isGroup = (answer: Answer): boolean =>
	isCheckable(answer.controls[0]!) && (isRadio(answer) || answer.controls.length > 1);

/** The shared value of a group, from the value of each of its controls. */
export const joined = (answer: Answer, valueOf: (control: Control) => Value): Value => {
	const { controls } = answer;
	const [first] = controls;
	if (isGroup(answer)) {
		const chosen = controls.filter((control) => valueOf(control)).map(({ value }) => value);
		return isRadio(answer) ? (chosen[0] ?? '') : chosen;
	}
	const value = valueOf(first!);
	return Array.isArray(value) && !first!.multiple ? (value[0] ?? '') : value;
};

/** The value of each control of a group, in order. */
export const apart = (answer: Answer, value: Value): Value[] => {
	if (isGroup(answer)) {
		const chosen = [value].flat();
		return answer.controls.map((control) => chosen.includes(control.value));
	}
	return [answer.controls[0]!.options ? [value].flat().map(String) : value];
};
