import { tick } from 'svelte';
import { applyAction } from '$app/forms';
import { goto, invalidateAll } from '$app/navigation';
import { page } from '$app/state';
import { createForms } from 'softpost';

/** softpost's forms on SvelteKit's page and router. */
export const { enhance } = createForms({
	page: {
		get current() {
			return page;
		},
		subscribe: () => () => {},
		set({ form, status }) {
			void applyAction({ type: status < 400 ? 'success' : 'failure', status, data: form });
		}
	},
	navigation: {
		goto: (url, options) => goto(url, options),
		invalidateAll: () => invalidateAll(),
		showError: (error, status) => applyAction({ type: 'error', error, status }),
		async show(change) {
			change();
			await tick();
		}
	}
});
