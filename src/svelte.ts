import { createStatus } from './form/create-status.ts';
import type { SubmissionStatus } from './form/submission-status.ts';
import { navigating as navigation, type Navigating } from './navigation/navigating.ts';
import { browserPage } from './page/browser-page.ts';
import type { PageSnapshot } from './page/page-state.ts';
import { findRecord } from './runtime.ts';
import { reactive, reactiveOnce } from './svelte/reactive.ts';

/**
 * The shown page. Every field is reactive in a component.
 *
 * @example
 * // In a Svelte page: <p role="alert">{page.form?.message ?? ''}</p>
 * const { pathname } = page.url;
 */
export const page: Readonly<PageSnapshot> = /* @__PURE__ */ reactive(browserPage);

/**
 * The navigation in flight. Every field is reactive, and `null` if there is none.
 *
 * @example
 * // In a Svelte layout:
 * // {#if navigating.to}<p>Loading {navigating.to.url.pathname} …</p>{/if}
 */
export const navigating: Navigating = /* @__PURE__ */ reactive(navigation);

/**
 * The submissions of the forms with a key. Every field is reactive in a component.
 *
 * @param key the forms' `key` option, else their `id` or `name`. Such a form need not exist yet
 * @example
 * const adding = submission('add');
 * // In the markup: <p role="status">{adding.pending ? 'Saving …' : ''}</p>
 */
export const submission = (key: string): SubmissionStatus => {
	const record = findRecord(key);
	return createStatus(reactiveOnce(record.store), record, browserPage);
};

export type { Navigating };
export type { SubmissionStatus };
export { updated } from './svelte/updated.ts';
export { fromFiles, type FileRoutes } from './svelte/from-files.ts';
export { start, type StartOptions, type Started } from './svelte/start.ts';
export type { HandleClientError } from './svelte/describe-error.ts';
export type { ComponentModule, ComponentRoute, ComponentRoutes } from './svelte/view.ts';
