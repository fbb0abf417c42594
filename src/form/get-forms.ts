import type { GotoOptions } from '../navigation/current.ts';
import { gotoOptions } from '../navigation/links.ts';
import { urlencode } from './encode.ts';
import { isEnhanceable, readSubmission, submitterOf } from './submission.ts';

/** The URL a GET form leads to: its entries replace the query (HTML, "mutate action URL"). */
const queryUrl = (action: URL, form: HTMLFormElement, submitter: HTMLElement | null): URL => {
	const url = new URL(action);
	url.search = urlencode(new FormData(form, submitter));
	return url;
};

/**
 * Hands the app's own GET forms to `follow`, as links are; every other form stays the browser's.
 *
 * @returns the undo
 */
export const interceptGetForms = (
	follow: (url: URL, options: GotoOptions) => void
): (() => void) => {
	const onSubmit = (event: SubmitEvent): void => {
		const form = event.target as HTMLFormElement;
		const submitter = submitterOf(event);
		const submission = readSubmission(form, submitter);
		if (event.defaultPrevented || submission.method !== 'get') return;
		if (!isEnhanceable(submission, form, submitter)) return;
		event.preventDefault();
		follow(queryUrl(submission.action, form, submitter), gotoOptions(form, submitter));
	};
	document.addEventListener('submit', onSubmit);
	return () => document.removeEventListener('submit', onSubmit);
};
