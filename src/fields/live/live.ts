/**
 * What a form needs once its fields are wrong, or may be: loaded with the first schema, and with the first failure that
 * has issues.
 */
import { announce, clearAnnouncement } from '../../dom/announce.ts';
import type { FieldsFailure } from '../failure.ts';
import { baseOf } from '../name.ts';
import type { FieldsOfForm } from '../options.ts';
import { isNamed } from './check-form.ts';
import { mark, unmark } from './marks.ts';
import { beginMending, endMending } from './mend.ts';

export { checkForm } from './check-form.ts';

/** The failures that a schema has made in this page. */
const own = new WeakSet<FieldsFailure>();

/** Notes that a schema has made a failure, and not a server. */
export const noteOwn = (failure: FieldsFailure): void => void own.add(failure);

/** What shows the failure of a form. */
export interface FailedForm {
	form: HTMLFormElement | undefined;
	fields: FieldsOfForm;
	/** Whether no framework renders the page. */
	isPlain: boolean;
	/** Puts what is left of a failure in its place, where the page still shows it; returns whether it does. */
	replace(before: FieldsFailure, now: FieldsFailure): boolean;
}

const countMessage = (count: number): string =>
	count === 1 ? '1 field needs attention' : `${count} fields need attention`;

/** What to say of a failure: how many fields it is about, else what is wrong with the form as a whole. */
const messageOf = (
	{ issues }: FieldsFailure,
	{ issuesMessage = countMessage }: FieldsOfForm
): string => {
	const names = new Set(issues.map(({ name }) => baseOf(name)).filter(Boolean));
	return names.size ? issuesMessage(names.size) : issues.map(({ message }) => message).join('\n');
};

/** Whether a control is one that an issue is about, or part of it: `items[0].title` of `items`. */
const isWithin = (control: Element, issue: string): boolean => {
	const base = baseOf(issue);
	const name = control.getAttribute('name') ?? '';
	return isNamed(control, issue) || name.startsWith(`${base}.`) || name.startsWith(`${base}[`);
};

/**
 * Shows a failure: announces it, puts its issues to the controls where nothing else does, and begins to check the
 * fields that are edited.
 *
 * @returns which controls are wrong
 */
export const showFailure = (
	failure: FieldsFailure,
	{ form, fields, isPlain, replace }: FailedForm
): ((control: Element) => boolean) => {
	if (failure.issues.length) announce(messageOf(failure, fields));
	if (form) {
		if (isPlain) mark(form, failure);
		const show = (before: FieldsFailure, now: FieldsFailure): boolean => {
			if (!replace(before, now)) return false;
			if (isPlain) mark(form, now);
			return true;
		};
		if (fields.schema) beginMending(failure, { form, fields, isOwn: own.has(failure), show });
	}
	const names = failure.issues.map(({ name }) => name).filter(Boolean);
	return (control) => names.some((name) => isWithin(control, name));
};

/** Forgets the failure of a form: there is a newer answer. */
export const forgetFailure = (form: HTMLFormElement): void => {
	clearAnnouncement();
	endMending(form);
	unmark(form);
};
