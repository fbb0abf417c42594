import type { Documents } from '../document/documents.ts';
import { noteEdits } from '../dom/note-edits.ts';
import type { PageStore } from '../page/page-state.ts';
import { DOCUMENT_ACCEPT, DOCUMENT_MARK } from '../protocol/wire.ts';
import { loadDocument } from './history/load-document.ts';
import type { DocumentView, Navigator } from './navigator.ts';

let documents: Documents | undefined;
let loading: Promise<Documents | undefined> | undefined;

/** The functions that `softpost/document` loads first. */
export type Early = Pick<Documents, 'whyNative' | 'prepare' | 'showError'>;

let early: Early | undefined;

/** Delays loading the rest until the user's first interaction. */
export const beginEarly = (parts: Early): void => {
	early = parts;
	for (const type of ['focusin', 'pointerover'])
		addEventListener(type, () => void load(), { once: true, passive: true });
	// The history of this tab has documents that softpost has made.
	if (history.state?.[DOCUMENT_MARK]) void load();
};

/** Loads the code that makes documents. Pages with a host never need it. */
const load = (): Promise<Documents | undefined> =>
	(loading ??= import('../document/documents.ts').then(
		({ createDocuments }) => (documents = createDocuments()),
		// Without it, `receiveBare` shows responses.
		() => undefined
	));

const view: DocumentView = {
	accept: DOCUMENT_ACCEPT,
	whyNative: () => (early ?? documents)?.whyNative() ?? null,
	prepare(form) {
		if (early) early.prepare(form);
		else void load().then((loaded) => loaded?.prepare(form));
	},
	begin(form) {
		const edited = new Set<EventTarget>();
		// At once: the user types on while the code for documents is loading.
		const stop = noteEdits(edited);
		const begun = load().then((loaded) => loaded?.begin(form, edited));
		return {
			whyNative: async () => (await begun)?.whyNative() ?? view.whyNative(),
			receive: async (response, action) => (await begun)?.receive(response, action),
			explain: async (error, action) => (await begun)?.explain(error, action) ?? error,
			stop
		};
	}
};

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
		const shown = form && (early ?? (await load()));
		if (shown) shown.showError(form, message);
		else (await import('../dom/announce.ts')).announce(message);
	}
});
