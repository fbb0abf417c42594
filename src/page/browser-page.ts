import { blankPage, type PageStore } from './page-state.ts';
import { createStore } from './store.ts';

/**
 * This browser's page. All entries share one instance. Without a document (in a test, or on a server that only calls
 * `deserialize`) it is a blank page at `about:blank`.
 */
export const browserPage: PageStore = /* @__PURE__ */ createStore(
	/* @__PURE__ */ blankPage(/* @__PURE__ */ new URL(globalThis.location?.href ?? 'about:blank'))
);
