import type { GotoOptions } from '../navigation/current.ts';
import { gotoOptions } from '../navigation/links.ts';
import { urlencode } from './encode.ts';
import { readSubmission, submitterOf } from './submission.ts';
import { onSubmit } from './submit-event.ts';

/**
 * Hands the app's own GET forms to `follow`, as links are; every other form stays the browser's.
 * The entries replace the query of the action (HTML, section 4.10.22.3, "mutate action URL").
 *
 * @returns the undo
 */
export const interceptGetForms = (
	follow: (url: URL, options: GotoOptions) => void
): (() => void) => {
	const controller = new AbortController();
	const handler = (event: SubmitEvent): void => {
		const form = event.target as HTMLFormElement;
		const submitter = submitterOf(event);
		const submission = readSubmission(form, submitter, 'get');
		if (!submission) return;
		event.preventDefault();
		const { action, entries } = submission;
		// Without entries the query is empty, not absent; `search = '?'` leaves it out in Chromium.
		const url = new URL(`?${urlencode(entries)}${action.hash}`, action);
		follow(url, gotoOptions(form, submitter));
	};
	onSubmit(document, handler, controller.signal);
	return () => controller.abort();
};
