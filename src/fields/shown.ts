import type { FieldsFailure } from './failure.ts';
import { baseOf } from './name.ts';

/** The failure of the form with a key, in what a page has as `form`; `undefined` for anything else. */
export const failureIn = (form: unknown, key: string | undefined): FieldsFailure | undefined => {
	const { values, issues, key: own } = (form ?? {}) as Partial<FieldsFailure>;
	const isFailure = values && typeof values === 'object' && Array.isArray(issues) && own === key;
	return isFailure ? (form as FieldsFailure) : undefined;
};

/** What was sent under a name, which may leave out the `[]` of a list. */
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
