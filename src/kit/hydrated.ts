import { tick } from 'svelte';
import { native } from '../dom/native.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import { defaultOf, held, hold, type Control } from '../svelte/values/held.ts';
import { keepHydrated } from '../svelte/values/keep-hydrated.ts';

/** The values of controls before the user has changed them. */
export const untouched: WeakMap<Element, Value> = /* @__PURE__ */ new WeakMap();

const isSame = (one: Value, other: Value): boolean => String(one) === String(other);

/** What the user has typed before this module ran. */
const typed = new Map<Control, Value>();

// SvelteKit has loaded the modules of the page, but has not hydrated it: that would write the server's values over what is
// typed, and remove them from the markup.
if (typeof document === 'object') {
	for (const control of document.querySelectorAll<Control>('input,select,textarea')) {
		const [value, rendered] = [held(control), defaultOf(control)];
		if (isSame(value, rendered)) continue;
		typed.set(control, value);
		untouched.set(control, rendered);
	}
}

/** Call it when a form has just been hydrated. Gives its controls back what was typed before that. */
export const noteHydrated = async (form: HTMLFormElement): Promise<void> => {
	const all = [...native(form, 'elements')] as Control[];
	const keep = keepHydrated(all);
	const controls = all.filter((control) => typed.has(control));
	const restore = (): Control[] =>
		controls.filter((control) => {
			const value = typed.get(control)!;
			const isLost = !isSame(held(control), value);
			if (isLost) hold(control, value);
			return isLost;
		});
	// Svelte's bindings write to selects after actions have run.
	await null;
	for (const control of restore())
		// Bindings notice it by these events.
		for (const type of ['input', 'change'])
			control.dispatchEvent(new Event(type, { bubbles: true }));
	// What they have changed makes templates write again, also to other controls.
	await tick();
	keep();
	restore();
	for (const control of controls) typed.delete(control);
};
