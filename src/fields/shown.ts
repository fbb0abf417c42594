import type { FieldsFailure, Issue } from './failure.ts';
import { baseOf } from './name.ts';

/** Whether data is that of a failure with issues, and not other data with a member of that name. */
export const isFieldsFailure = (data: unknown): data is FieldsFailure => {
	const { values, issues } = (data ?? {}) as Partial<FieldsFailure>;
	const isIssue = (issue: Partial<Issue> | null): boolean =>
		typeof issue?.name === 'string' && typeof issue.message === 'string';
	return !!values && typeof values === 'object' && Array.isArray(issues) && issues.every(isIssue);
};

/** The failure of the form with a key, if the page's `form` is that; else `undefined`. */
export const failureIn = (form: unknown, key: string | undefined): FieldsFailure | undefined =>
	isFieldsFailure(form) && form.key === key ? form : undefined;

/** The submitted value of a name, with or without the `[]` of a list. */
export const valueIn = ({ values }: FieldsFailure, name: string): string | string[] | undefined => {
	const base = baseOf(name);
	const known = [name, base, `${base}[]`].find((key) => Object.hasOwn(values, key));
	return known === undefined ? undefined : values[known];
};

/** The messages of a field. */
export const messagesOf = (failure: FieldsFailure | undefined, name: string): string[] => {
	const found = failure?.issues.filter((issue) => baseOf(issue.name) === baseOf(name)) ?? [];
	return found.map(({ message }) => message);
};
