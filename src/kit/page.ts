import { applyAction } from '$app/forms';
import { page } from '$app/state';
import { toStore } from 'svelte/store';
import { blankPage, type PageSnapshot, type PageStore } from '../page/page-state.ts';

let applied: Promise<unknown> = Promise.resolve();

/** Resolves when SvelteKit has shown the last change. */
export const shown = (): Promise<unknown> => applied;

const snapshot = (): PageSnapshot => {
	const { url, data, form = null, status, error } = page;
	return { ...blankPage(url), data, form, status, error };
};

/** SvelteKit's page, to which `applyAction` writes results. */
export const kitPage: PageStore = {
	get current() {
		return snapshot();
	},
	subscribe: (listener) => toStore(snapshot).subscribe(listener),
	set({ form, status = page.status }) {
		// As a failure, because for a success SvelteKit would also reset the focus, which softpost does itself.
		applied = applyAction({ type: 'failure', status, data: form });
	}
};
