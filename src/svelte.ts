import { navigating as navigation, type Navigating } from './navigation/navigating.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageSnapshot } from './page/page-state.ts';
import { reactive } from './svelte/reactive.ts';

/** The page that is shown: every field is reactive in a component. */
export const page: Readonly<PageSnapshot> = /* @__PURE__ */ reactive(browserPage);

/** The navigation under way: every field is reactive, and `null` when there is none. */
export const navigating: Navigating = /* @__PURE__ */ reactive(navigation);

export type { Navigating };
export { fromFiles, type FileRoutes } from './svelte/from-files.ts';
export { start, type StartOptions, type Started } from './svelte/start.ts';
export type { HandleClientError } from './svelte/host.ts';
export type { ComponentModule, ComponentRoute, ComponentRoutes } from './svelte/view.ts';
