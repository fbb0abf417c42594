import type { GotoOptions } from '../navigation/navigator.ts';
import { gotoOptions } from '../navigation/links.ts';
import { urlencode } from './sent/encode.ts';
import { readForm, submitterOf } from './read-form.ts';
import { offSubmit, onSubmit, type SubmitListener } from './submit-event.ts';

/**
 * Passes the app's own GET forms to `follow`, like links; leaves every other form to the browser.
 * The entries replace the query of the action (HTML, section 4.10.22.3, "mutate action URL").
 *
 * @returns the undo
 */
export const interceptGetForms = (
	follow: (url: URL, options: GotoOptions) => void
): (() => void) => {
	const handler: SubmitListener['handler'] = (event, why) => {
		const form = event.target as HTMLFormElement;
		const submitter = submitterOf(event);
		const request = why ?? readForm(form, submitter);
		if (typeof request === 'string') return;
		event.preventDefault();
		const { action, entries } = request;
		// Without entries the query is empty, not absent; `search = '?'` leaves it out in Chromium.
		const url = new URL(`?${urlencode(entries)}${action.hash}`, action);
		follow(url, gotoOptions(form, submitter));
	};
	const listener: SubmitListener = { method: 'get', handler };
	onSubmit(document, listener);
	return () => offSubmit(document, listener);
};
