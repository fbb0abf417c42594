import { doc } from '../dom/doc.ts';
import { documentOrigin } from '../dom/document-origin.ts';
import { native, option } from '../dom/native.ts';
import { isOwnTarget } from '../navigation/links.ts';
import { MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/enctype.ts';
import { isHttp } from '../protocol/is-http.ts';
import { read } from './native-form.ts';

/** The request that a form and its submitter describe. `fetch` sends it instead of the browser. */
export interface FormRequest {
	action: URL;
	/** In lower case. */
	enctype: string;
	/** The entry list, in tree order. */
	entries: FormData;
	referrerPolicy: ReferrerPolicy;
}

/** Why the browser has to handle a submission. */
export type NativeReason =
	| 'prevented'
	| 'modifier'
	| 'method'
	| 'action'
	| 'origin'
	| 'credentials'
	| 'target'
	| 'encoding'
	| 'reload'
	| 'disconnected';

/** The submit button of an event. Some environments give the form itself, or nothing. */
export const submitterOf = ({ submitter }: SubmitEvent): HTMLElement | null =>
	submitter && 'formAction' in submitter ? submitter : null;

/** The attribute of the submitter if present, even if empty, else the form's. */
const attribute = (form: HTMLFormElement, submitter: HTMLElement | null, name: string) =>
	submitter?.getAttribute(`form${name}`) ?? native(form, 'getAttribute')(name);

const lower = (text: string | null): string => text?.toLowerCase() ?? '';

/** An empty action is the document's URL, not the base URL (HTML, section 4.10.22.3, step 13). */
const actionOf = (form: HTMLFormElement, submitter: HTMLElement | null): string =>
	attribute(form, submitter, 'action') || doc.URL;

/** An invalid method is GET (HTML, section 4.10.18.6). */
const methodOf = (form: HTMLFormElement, submitter: HTMLElement | null): string =>
	/^(post|dialog)$/.exec(lower(attribute(form, submitter, 'method')))?.[0] ?? 'get';

const targetOf = (form: HTMLFormElement, submitter: HTMLElement | null): string | null =>
	submitter?.getAttribute('formtarget') ?? (native(form, 'getAttribute')('target') || null);

/** Whether a submission of the form would navigate this document ("cannot navigate", HTML 4.10.22.3). */
const canNavigate = (form: HTMLFormElement): boolean =>
	native(form, 'isConnected') && native(form, 'ownerDocument') === document;

/** Whether a form is sent as UTF-8, the only encoding that scripts can send (HTML, section 4.10.22.5, "pick an encoding"). */
const isUtf8 = (form: HTMLFormElement): boolean =>
	doc.characterSet === 'UTF-8' &&
	/^\s*(utf-?8)?\s*$/i.test(native(form, 'getAttribute')('accept-charset') ?? '');

/** Whether text has the same bytes in every encoding. The value of a `_charset_` field is the encoding's name. */
const isAscii = (name: string, value = ''): boolean =>
	name !== '_charset_' && !/[^\0-\x7f]/.test(name + value);

/** Whether a form has the same bytes in every encoding. Reads the controls, because reading the entries fires `formdata`. */
const sendsAscii = (form: HTMLFormElement, submitter: HTMLElement | null): boolean =>
	isAscii(actionOf(form, submitter)) &&
	[...read(form)].every(([control, text]) => isAscii((control as HTMLInputElement).name, text));

const entriesAreAscii = (entries: FormData): boolean =>
	[...entries].every(([name, value]) =>
		isAscii(name, typeof value === 'string' ? value : value.name)
	);

/** Why `fetch` cannot, or must not, send to a URL instead of the browser. */
const whyNativeUrl = (href: string): NativeReason | null => {
	if (!URL.canParse(href, doc.baseURI)) return 'action';
	const url = new URL(href, doc.baseURI);
	if (!isHttp(url) || url.origin !== documentOrigin()) return 'origin';
	// `fetch` rejects a URL with a user name or password.
	return url.username + url.password ? 'credentials' : null;
};

/**
 * Decides whether the browser has to handle a submission.
 *
 * @param method the method that the caller takes over
 * @returns the reason, or `null` if softpost may send it
 */
export const whyNative = (
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	method: 'get' | 'post'
): NativeReason | null => {
	if (methodOf(form, submitter) !== method) return 'method';
	const why = whyNativeUrl(actionOf(form, submitter));
	if (why) return why;
	if (!isOwnTarget(targetOf(form, submitter))) return 'target';
	if (option(form, 'reload') || option(submitter, 'reload')) return 'reload';
	if (!canNavigate(form)) return 'disconnected';
	return isUtf8(form) || sendsAscii(form, submitter) ? null : 'encoding';
};

/**
 * Reads a form and its submitter, if {@link whyNative} has no reason. Reads the entries once, because each reading fires
 * `formdata`.
 *
 * @returns the request, or why the browser has to handle it after all
 */
export const readForm = (
	form: HTMLFormElement,
	submitter: HTMLElement | null
): FormRequest | NativeReason => {
	// Browsers read these before the entry list, so a `formdata` listener cannot change them.
	const action = new URL(actionOf(form, submitter), doc.baseURI);
	const enctype = lower(attribute(form, submitter, 'enctype'));
	const rel = native(form, 'getAttribute')('rel') ?? '';
	const utf8 = isUtf8(form);
	// `FormData` throws for a submitter that no longer belongs to the form.
	const owner = (submitter as HTMLButtonElement | null)?.form;
	const entries = new FormData(form, owner === form ? submitter : null);
	// A `formdata` listener may have removed the form.
	if (!canNavigate(form)) return 'disconnected';
	if (!utf8 && !entriesAreAscii(entries)) return 'encoding';
	return {
		action,
		enctype: enctype === MULTIPART_TYPE || enctype === PLAIN_TYPE ? enctype : URLENCODED_TYPE,
		entries,
		referrerPolicy: /(^|\s)noreferrer(\s|$)/i.test(rel) ? 'no-referrer' : ''
	};
};
