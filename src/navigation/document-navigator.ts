import { announce } from '../dom/announce.ts';
import { browserPage } from '../page/browser-page.ts';
import type { PageStore } from '../page/page-state.ts';
import { DOCUMENT_ACCEPT } from '../protocol/wire.ts';
import { hostNavigator } from './current.ts';
import { earlyDocuments } from './early-documents.ts';
import { loadDocument } from './history/load-document.ts';
import { loadDocuments } from './load-documents.ts';
import type { DocumentView, Navigator } from './navigator.ts';

const view: DocumentView = {
	accept: DOCUMENT_ACCEPT,
	begin(form, isEdited) {
		const begun = loadDocuments().then((loaded) => loaded?.begin(form, isEdited));
		return {
			whyNative: async () => ((await begun) ?? earlyDocuments())?.whyNative() ?? null,
			receive: async (response, action) => (await begun)?.receive(response, action),
			explain: async (error, action) => (await begun)?.explain(error, action) ?? error
		};
	}
};

/** Prepares a form for errors, before it is submitted on a page without a host. Resolves to the undo. */
export const prepareForm = async (form: HTMLFormElement): Promise<(() => void) | undefined> =>
	(await loadDocuments())?.prepare(form);

/**
 * Makes the navigator of a page without a host: it navigates by loading documents, and has no error boundary.
 *
 * @param page receives errors
 */
export const createDocumentNavigator = (page: PageStore): Navigator => ({
	here: () => new URL(location.href),
	goto: (url, options) => loadDocument(url, options),
	documents: view,
	async showError(error, status, _isLate, form) {
		const { message = String(error) } = error as { message?: string };
		page.set({ error: { message }, status });
		const shown = form && (earlyDocuments() ?? (await loadDocuments()));
		if (shown) shown.showError(form, message);
		else announce(message);
	}
});

/** The navigator of the started host, else one that loads documents. */
export const currentNavigator = (): Navigator =>
	hostNavigator() ?? createDocumentNavigator(browserPage);
