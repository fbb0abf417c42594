import { applyAction } from '$app/forms';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { loadDocument } from '../navigation/history/browser-location.ts';
import type { GotoOptions, Navigator } from '../navigation/navigator.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { settled } from '../svelte/settled.ts';
import { loadFields } from './load-fields.ts';
import { navigate, onLeave } from './leave.ts';
import { kitPage, shown } from './page.ts';
import { isThree, refresh } from './version.ts';

/** Translates options of `goto` into the names of this version of SvelteKit. */
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

/** The error for the boundary, which SvelteKit passes to the app unchanged. */
const describe = (error: unknown, status: number): unknown => {
	const { message, code } = error as SoftpostError;
	return error instanceof SoftpostError ? { status, message, code } : error;
};

/** Milliseconds to wait until the document is left: the target may turn out to be a download. */
const PATIENCE = 5000;

/** Shows a URL of this origin, which need not be a page of the app. */
const show = async (url: URL, options: GotoOptions): Promise<void> => {
	const controller = new AbortController();
	const { signal } = controller;
	// If the URL is not a page, version 2 leaves the document and never resolves; version 3 refuses.
	const left = new Promise<void>((resolve) => {
		const onLeave = (): void => void setTimeout(resolve, PATIENCE);
		addEventListener('beforeunload', onLeave, { once: true, signal });
	});
	const refused = (): Promise<void> => loadDocument(url, options);
	await Promise.race([goto(url, optionsFor(options)).catch(refused), left]);
	controller.abort();
};

/** Applies results with SvelteKit's page and router. */
export const kitNavigator: Navigator = {
	here: () => new URL(location.href),
	async goto(url, options = {}, outcome) {
		if (url.origin !== location.origin) return loadDocument(url);
		await navigate(() => show(url, options));
		if (outcome) kitPage.set(outcome);
		await shown();
	},
	async showError(error, status, isLate) {
		const fields = await loadFields();
		if (isLate?.()) return;
		fields?.keep();
		await applyAction({ type: 'error', error: describe(error, status), status });
	},
	async invalidateAll(_, isLate, beforeShown, edited) {
		const fields = await loadFields();
		if (isLate?.()) return;
		const release = fields?.protect(edited?.() ?? []);
		const forget = fields?.keep();
		await refresh();
		await settled();
		release?.();
		// If a `load` has failed, SvelteKit shows the boundary.
		if (!page.error) forget?.();
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
	},
	onLeave
};
