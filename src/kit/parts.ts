import type { Parts } from '../apply/target.ts';
import { listen } from '../dom/listen.ts';
import { loadOnce } from '../dom/load-once.ts';
import { held, type Control } from '../svelte/values/held.ts';
import { untouched } from './hydrated.ts';

const note = ({ target }: Event): void => {
	const control = target as Control;
	if ('value' in control && !untouched.has(control)) untouched.set(control, held(control));
};

const ready = /* @__PURE__ */ loadOnce(async () => {
	const { createParts } = await import('./show.ts');
	Object.assign(
		parts,
		createParts((control) => untouched.get(control) ?? held(control))
	);
});

/**
 * SvelteKit's page and router, and what looks after the fields of the app. Only results need them: they come with the
 * second stage of forms. If they cannot be loaded, forms are the browser's.
 */
export const parts: Parts = { navigator: () => ({ ready }) };

let isNoting = false;

/** Notes the values of controls before the user changes them. */
export const noteUntouched = (): void => {
	if (isNoting) return;
	isNoting = true;
	listen(document, 'focusin', note, true);
	listen(document, 'pointerdown', note, true);
};
