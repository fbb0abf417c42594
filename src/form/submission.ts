import { isOwnTarget } from '../navigation/links.ts';
import { native, option } from '../navigation/native.ts';
import { isHttp, MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/wire.ts';

/** What a form and its submitter ask the browser to do: the attributes, resolved once. */
export interface Submission {
	method: 'get' | 'post' | 'dialog';
	/** `null` where the attribute is no URL. */
	action: URL | null;
	enctype: string;
	target: string;
}

/** A submit button's `formNAME` where it is present, also when empty, else the form's `NAME`. */
const attribute = (form: HTMLFormElement, submitter: Element | null, name: string): string | null =>
	submitter?.getAttribute(`form${name}`) ?? native(form, 'getAttribute')(name);

const methodOf = (value: string | null): Submission['method'] => {
	const method = value?.toLowerCase();
	return method === 'post' || method === 'dialog' ? method : 'get';
};

/** An empty action is the document's URL, not the base URL (HTML, section 4.10.22.3, step 13). */
const actionOf = (form: HTMLFormElement, value: string | null): URL | null => {
	const document = native(form, 'ownerDocument');
	try {
		return new URL(value || document.URL, value ? document.baseURI : undefined);
	} catch {
		return null;
	}
};

const enctypeOf = (value: string | null): string => {
	const enctype = value?.toLowerCase() ?? '';
	return enctype === MULTIPART_TYPE || enctype === PLAIN_TYPE ? enctype : URLENCODED_TYPE;
};

const targetOf = (form: HTMLFormElement, submitter: Element | null): string =>
	attribute(form, submitter, 'target') ??
	native(form, 'ownerDocument').querySelector<HTMLBaseElement>('base[target]')?.target ??
	'';

/** The submit button behind an event. Some environments name the form itself, or nothing. */
export const submitterOf = (event: SubmitEvent): HTMLElement | null =>
	event.submitter instanceof HTMLButtonElement || event.submitter instanceof HTMLInputElement
		? event.submitter
		: null;

/** Reads a form and the submitter that was used into a plain value. */
export const readSubmission = (
	form: HTMLFormElement,
	submitter: HTMLElement | null
): Submission => ({
	method: methodOf(attribute(form, submitter, 'method')),
	action: actionOf(form, attribute(form, submitter, 'action')),
	enctype: enctypeOf(attribute(form, submitter, 'enctype')),
	target: targetOf(form, submitter)
});

/** Whether a submission stays in this document and on this server, so that it may be enhanced. */
export const isEnhanceable = (
	submission: Submission,
	form: HTMLFormElement,
	submitter: HTMLElement | null
): submission is Submission & { action: URL } =>
	!!submission.action &&
	isHttp(submission.action) &&
	submission.action.origin === location.origin &&
	isOwnTarget(submission.target) &&
	!option(form, 'reload') &&
	!option(submitter, 'reload');
