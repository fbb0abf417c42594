import type { ActionResult } from '../protocol/action-result.ts';
import { MAY_BE_DONE } from '../protocol/errors.ts';
import { prepareAlert, showAlert } from './alert.ts';
import { hasReplacedBuiltIns } from './built-ins.ts';
import { explain } from './explain.ts';
import { readBody } from './body.ts';
import { decodeDocument } from './make/charset.ts';
import { leaveFor, save, view } from './make/effects.ts';
import { watchHistory } from './entries.ts';
import { kindOf } from './kind.ts';
import { realm } from './make/realm.ts';
import type { Received } from './received.ts';
import { showPage, type Sender } from './show-page.ts';
import { inspectScripts, whyNative } from './why-native.ts';

/** One submission on a page without a host. */
export interface Visit {
	/** Why the browser has to handle the form, once that is certain. */
	whyNative(): Promise<string | null>;
	/**
	 * Reads the response to a POST to `action`.
	 *
	 * @returns the document or file, or the text if it may be an action result
	 * @throws {SoftpostError} `response_limit` for a document that is too large
	 */
	receive(response: Response, action: URL): Promise<Received | string>;
	/** See `explain`. */
	explain: typeof explain;
}

/** Does the work of a host on a page without one. */
export interface Documents {
	/** Why the browser has to handle the forms, as one word; `null` if softpost can. */
	whyNative(): string | null;
	/** Prepares a form for errors, before it is submitted. Returns the undo. */
	prepare(form: HTMLFormElement): () => void;
	/** Begins a submission. `isEdited` tells whether the user has edited a control since. */
	begin(form: HTMLFormElement, isEdited: (control: Element) => boolean): Visit;
	/** Shows why a submission has failed, until the next one. */
	showError(form: HTMLFormElement, message: string): void;
}

const resultOf = ({ status, redirected, url }: Response): ActionResult => {
	if (redirected) return { type: 'redirect', status: 303, location: url };
	if (status < 400) return { type: 'success', status };
	if (status < 500) return { type: 'failure', status };
	return { type: 'error', status, error: { message: `The server responded with ${status}` } };
};

/** Whether text looks like an action result, whatever its content type. */
const mayBeResult = (text: string): boolean => /^\s*\{\s*"type"\s*:/.test(text);

const receive = async (
	response: Response,
	action: URL,
	sender: Sender
): Promise<Received | string> => {
	const { headers, redirected, status } = response;
	// A response that an app's own `fetch` has made has no URL.
	const [url] = (response.url || action.href).split('#') as [string];
	const result = resultOf(response);
	const body = readBody(response);
	const kind = kindOf(response, await body.start());
	// The browser has to show pages of another origin.
	if (kind === 'document' && new URL(url).origin !== location.origin)
		return { result, show: () => leaveFor(url) };
	const bytes = await body.all(kind !== 'file');
	const decode = (): ReturnType<typeof decodeDocument> =>
		decodeDocument(bytes, headers.get('content-type') ?? '');
	if (kind === 'json' || kind === 'viewer') {
		const { text } = decode();
		if (kind === 'json' || mayBeResult(text)) return text;
	}
	return {
		result,
		async show() {
			// Browsers show a page of their own instead. Here the user's text stays.
			if (!bytes.length && status >= 400)
				return showAlert(sender.form, `The server responded with error ${status}. ${MAY_BE_DONE}`);
			if (kind === 'file') return save(bytes, headers, url);
			if (kind === 'viewer') return view(bytes, headers);
			if (kind === 'document')
				await showPage(sender, {
					page: { ...decode(), headers, url },
					// Scripts cannot see the fragment of a redirect, so use the action's (Fetch, section 4.4).
					url: url + action.hash,
					isPost: !redirected,
					isRefused: status >= 400
				});
		}
	};
};

/** Starts to manage the documents of this window. */
export const createDocuments = (): Documents => {
	watchHistory();
	void inspectScripts();
	return {
		whyNative,
		prepare: prepareAlert,
		begin(form, isEdited) {
			showAlert(form, '');
			const sender = { form, order: ++realm().begun, path: location.pathname, isEdited };
			const inspected = inspectScripts();
			return {
				whyNative: async () => {
					await inspected;
					return hasReplacedBuiltIns() ? 'built-ins' : whyNative();
				},
				receive: (response, action) => receive(response, action, sender),
				explain
			};
		},
		showError: showAlert
	};
};
