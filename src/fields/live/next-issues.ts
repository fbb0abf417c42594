import type { Issue } from '../failure.ts';
import { baseOf } from '../name.ts';

/** The state of a failed form. */
export interface Mended {
	/** The shown issues. */
	shown: readonly Issue[];
	/** The current issues of the schema. */
	found: readonly Issue[];
	/** The fields edited since the failure. */
	edited: ReadonlySet<string>;
	/** The fields for which the schema has reported issues: all other issues come from the server. */
	known: ReadonlySet<string>;
	/** The edited fields that the user has left. */
	left: ReadonlySet<string>;
}

const isOf =
	(name: string) =>
	(issue: Issue): boolean =>
		baseOf(issue.name) === name;

/** Whether a field is still invalid, as far as known. */
const isStillWrong = (
	name: string,
	{ found, edited, known }: Pick<Mended, 'found' | 'edited' | 'known'>
): boolean => {
	if (found.some(isOf(name))) return true;
	// Only the server can judge the others, so they stay until the field is edited. Any edit counts for the form as a whole.
	return !known.has(name) && !edited.has(name) && !(name === '' && edited.size);
};

/** Replaces the issues of a field. */
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
 * Decides which issues to show after an edit: an issue disappears as soon as its field is valid; it appears or changes
 * when the user leaves the edited field.
 *
 * @returns the issues to show
 */
export const nextIssues = (state: Mended): Issue[] => {
	const { shown, found, left } = state;
	let issues = shown.filter(({ name }) => isStillWrong(baseOf(name), state));
	for (const name of left) issues = replace(issues, name, found.filter(isOf(name)));
	return issues;
};
