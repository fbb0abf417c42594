import { doc } from '../../dom/doc.ts';
import { native } from '../../dom/native.ts';

/**
 * Tells the page what becomes of a form, by an event that bubbles: `softpost:submit`, which may be prevented,
 * `softpost:result`, `softpost:end`.
 *
 * @returns whether no one has prevented it
 */
export type Tell = (name: 'submit' | 'result' | 'end', detail?: object) => boolean;

export const createTell =
	(form: HTMLFormElement): Tell =>
	(name, detail = {}) => {
		const event = new CustomEvent(`softpost:${name}`, {
			bubbles: true,
			cancelable: name === 'submit',
			composed: true,
			detail
		});
		// A document that took the place of the form's hears of it all the same.
		if (!native(form, 'isConnected')) return doc.dispatchEvent(event);
		// Unless a field is called so, the form is asked itself: environments of tests hand out stand-ins for forms.
		return typeof form.dispatchEvent === 'function'
			? form.dispatchEvent(event)
			: native(form, 'dispatchEvent')(event);
	};
