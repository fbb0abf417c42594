import { listen } from '../dom/listen.ts';
import { held } from '../svelte/values/control-value.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import type { Control } from '../svelte/values/written.ts';
import type { Fields } from './fields.ts';

/** What controls held before anybody turned to them. */
const untouched = new WeakMap<Element, Value>();

const note = ({ target }: Event): void => {
	const control = target as Control;
	if ('value' in control && !untouched.has(control)) untouched.set(control, held(control));
};

let loading: Promise<Fields | undefined> | undefined;

/** Loads what looks after the fields of the app; without it they are as they are in SvelteKit. */
export const loadFields = (): Promise<Fields | undefined> =>
	(loading ??= import('./fields.ts').then(
		({ createFields }) => createFields((control) => untouched.get(control) ?? held(control)),
		() => undefined
	));

let isPrepared = false;

/** Has it loaded when the page is idle. */
export const prepareFields = (): void => {
	if (isPrepared) return;
	isPrepared = true;
	listen(document, 'focusin', note, true);
	listen(document, 'pointerdown', note, true);
	// Safari has no idle callbacks.
	(globalThis.requestIdleCallback ?? setTimeout)(() => void loadFields());
};
