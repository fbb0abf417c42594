import { doc, inherited } from '../../dom/doc.ts';

/** The needed part of the Navigation API, which TypeScript's library lacks. */
interface NavigateEvent extends Event {
	navigationType: string;
	userInitiated: boolean;
	destination: { url: string; sameDocument: boolean };
	formData: FormData | null;
}

/** Dispatches `pageshow` in a made document: only Chromium does so itself, after the `load` event. */
export const tellShown = (): void => {
	let isTold = false;
	addEventListener('pageshow', () => (isTold = true), { once: true, capture: true });
	const tell = (): void => void (isTold || dispatchEvent(new PageTransitionEvent('pageshow')));
	addEventListener('load', () => setTimeout(tell), { once: true });
};

/** Whether a form is being sent to a URL. */
const isSentTo =
	(url: string) =>
	(form: HTMLFormElement): boolean =>
		new URL(inherited(form, 'action'), location.href).href === url &&
		inherited(form, 'method') === 'post';

/** Goes back one entry and submits the form from there, because a form submission cannot replace an entry. */
const sendFromBefore = (form: HTMLFormElement, url: string): void => {
	inherited(form, 'setAttribute')('action', url);
	const send = (event: Event): void => {
		event.stopImmediatePropagation();
		inherited(form, 'submit')();
	};
	addEventListener('popstate', send, { once: true, capture: true });
	history.back();
};

/**
 * If a script navigates before its document is loaded, browsers let the new document replace the entry of the old one
 * (HTML, "navigate", step "replace"), so that Back does not lead to a page that navigates away at once. In a made document
 * browsers attribute the user's click to it, and add an entry. This makes it a replacement.
 *
 * @param isAdded whether the document has added an entry
 */
export const replaceWhileLoading = (isAdded: boolean): void => {
	const { navigation } = window as { navigation?: EventTarget };
	const stop = (): void => navigation?.removeEventListener('navigate', onNavigate);
	const onNavigate = (event: Event): void => {
		const { navigationType, userInitiated, destination, formData, cancelable } =
			event as NavigateEvent;
		const { url, sameDocument } = destination;
		if (navigationType !== 'push' || userInitiated || sameDocument || !cancelable) return;
		if (!formData) {
			event.preventDefault();
			return location.replace(url);
		}
		const form = [...doc.querySelectorAll('form')].find(isSentTo(url));
		if (!form || !isAdded) return;
		event.preventDefault();
		stop();
		sendFromBefore(form, url);
	};
	navigation?.addEventListener('navigate', onNavigate);
	// Listeners of `load` still count as loading.
	addEventListener('load', () => setTimeout(stop), { once: true });
};
