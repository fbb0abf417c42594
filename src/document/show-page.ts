import { doc } from '../dom/doc.ts';
import { native } from '../dom/native.ts';
import { isTheUsers, keepControls } from './controls.ts';
import { focusAutofocus, scrollAfter, showDocument } from './entries.ts';
import { makeDocument, type DocumentText } from './make/make.ts';
import { realm } from './make/realm.ts';

/** One submission, as the documents know it. */
export interface Sender {
	form: HTMLFormElement;
	/** Its number among the submissions of the window. */
	order: number;
	/** The path of the page that the form was on. */
	path: string;
	/** What the user has edited since. */
	edited: Set<EventTarget>;
}

/** A page that answers a submission. */
export interface Answer {
	page: DocumentText;
	/** Its address, with a fragment. */
	url: string;
	/** Whether it cannot be loaded by GET. */
	isPost: boolean;
	/** Whether the server has refused what was sent. */
	isRefused: boolean;
}

/** Focuses the first control that is marked as wrong and can take the focus; whether there is one. */
const focusInvalid = (form: HTMLFormElement | undefined, isRefused: boolean): boolean => {
	// What is required and empty is wrong in the browser's eyes from the start.
	const refused = isRefused ? ',:is(input,select,textarea):invalid' : '';
	const find = form ? native(form, 'querySelectorAll') : doc.querySelectorAll;
	for (const element of find(`[aria-invalid="true"]${refused}`) as NodeListOf<HTMLElement>) {
		element.focus();
		if (doc.activeElement === element) return true;
	}
	return false;
};

/** Shows the page that the form was on, with what the user has put into it. */
const showSamePage = (
	{ form, edited }: Sender,
	{ isRefused, ...answer }: Answer & { make: typeof makeDocument }
): void => {
	const kept = keepControls(isTheUsers(form, edited));
	const scroll: [number, number] = [scrollX, scrollY];
	const { hash } = new URL(answer.url);
	// An address that names another part of the page asks for that.
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

/** Whether a document asks for being changed into the next one. */
const MORPH = /<html\s[^>]*\bdata-(softpost|sveltekit)-morph\b/i;

const wantsMorph = (text: string): boolean => {
	const { attributes } = doc.documentElement;
	const isAsked = ['softpost', 'sveltekit'].some((prefix) => `data-${prefix}-morph` in attributes);
	return realm().morph ?? (isAsked && MORPH.test(text));
};

/** The way to make a document; the usual one, where the other cannot be loaded. */
const loadMake = async (text: string): Promise<typeof makeDocument> =>
	wantsMorph(text)
		? import('./make/morph.ts').then(
				({ morphDocument }) => morphDocument,
				() => makeDocument
			)
		: makeDocument;

/** Shows a page in answer to a submission, unless the user has sent or gone somewhere else since. */
export const showPage = async (sender: Sender, answer: Answer): Promise<void> => {
	const state = realm();
	const make = await loadMake(answer.page.text);
	// As with browsers: what was sent last is what is shown.
	if (sender.order < state.latest) return;
	state.latest = sender.order;
	const { pathname } = new URL(answer.url);
	if (pathname === sender.path && location.pathname === sender.path)
		return showSamePage(sender, { ...answer, make });
	showDocument({ ...answer, make, parsed: focusAutofocus });
};
