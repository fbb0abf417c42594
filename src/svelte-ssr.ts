import { requestPage } from './page/request-page.ts';
import type { PageSnapshot } from './page/page-state.ts';
import { SoftpostError } from './protocol/errors.ts';
import { createReactivePage } from './svelte/page.ts';
import type { start as browserStart } from './svelte/start.ts';

/** The page of the request that is being rendered. */
export const page: Readonly<PageSnapshot> = /* @__PURE__ */ createReactivePage(requestPage);

/** There is nothing to start on a server. */
export const start: typeof browserStart = async () => {
	throw new SoftpostError(
		'browser_only',
		'start runs in a browser. On a server use createRenderer'
	);
};

export { navigating, type Navigating } from './svelte/page.ts';
export { fromFiles, type FileRoutes } from './svelte/from-files.ts';
export type { StartOptions, Started } from './svelte/start.ts';
export type { HandleClientError } from './svelte/host.ts';
export type { ComponentModule, ComponentRoute, ComponentRoutes } from './svelte/view.ts';
