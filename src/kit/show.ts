import { applyAction } from '$app/forms';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { loadDocument } from '../navigation/history/load-document.ts';
import type { Parts } from '../apply/target.ts';
import type { GotoOptions, Navigator } from '../navigation/navigator.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { settled } from '../svelte/settled.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import type { Control } from '../svelte/values/held.ts';
import { decode } from './decode.ts';
import { createFields, type Fields } from './fields.ts';
import { navigate, onLeave } from './leave.ts';
import { kitPage, shown } from './page.ts';
import { isThree, refresh } from './version.ts';

/** Options of `goto` under the names that they have in the version of SvelteKit. */
const optionsFor = ({ replaceState, noScroll, keepFocus }: GotoOptions): GotoOptions =>
	isThree
		? {
				refreshAll: true,
				...(replaceState && { replace: true }),
				...(noScroll && keepFocus && { reset: false })
			}
		: {
				invalidateAll: true,
				...(replaceState && { replaceState }),
				...(noScroll && { noScroll }),
				...(keepFocus && { keepFocus })
			};

/** What the boundary shows: SvelteKit hands it on to the app as it is. */
const describe = (error: unknown, status: number): unknown => {
	const { message, code } = error as SoftpostError;
	return error instanceof SoftpostError ? { status, message, code } : error;
};

/** How long a document waits for being left, in ms: what it leaves for may turn out to be a download. */
const PATIENCE = 5000;

/** Shows a URL of this origin, which need not be a page of the app. */
const visit = async (url: URL, options: GotoOptions): Promise<void> => {
	const controller = new AbortController();
	const { signal } = controller;
	// Version 2 leaves the document for what is no page, and never resolves; version 3 refuses.
	const left = new Promise<void>((resolve) => {
		const wait = (): void => void setTimeout(resolve, PATIENCE);
		addEventListener('beforeunload', wait, { once: true, signal });
	});
	const refused = (): Promise<void> => loadDocument(url, options);
	await Promise.race([goto(url, optionsFor(options)).catch(refused), left]);
	controller.abort();
};

/** Makes a navigator that shows results with SvelteKit's router. */
const createNavigator = (fields: Fields): Navigator => ({
	here: () => new URL(location.href),
	onLeave,
	async goto(url, options = {}, outcome) {
		if (url.origin !== location.origin) return loadDocument(url);
		await navigate(() => visit(url, options));
		if (outcome) kitPage.set(outcome);
		await shown();
	},
	async showError(error, status, isLate) {
		if (isLate?.()) return;
		fields.keep();
		await applyAction({ type: 'error', error: describe(error, status), status });
	},
	async invalidateAll(_, isLate, beforeShown, edited) {
		if (isLate?.()) return;
		const release = fields.protect(edited?.() ?? []);
		const forget = fields.keep();
		await refresh();
		await settled();
		release();
		// Where a `load` has failed, SvelteKit shows the boundary.
		if (!page.error) forget();
		await beforeShown?.();
	},
	async show(change, beforeShown) {
		await beforeShown?.();
		change();
		await shown();
		await settled();
	},
	async revise(change) {
		change();
		// SvelteKit sets `form` to `null` first.
		await shown();
		await settled();
	}
});

/**
 * Makes the parts that show results with SvelteKit's page and router.
 *
 * @param renderedAs what each control was rendered with
 */
export const createParts = (renderedAs: (control: Control) => Value): Parts => {
	const navigator = createNavigator(createFields(renderedAs));
	return {
		page: kitPage,
		decode,
		navigator: () => navigator,
		// In version 3 a result shows the page of its action, as in a browser without JavaScript.
		navigates: isThree
	};
};
