import { stateOf } from './native-form.ts';
import { isOwnTarget } from '../navigation/links.ts';
import { native, option } from '../dom/native.ts';
import { isHttp, MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../protocol/wire.ts';

/** What a form and its submitter ask the browser to send, and that softpost may send for it. */
export interface Submission {
	action: URL;
	enctype: string;
	/** The entry list, in tree order. */
	entries: FormData;
	referrerPolicy: ReferrerPolicy;
}

/** The submit button behind an event. Some environments name the form itself, or nothing. */
export const submitterOf = ({ submitter }: SubmitEvent): HTMLElement | null =>
	submitter && 'formAction' in submitter ? submitter : null;

/** Whether this document is where a submission of the form would navigate ("cannot navigate", HTML 4.10.22.3). */
const canNavigate = (form: HTMLFormElement): boolean =>
	native(form, 'isConnected') && native(form, 'ownerDocument') === document;

/** Browsers older than `FormData(form, submitter)` ignore the second argument, where others throw. */
const takesSubmitter = (): boolean => {
	try {
		return !new FormData(document.createElement('form'), document.createElement('p'));
	} catch {
		return true;
	}
};

/** Whether a form is sent as UTF-8, the one encoding that scripts know (HTML, section 4.10.22.5, "pick an encoding"). */
const isUtf8 = (acceptCharset: string | null): boolean =>
	document.characterSet === 'UTF-8' && /^\s*(utf-?8)?\s*$/i.test(acceptCharset ?? '');

/** Whether text is the same bytes in every encoding. The `_charset_` field holds the encoding's name. */
const isAscii = (name: string, value = ''): boolean =>
	name !== '_charset_' && !/[^\0-\x7f]/.test(name + value);

/** The same for the controls, because reading the entries is heard by `formdata` listeners. */
const holdsAscii = (form: HTMLFormElement): boolean =>
	[...stateOf(form)].every(([control, text]) => isAscii((control as HTMLInputElement).name, text));

const entriesAreAscii = (entries: FormData): boolean =>
	[...entries].every(([name, value]) =>
		isAscii(name, typeof value === 'string' ? value : value.name)
	);

/** The entry list. A submitter that no longer belongs to the form is not in it. */
const entriesOf = (form: HTMLFormElement, submitter: HTMLElement | null): FormData =>
	new FormData(form, (submitter as HTMLButtonElement | null)?.form === form ? submitter : null);

/**
 * Reads a form and the submitter that was used, attribute by attribute: the submitter's where it is
 * present, also when empty, else the form's. The entries are read last, and once: each reading fires
 * `formdata`.
 *
 * @param method the method that the caller takes over
 * @returns `null` for a submission that is the browser's: another method, target, scheme, origin or
 * encoding, a form that is not in the document, or one with `data-sveltekit-reload`
 */
export const readSubmission = (
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	method: 'get' | 'post'
): Submission | null => {
	const own = native(form, 'getAttribute');
	const read = (name: string): string | null => submitter?.getAttribute(`form${name}`) ?? own(name);
	// An empty action is the document's URL, not the base URL (HTML, section 4.10.22.3, step 13).
	const href = read('action') || document.URL;
	const action = URL.canParse(href, document.baseURI) && new URL(href, document.baseURI);
	const enctype = read('enctype')?.toLowerCase();
	// An invalid method is GET (HTML, section 4.10.18.6).
	const [effective = 'get'] = /^(post|dialog)$/.exec(read('method')?.toLowerCase() ?? '') ?? [];
	const utf8 = isUtf8(own('accept-charset'));
	const ours =
		effective === method &&
		action &&
		isHttp(action) &&
		action.origin === location.origin &&
		// `fetch` takes no URL with a name or password in it.
		!(action.username || action.password) &&
		isOwnTarget(submitter?.getAttribute('formtarget') ?? (own('target') || null)) &&
		(utf8 || (isAscii(href) && holdsAscii(form))) &&
		!option(form, 'reload') &&
		!option(submitter, 'reload') &&
		canNavigate(form) &&
		(!submitter || takesSubmitter());
	const entries = ours && entriesOf(form, submitter);
	// A `formdata` listener may have taken the form away.
	if (!entries || !canNavigate(form) || !(utf8 || entriesAreAscii(entries))) return null;
	return {
		action,
		enctype: enctype === MULTIPART_TYPE || enctype === PLAIN_TYPE ? enctype : URLENCODED_TYPE,
		entries,
		referrerPolicy: /(^|\s)noreferrer(\s|$)/i.test(own('rel') ?? '') ? 'no-referrer' : ''
	};
};
