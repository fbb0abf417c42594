import { navigating as navigation, type Navigating } from './navigation/navigating.ts';
import { requestPage } from './page/request-page.ts';
import type { PageSnapshot } from './page/page-state.ts';
import { SoftpostError } from './protocol/errors.ts';
import { reactive } from './svelte/reactive.ts';
import type { submission as browserSubmission } from './svelte.ts';
import type { start as browserStart } from './svelte/start.ts';

/** The page of the request that is being rendered. */
export const page: Readonly<PageSnapshot> = /* @__PURE__ */ reactive(requestPage);

/** Throws, because `start` only works in a browser. */
export const start: typeof browserStart = async () => {
	throw new SoftpostError(
		'browser_only',
		'start only runs in a browser. Use createRenderer on a server'
	);
};

/** The navigation in flight: every field is reactive, and `null` when there is none. */
export const navigating: Navigating = /* @__PURE__ */ reactive(navigation);

/** On a server no submission is in flight. */
export const submission: typeof browserSubmission = () => ({
	pending: 0,
	delayed: false,
	progress: null,
	result: null,
	error: null,
	retry: async () => {},
	clear: () => {}
});

export type { Navigating };
export type { SubmissionStatus } from './form/submission-status.ts';
export { updated } from './svelte/updated.ts';
export { fromFiles, type FileRoutes } from './svelte/from-files.ts';
export type { StartOptions, Started } from './svelte/start.ts';
export type { HandleClientError } from './svelte/describe-error.ts';
export type { ComponentModule, ComponentRoute, ComponentRoutes } from './svelte/view.ts';
