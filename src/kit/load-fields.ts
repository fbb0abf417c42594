import { listen } from '../dom/listen.ts';
import { held } from '../svelte/values/control-value.ts';
import type { Value } from '../svelte/values/follow-data.ts';
import type { Control } from '../svelte/values/written.ts';
import type { Fields } from './fields.ts';

/** The values of controls before the user's first interaction. */
const untouched = new WeakMap<Element, Value>();

const note = ({ target }: Event): void => {
	const control = target as Control;
	if ('value' in control && !untouched.has(control)) untouched.set(control, held(control));
};

let loading: Promise<Fields | undefined> | undefined;

/** Loads the code that protects the app's fields. Without it they behave as in SvelteKit. */
export const loadFields = (): Promise<Fields | undefined> =>
	(loading ??= import('./fields.ts').then(
		({ createFields }) => createFields((control) => untouched.get(control) ?? held(control)),
		() => undefined
	));

let isPrepared = false;

/** Preloads it when the page is idle. */
export const prepareFields = (): void => {
	if (isPrepared) return;
	isPrepared = true;
	listen(document, 'focusin', note, true);
	listen(document, 'pointerdown', note, true);
	// Safari lacks `requestIdleCallback`.
	(globalThis.requestIdleCallback ?? setTimeout)(() => void loadFields());
};
