import { applyAction } from '$app/forms';
import { page } from '$app/state';
import { toStore } from 'svelte/store';
import { blankPage, type PageSnapshot, type PageStore } from '../page/page-state.ts';

let applied: Promise<unknown> = Promise.resolve();

/** Resolves when SvelteKit has shown what was last set. */
export const shown = (): Promise<unknown> => applied;

const snapshot = (): PageSnapshot => {
	const { url, data, form = null, status, error } = page;
	return { ...blankPage(url), data, form, status, error };
};

/** SvelteKit's page: results are written to it by `applyAction`. */
export const kitPage: PageStore = {
	get current() {
		return snapshot();
	},
	subscribe: (listener) => toStore(snapshot).subscribe(listener),
	set({ form, status = page.status }) {
		// A success would have SvelteKit reset the focus as well, which is done here with more care.
		applied = applyAction({ type: 'failure', status, data: form });
	}
};
