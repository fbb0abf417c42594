import { blankPage, type PageStore } from './page-state.ts';
import { createStore } from './store.ts';

/**
 * This browser's page. One instance, shared by all entries; where there is no document (a test, a
 * server that only calls `deserialize`) it is a page at `about:blank` that no one shows.
 */
export const browserPage: PageStore = /* @__PURE__ */ createStore(
	/* @__PURE__ */ blankPage(/* @__PURE__ */ new URL(globalThis.location?.href ?? 'about:blank'))
);
