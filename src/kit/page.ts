import { applyAction } from '$app/forms';
import { page } from '$app/state';
import { toStore } from 'svelte/store';
import type { PageSnapshot, PageStore } from '../page/page-state.ts';

let applied: Promise<unknown> = Promise.resolve();

/** Resolves when SvelteKit has shown the last change. */
export const shown = (): Promise<unknown> => applied;

const current = page as PageSnapshot;

/** SvelteKit's page, to which `applyAction` writes results. */
export const kitPage: PageStore = {
	current,
	// A store tells of each change of what is read here.
	subscribe: (listener) =>
		toStore(() => [page.url, page.data, page.form, page.status, page.error]).subscribe(() =>
			listener(current)
		),
	set({ form, status = page.status }) {
		// As a failure, because for a success SvelteKit would also reset the focus, which softpost does itself.
		applied = applyAction({ type: 'failure', status, data: form });
	}
};
