import { doc } from '../dom/doc.ts';
import { native } from '../dom/native.ts';
import { isTheUsers, keepControls } from './controls.ts';
import { focusAutofocus, scrollAfter, showDocument, type Arrival } from './entries.ts';
import { makeDocument, type DocumentText } from './make/make.ts';
import { realm } from './make/realm.ts';

/** The facts about a submission that showing its page needs. */
export interface Sender {
	form: HTMLFormElement;
	/** Its number among the window's submissions. */
	order: number;
	/** The path of the form's page. */
	path: string;
	/** Whether the user has edited a control since. */
	isEdited(control: Element): boolean;
}

/** The page in a response. */
export interface Answer {
	page: DocumentText;
	/** Its address, with a fragment. */
	url: string;
	/** Whether it cannot be loaded by GET. */
	isPost: boolean;
	/** Whether the server has refused the data. */
	isRefused: boolean;
}

/** Focuses the first invalid control that can take the focus. Returns whether there is one. */
const focusInvalid = (form: HTMLFormElement | undefined, isRefused: boolean): boolean => {
	// Empty required controls are `:invalid` from the start, so that only counts after a refusal.
	const refused = isRefused ? ',:is(input,select,textarea):invalid' : '';
	const find = form ? native(form, 'querySelectorAll') : doc.querySelectorAll;
	for (const element of find(`[aria-invalid="true"]${refused}`) as NodeListOf<HTMLElement>) {
		element.focus();
		if (doc.activeElement === element) return true;
	}
	return false;
};

/** Shows the form's page again, with the user's input. */
const showSamePage = (
	{ form, isEdited }: Sender,
	{ isRefused, ...answer }: Answer & Pick<Arrival, 'make' | 'isUnreferred'>
): void => {
	const kept = keepControls(isTheUsers(form, isEdited));
	const scroll: [number, number] = [scrollX, scrollY];
	const { hash } = new URL(answer.url);
	// Another fragment in the address asks for that part of the page.
	const isMoved = !!hash && hash !== location.hash;
	showDocument({
		...answer,
		scroll: isMoved ? undefined : scroll,
		parsed() {
			kept.restore();
			if (!isMoved) scrollAfter(scroll);
			if (!focusInvalid(kept.findForm(form), isRefused) && !kept.restoreFocus()) focusAutofocus();
		}
	});
};

/** Matches a document that wants to be morphed. */
const MORPH = /<html\s[^>]*\bdata-(softpost|sveltekit)-morph\b/i;

/** Matches markup that only the parser of a page understands. */
const SHADOW = /<template\s[^>]*\bshadowrootmode\b/i;

const wantsMorph = (text: string): boolean => {
	const { attributes } = doc.documentElement;
	const isAsked = ['softpost', 'sveltekit'].some((prefix) => `data-${prefix}-morph` in attributes);
	return realm().morph ?? (isAsked && MORPH.test(text));
};

/** Whether idiomorph may parse markup: it does not know the page's Trusted Types. */
const mayParse = (): boolean => {
	try {
		return !!new DOMParser().parseFromString('', 'text/html');
	} catch {
		return false;
	}
};

/** Chooses how to make a document: by morphing if wanted and its code can be loaded, else as usual. */
const loadMake = async (text: string): Promise<typeof makeDocument> =>
	wantsMorph(text) && !SHADOW.test(text) && mayParse()
		? import('./make/morph.ts').then(
				({ morphDocument }) => morphDocument,
				() => makeDocument
			)
		: makeDocument;

/** Shows the page in a response, unless the user has submitted again or left since. */
export const showPage = async (sender: Sender, answer: Answer): Promise<void> => {
	const state = realm();
	const make = await loadMake(answer.page.text);
	// As in browsers, the page of the last submission is shown.
	if (sender.order < state.latest) return;
	state.latest = sender.order;
	const { pathname } = new URL(answer.url);
	const rel = native(sender.form, 'getAttribute')('rel') ?? '';
	const shown = { ...answer, make, isUnreferred: /(^|\s)noreferrer(\s|$)/i.test(rel) };
	if (pathname === sender.path && location.pathname === sender.path)
		return showSamePage(sender, shown);
	showDocument({ ...shown, parsed: focusAutofocus });
};
