import { announce } from '../dom/announce.ts';
import type { PageStore } from '../page/page-state.ts';
import { loadDocument } from './browser-location.ts';
import type { Navigator } from './navigator.ts';

/**
 * The navigator of a page without a host: every navigation is a document's, and an error has no boundary to
 * be shown in.
 *
 * @param page where errors go
 */
export const createDocumentNavigator = (page: PageStore): Navigator => ({
	here: () => new URL(location.href),
	goto: (url, options) => loadDocument(url, options?.replaceState),
	async showError(error, status) {
		const { message = String(error) } = error as { message?: string };
		page.set({ error: { message }, status });
		announce(message);
	}
});
