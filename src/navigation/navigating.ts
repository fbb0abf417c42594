import { createStore, type Store } from '../page/store.ts';
import type { Navigation } from './hooks.ts';

/** The navigation in flight; each field is `null` if there is none. */
export type Navigating = { readonly [Field in keyof Navigation]-?: Navigation[Field] | null };

/** The value while no navigation is in flight. */
export const idle: Navigating = {
	from: null,
	to: null,
	type: null,
	willUnload: null,
	delta: null,
	complete: null
};

/** The store behind `navigating`. */
export const navigating: Store<Navigating> = /* @__PURE__ */ createStore(idle);
