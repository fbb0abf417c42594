/**
 * What a form needs once its fields are wrong, or may be: loaded with the first schema, and with the first failure that
 * has issues.
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

/** What is submitted. */
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
 * Asks the schema of a form.
 *
 * @returns the failure that the server would answer with; nothing where it is the server's to decide
 */
export const refuse = async (
	{ form, submitter, options }: Submitted,
	entries: Entries
): Promise<Refused | undefined> => {
	if ((submitter as HTMLButtonElement | null)?.formNoValidate || native(form, 'noValidate'))
		return undefined;
	// A schema that cannot tell leaves the decision to the server.
	const data = await checkForm(form, entries, options).catch(report);
	if (!data) return undefined;
	own.add(data);
	return { type: 'failure', status: UNPROCESSABLE, data };
};

/** What the page has as `form`. */
interface Page {
	readonly current: { form: unknown };
	set(change: { form: unknown }): void;
}

/** Where a failure is shown. */
export interface FailedForm {
	form?: HTMLFormElement;
	options?: FieldsOfForm;
	/** The page whose `form` it is. */
	page: Page | undefined;
	/** Whether no framework renders the page. */
	isPlain: boolean;
	/** Makes a change that the host shows in more than one step; resolves when it is shown. */
	revise?: ((change: () => void) => Promise<void>) | undefined;
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
 * @param data the failure's; of anything else nothing is shown
 * @returns which controls are wrong
 */
export const showFailure = (
	data: unknown,
	{ form, options = {}, page, isPlain, revise }: FailedForm
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
	if (form && isPlain) mark(form, data);
	if (form && options.schema)
		beginMending(data, { form, fields: options, isOwn: own.has(data), show });
	const names = data.issues.map(({ name }) => name).filter(Boolean);
	return (control) => names.some((name) => isWithin(control, name));
};

/** Forgets the failure of a form: there is a newer answer. */
export const forgetFailure = (form: HTMLFormElement): void => {
	clearAnnouncement();
	endMending(form);
	unmark(form);
};
