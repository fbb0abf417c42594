import { doc, inherited } from '../../dom/doc.ts';

/** The part of the Navigation API that is needed, which TypeScript's library does not have yet. */
interface NavigateEvent extends Event {
	navigationType: string;
	userInitiated: boolean;
	destination: { url: string; sameDocument: boolean };
	formData: FormData | null;
}

/** Tells a document that it is shown: Chromium does so after the `load` event of a made one, others do not. */
export const tellShown = (): void => {
	let isTold = false;
	addEventListener('pageshow', () => (isTold = true), { once: true, capture: true });
	const tell = (): void => void (isTold || dispatchEvent(new PageTransitionEvent('pageshow')));
	addEventListener('load', () => setTimeout(tell), { once: true });
};

/** Whether a form is what is being sent to a URL. */
const isSentTo =
	(url: string) =>
	(form: HTMLFormElement): boolean =>
		new URL(inherited(form, 'action'), location.href).href === url &&
		inherited(form, 'method') === 'post';

/** Goes back to the entry before, then has the form sent from there: no form can be sent in the place of an entry. */
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
 * Where a script moves on before its document is loaded, browsers have the new document take the entry of the
 * old one (HTML, "navigate", step "replace"), so that Back does not lead into a page that moves on at once. In a
 * made document they take the click that has led there for a click in it, and add an entry.
 *
 * @param isAdded whether the document has an entry of its own
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
	// What listens to `load` is still part of loading.
	addEventListener('load', () => setTimeout(stop), { once: true });
};
