import { browserPage } from './page/browser-page.ts';
import type { PageSnapshot } from './page/page-state.ts';
import { createReactivePage } from './svelte/page.ts';

/** The page that is shown: every field is reactive in a component. */
export const page: Readonly<PageSnapshot> = /* @__PURE__ */ createReactivePage(browserPage);

export { navigating, type Navigating } from './svelte/page.ts';
export { fromFiles, type FileRoutes } from './svelte/from-files.ts';
export { start, type StartOptions, type Started } from './svelte/start.ts';
export type { HandleClientError } from './svelte/host.ts';
export type { ComponentModule, ComponentRoute, ComponentRoutes } from './svelte/view.ts';
