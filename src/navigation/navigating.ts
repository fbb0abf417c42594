import { createStore, type Store } from '../page/store.ts';
import type { Navigation } from './hooks.ts';

/** The navigation in flight; each field is `null` when there is none. */
export type Navigating = { readonly [Field in keyof Navigation]-?: Navigation[Field] | null };

/** No navigation is in flight. */
export const idle: Navigating = {
	from: null,
	to: null,
	type: null,
	willUnload: null,
	delta: null,
	complete: null
};

/** What components see as `navigating`. */
export const navigating: Store<Navigating> = /* @__PURE__ */ createStore(idle);
