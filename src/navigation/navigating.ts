import { createStore, type Store } from '../page/page-state.ts';
import type { Navigation } from './hooks.ts';

/** The navigation under way, `null` when there is none. */
export const navigating: Store<{ current: Navigation | null }> = /* @__PURE__ */ createStore<{
	current: Navigation | null;
}>({ current: null });
