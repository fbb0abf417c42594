import type { Issue } from '../failure.ts';
import { baseOf } from '../name.ts';

/** What is known of a form that has failed. */
export interface Mended {
	/** The issues that are shown. */
	shown: readonly Issue[];
	/** Those of the schema, now. */
	found: readonly Issue[];
	/** The fields that were edited since the failure. */
	edited: ReadonlySet<string>;
	/** The fields that the schema has had something to say of: any other issue is the server's. */
	known: ReadonlySet<string>;
	/** The edited fields that were left since. */
	left: ReadonlySet<string>;
}

const isOf =
	(name: string) =>
	(issue: Issue): boolean =>
		baseOf(issue.name) === name;

/** Whether a field is still wrong, as far as can be told. */
const isStillWrong = (
	name: string,
	{ found, edited, known }: Pick<Mended, 'found' | 'edited' | 'known'>
): boolean => {
	if (found.some(isOf(name))) return true;
	// Only the server can tell of the rest, until it is edited. Any edit is one of the form as a whole.
	return !known.has(name) && !edited.has(name) && !(name === '' && edited.size);
};

/** Puts what is wrong with a field now in the place of what was. */
const replace = (issues: Issue[], name: string, own: readonly Issue[]): Issue[] => {
	const first = issues.findIndex(isOf(name));
	const at = first < 0 ? issues.length : first;
	return [
		...issues.slice(0, at),
		...own,
		...issues.slice(at).filter((issue) => !isOf(name)(issue))
	];
};

/**
 * What is wrong with a form after an edit: an issue goes as soon as it is right, and comes, or changes, when an edited
 * field is left.
 *
 * @returns the issues to show
 */
export const nextIssues = (state: Mended): Issue[] => {
	const { shown, found, left } = state;
	let issues = shown.filter(({ name }) => isStillWrong(baseOf(name), state));
	for (const name of left) issues = replace(issues, name, found.filter(isOf(name)));
	return issues;
};
