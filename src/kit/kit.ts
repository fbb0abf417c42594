import type { ApplyAction } from '../apply/apply-action.ts';
import { createEnhance, type Enhance, type FormsContext } from '../form/enhance.ts';
import { loadSecondStage } from '../form/load-second-stage.ts';
import {
	createRecords,
	createStatus,
	type FindRecord,
	type SubmissionStatus
} from '../form/submission-status.ts';
import type { EnhanceOptions } from '../form/types.ts';
import { reactiveOnce } from '../svelte/reactive.ts';
import { loadShow, prepareShow } from './load-show.ts';
import { kitNavigator } from './navigator.ts';
import { kitPage } from './page.ts';
import { isThree } from './version.ts';

const find: FindRecord = /* @__PURE__ */ createRecords();

// In version 3 a result shows the page of its action, as in a browser without JavaScript.
const defaults: EnhanceOptions = { navigate: isThree };

const context: FormsContext = {
	target: {
		page: kitPage,
		navigator: () => kitNavigator,
		decode: async (...reply) => (await loadShow()).decode(...reply)
	},
	defaults,
	find
};

const enhanceForm: Enhance = /* @__PURE__ */ createEnhance(context);

/**
 * Sends a form with `fetch` and applies the result with SvelteKit's page and router, if the browser would post it to this
 * origin and in this tab. It replaces `enhance` of `$app/forms`.
 *
 * @param form   the form
 * @param submit a `SubmitFunction`, or options that may include one
 * @returns `update`, which replaces `submit`, and `destroy`
 * @throws {SoftpostError} `form_method` if the form's method is not POST
 * @example
 * // In a page: <form method="POST" use:enhance={{ concurrency: 'drop' }}>
 * enhance(document.querySelector('form'), { timeout: 10_000 });
 */
export const enhance: Enhance = (form, submit) => {
	prepareShow();
	return enhanceForm(form, submit);
};

/** Applies a result to the page that SvelteKit shows, like `applyAction` of `$app/forms`. */
export const applyAction: ApplyAction = async (result) => {
	const { applyTo } = await loadSecondStage();
	return applyTo(context.target, result);
};

/** Sets options for all forms. Options of a single form take precedence. */
export const configure = (options: EnhanceOptions): void => void Object.assign(defaults, options);

/**
 * The submissions of the forms with a key. Every field is reactive in a component.
 *
 * @param key the forms' `key` option, else their `id` or `name`. Such a form need not exist yet
 * @example
 * const adding = submission('add');
 * // In the markup: <p role="status">{adding.pending ? 'Saving …' : ''}</p>
 */
export const submission = (key: string): SubmissionStatus => {
	const record = find(key);
	return createStatus(reactiveOnce(record.store), record, kitPage);
};

export { deserialize } from './decode.ts';
export { submissionId } from '../protocol/submission-id.ts';
export { SoftpostError, type SoftpostErrorCode } from '../protocol/errors.ts';
export type { ActionResult } from '../protocol/action-result.ts';
export type { Enhance } from '../form/enhance.ts';
export type { ApplyAction } from '../apply/apply-action.ts';
export type { Progress, SubmissionError, SubmissionStatus } from '../form/submission-status.ts';
export type {
	Concurrency,
	Enhancement,
	EnhanceOptions,
	SubmitFunction,
	SubmitInput,
	SubmitOutcome
} from '../form/types.ts';
