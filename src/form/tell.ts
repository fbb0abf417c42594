import { doc } from '../dom/doc.ts';
import { native } from '../dom/native.ts';

/**
 * Dispatches the events of a submission, which bubble: `softpost:submit`, which may be prevented, `softpost:result`
 * and `softpost:end`.
 *
 * @returns `false` if a listener has prevented it
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
		// If a new document has replaced the form, that document still gets the event.
		if (!native(form, 'isConnected')) return doc.dispatchEvent(event);
		// Calls the form's own method, unless a field shadows it: test environments may pass a stand-in for a form.
		return typeof form.dispatchEvent === 'function'
			? form.dispatchEvent(event)
			: native(form, 'dispatchEvent')(event);
	};
