import { isOwnTarget } from '../navigation/links.ts';
import { native, option } from '../navigation/native.ts';
import { isHttp, MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/wire.ts';

/** What a form and its submitter ask the browser to do, and that softpost may do for it. */
export interface Submission {
	action: URL;
	enctype: string;
}

/** The submit button behind an event. Some environments name the form itself, or nothing. */
export const submitterOf = ({ submitter }: SubmitEvent): HTMLElement | null =>
	submitter && 'formAction' in submitter ? submitter : null;

/** The entry list. A submitter that no longer belongs to the form is not in it. */
export const entriesOf = (form: HTMLFormElement, submitter: HTMLElement | null): FormData =>
	new FormData(form, (submitter as HTMLButtonElement | null)?.form === form ? submitter : null);

/**
 * Reads a form and the submitter that was used, attribute by attribute: the submitter's where it is
 * present, also when empty, else the form's.
 *
 * @param method the method that the caller takes over
 * @returns `null` for a submission that is the browser's: another method, target, scheme or origin,
 * or one with `data-sveltekit-reload`
 */
export const readSubmission = (
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	method: 'get' | 'post'
): Submission | null => {
	const read = (name: string): string | null =>
		submitter?.getAttribute(`form${name}`) ?? native(form, 'getAttribute')(name);
	// An empty action is the document's URL, not the base URL (HTML, section 4.10.22.3, step 13).
	const href = read('action') || document.URL;
	const action = URL.canParse(href, document.baseURI) && new URL(href, document.baseURI);
	const enctype = read('enctype')?.toLowerCase();
	// An invalid method is GET (HTML, section 4.10.18.6).
	const [effective = 'get'] = /^(post|dialog)$/.exec(read('method')?.toLowerCase() ?? '') ?? [];
	return effective === method &&
		action &&
		isHttp(action) &&
		action.origin === location.origin &&
		// `fetch` takes no URL with a name or password in it.
		!(action.username || action.password) &&
		isOwnTarget(read('target')) &&
		!option(form, 'reload') &&
		!option(submitter, 'reload')
		? {
				action,
				enctype: enctype === MULTIPART_TYPE || enctype === PLAIN_TYPE ? enctype : URLENCODED_TYPE
			}
		: null;
};
