import { doc } from '../dom/doc.ts';
import { documentOrigin } from '../dom/document-origin.ts';
import { native, option } from '../dom/native.ts';
import { isOwnTarget } from '../navigation/links.ts';
import { isHttp, MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/wire.ts';
import { stateOf } from './native-form.ts';

/** What a form and its submitter ask the browser to send, and what `fetch` sends in its place. */
export interface FormRequest {
	action: URL;
	/** Lower case. */
	enctype: string;
	/** The entry list, in tree order. */
	entries: FormData;
	referrerPolicy: ReferrerPolicy;
}

/** Why a submission is the browser's. */
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

/** The submit button behind an event. Some environments name the form itself, or nothing. */
export const submitterOf = ({ submitter }: SubmitEvent): HTMLElement | null =>
	submitter && 'formAction' in submitter ? submitter : null;

/** An attribute of the submitter where it is present, also when empty, else the form's. */
const attribute = (form: HTMLFormElement, submitter: HTMLElement | null, name: string) =>
	submitter?.getAttribute(`form${name}`) ?? native(form, 'getAttribute')(name);

/** An empty action is the document's URL, not the base URL (HTML, section 4.10.22.3, step 13). */
const actionOf = (form: HTMLFormElement, submitter: HTMLElement | null): string =>
	attribute(form, submitter, 'action') || doc.URL;

/** An invalid method is GET (HTML, section 4.10.18.6). */
const methodOf = (form: HTMLFormElement, submitter: HTMLElement | null): string =>
	/^(post|dialog)$/i.exec(attribute(form, submitter, 'method') ?? '')?.[0].toLowerCase() ?? 'get';

const targetOf = (form: HTMLFormElement, submitter: HTMLElement | null): string | null =>
	submitter?.getAttribute('formtarget') ?? (native(form, 'getAttribute')('target') || null);

/** Whether this document is where a submission of the form would navigate ("cannot navigate", HTML 4.10.22.3). */
const canNavigate = (form: HTMLFormElement): boolean =>
	native(form, 'isConnected') && native(form, 'ownerDocument') === document;

/** Whether a form is sent as UTF-8, the one encoding that scripts know (HTML, section 4.10.22.5, "pick an encoding"). */
const isUtf8 = (form: HTMLFormElement): boolean =>
	doc.characterSet === 'UTF-8' &&
	/^\s*(utf-?8)?\s*$/i.test(native(form, 'getAttribute')('accept-charset') ?? '');

/** Whether text is the same bytes in every encoding. The `_charset_` field holds the encoding's name. */
const isAscii = (name: string, value = ''): boolean =>
	name !== '_charset_' && !/[^\0-\x7f]/.test(name + value);

/** Whether all that a form sends is the same in every encoding. Looks at the controls, because reading the entries fires `formdata`. */
const sendsAscii = (form: HTMLFormElement, submitter: HTMLElement | null): boolean =>
	isAscii(actionOf(form, submitter)) &&
	[...stateOf(form)].every(([control, text]) => isAscii((control as HTMLInputElement).name, text));

const entriesAreAscii = (entries: FormData): boolean =>
	[...entries].every(([name, value]) =>
		isAscii(name, typeof value === 'string' ? value : value.name)
	);

/** Why `fetch` cannot, or must not, send to a URL in the browser's place. */
const whyNativeUrl = (href: string): NativeReason | null => {
	if (!URL.canParse(href, doc.baseURI)) return 'action';
	const url = new URL(href, doc.baseURI);
	if (!isHttp(url) || url.origin !== documentOrigin()) return 'origin';
	// `fetch` takes no URL with a name or password in it.
	return url.username || url.password ? 'credentials' : null;
};

/**
 * Decides whether a submission is the browser's.
 *
 * @param method the method that the caller takes over
 * @returns why the browser has to send it, or `null` where softpost may
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
 * Reads a form and the submitter that was used. The entries are read once: each reading fires `formdata`.
 *
 * @param method the method that the caller takes over
 * @returns the request, or why it is the browser's
 */
export const readForm = (
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	method: 'get' | 'post'
): FormRequest | NativeReason => {
	const why = whyNative(form, submitter, method);
	if (why) return why;
	// Browsers take these before the entry list: what a `formdata` listener changes of them comes too late.
	const action = new URL(actionOf(form, submitter), doc.baseURI);
	const enctype = attribute(form, submitter, 'enctype')?.toLowerCase();
	const rel = native(form, 'getAttribute')('rel') ?? '';
	const utf8 = isUtf8(form);
	// A submitter that no longer belongs to the form is not in the entry list.
	const owner = (submitter as HTMLButtonElement | null)?.form;
	const entries = new FormData(form, owner === form ? submitter : null);
	// A `formdata` listener may have taken the form away.
	if (!canNavigate(form)) return 'disconnected';
	if (!utf8 && !entriesAreAscii(entries)) return 'encoding';
	return {
		action,
		enctype: enctype === MULTIPART_TYPE || enctype === PLAIN_TYPE ? enctype : URLENCODED_TYPE,
		entries,
		referrerPolicy: /(^|\s)noreferrer(\s|$)/i.test(rel) ? 'no-referrer' : ''
	};
};
