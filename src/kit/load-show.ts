import { listen } from '../dom/listen.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import { held, type Control } from '../svelte/values/held.ts';
import type { Show } from './show.ts';

/** What controls held before anybody turned to them. */
const untouched = /* @__PURE__ */ new WeakMap<Element, Value>();

const note = ({ target }: Event): void => {
	const control = target as Control;
	if ('value' in control && !untouched.has(control)) untouched.set(control, held(control));
};

let loading: Promise<Show | undefined> | undefined;

/** Loads what shows results and looks after the fields of the app; nothing where it cannot be loaded. */
export const loadShow = (): Promise<Show | undefined> =>
	(loading ??= import('./show.ts').then(
		({ createShow }) => createShow((control) => untouched.get(control) ?? held(control)),
		() => (loading = undefined)
	));

let isPrepared = false;

/** Has it loaded when the page is idle. */
export const prepareShow = (): void => {
	if (isPrepared) return;
	isPrepared = true;
	listen(document, 'focusin', note, true);
	listen(document, 'pointerdown', note, true);
	// Safari has no idle callbacks.
	(globalThis.requestIdleCallback ?? setTimeout)(() => void loadShow());
};
