/**
 * The code for checking fields and showing issues. Loaded with the first schema, or the first failure that has issues.
 */
import { announce, clearAnnouncement } from '../../dom/announce.ts';
import { native } from '../../dom/native.ts';
import type { Entries } from '../decode.ts';
import type { FieldsFailure } from '../failure.ts';
import { baseOf } from '../name.ts';
import type { FieldsOfForm } from '../options.ts';
import { isFieldsFailure } from '../shown.ts';
import { checkForm, isNamed, report } from './check-form.ts';
import { mark, unmark } from './marks.ts';
import { beginMending, endMending } from './mend.ts';
import { shield } from './shield.ts';

/** The failures that a schema has made in this page. */
const own = new WeakSet<FieldsFailure>();

/** The submission that is checked. */
interface Submitted {
	form: HTMLFormElement;
	submitter: Element | null;
	options: FieldsOfForm;
}

/** A schema's failure as the result of a submission. */
interface Refused {
	type: 'failure';
	status: number;
	data: FieldsFailure;
}

const UNPROCESSABLE = 422;

/**
 * Checks a form with its schema.
 *
 * @returns the failure that the server would return; nothing if the form is valid or the server must decide
 */
export const refuse = async (
	{ form, submitter, options }: Submitted,
	entries: Entries
): Promise<Refused | undefined> => {
	if ((submitter as HTMLButtonElement | null)?.formNoValidate || native(form, 'noValidate'))
		return undefined;
	// If the schema throws, the server decides.
	const data = await checkForm(form, entries, options).catch(report);
	if (!data) return undefined;
	own.add(data);
	return { type: 'failure', status: UNPROCESSABLE, data };
};

/** The page's `form`. */
interface Page {
	readonly current: { form: unknown };
	set(change: { form: unknown }): void;
}

/** The form that a failure is shown in. */
export interface FailedForm {
	form?: HTMLFormElement;
	options?: FieldsOfForm;
	/** The page whose `form` it is. */
	page: Page | undefined;
	/** Notes what is to be undone when the form is given back to the browser. */
	onDestroy?: (undo: () => void) => void;
	/** Whether no framework renders the page. */
	isPlain: boolean;
	/** Makes a change that the host shows in more than one step; resolves when it is shown. */
	revise?: ((change: () => void) => Promise<void>) | undefined;
}

const countMessage = (count: number): string =>
	count === 1 ? '1 field needs attention' : `${count} fields need attention`;

/** The announcement for a failure: the number of invalid fields, else the message of the form as a whole. */
const messageOf = (
	{ issues }: FieldsFailure,
	{ issuesMessage = countMessage }: FieldsOfForm
): string => {
	const names = new Set(issues.map(({ name }) => baseOf(name)).filter(Boolean));
	return names.size ? issuesMessage(names.size) : issues.map(({ message }) => message).join('\n');
};

/** Whether an issue concerns a control, or a field that contains it: `items[0].title` is in `items`. */
const isWithin = (control: Element, issue: string): boolean => {
	const base = baseOf(issue);
	const name = control.getAttribute('name') ?? '';
	return isNamed(control, issue) || name.startsWith(`${base}.`) || name.startsWith(`${base}[`);
};

/**
 * Shows a failure: announces it, marks the controls if no framework does, and begins to check edited fields.
 *
 * @param data the data of the result; nothing is shown if it is not a failure with issues
 * @returns a predicate for invalid controls
 */
export const showFailure = (
	data: unknown,
	{ form, options = {}, page, isPlain, revise, onDestroy }: FailedForm
): ((control: Element) => boolean) | undefined => {
	if (!isFieldsFailure(data)) return undefined;
	if (data.issues.length) announce(messageOf(data, options));
	const show = (before: FieldsFailure, now: FieldsFailure): boolean => {
		if (page && page.current.form !== before) return false;
		const change = (): void => page?.set({ form: now });
		const release = revise && shield(form!);
		if (release) void revise(change).finally(release);
		else change();
		if (isPlain) mark(form!, now);
		return true;
	};
	if (form) onDestroy?.(() => forgetFailure(form));
	if (form && isPlain) mark(form, data);
	if (form && options.schema)
		beginMending(data, { form, fields: options, isOwn: own.has(data), show });
	const names = data.issues.map(({ name }) => name).filter(Boolean);
	return (control) => names.some((name) => isWithin(control, name));
};

/** Removes the failure of a form, because there is a newer response. */
export const forgetFailure = (form: HTMLFormElement): void => {
	clearAnnouncement();
	endMending(form);
	unmark(form);
};
