import type { GotoOptions } from '../navigation/current.ts';
import { gotoOptions } from '../navigation/links.ts';
import { listen } from '../navigation/listen.ts';
import { urlencode } from './encode.ts';
import { entriesOf, readSubmission, submitterOf } from './submission.ts';

/**
 * Hands the app's own GET forms to `follow`, as links are; every other form stays the browser's.
 * The entries replace the query of the action (HTML, section 4.10.22.3, "mutate action URL").
 *
 * @returns the undo
 */
export const interceptGetForms = (
	follow: (url: URL, options: GotoOptions) => void
): (() => void) => {
	const onSubmit = (event: SubmitEvent): void => {
		const form = event.target as HTMLFormElement;
		const submitter = submitterOf(event);
		const submission = readSubmission(form, submitter, 'get');
		if (event.defaultPrevented || !submission) return;
		event.preventDefault();
		submission.action.search = urlencode(entriesOf(form, submitter));
		follow(submission.action, gotoOptions(form, submitter));
	};
	return listen(document, 'submit', onSubmit);
};
