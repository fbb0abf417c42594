import type { ApplyAction } from '../apply/apply-action.ts';
import { createEnhance, type Enhance, type FormsContext } from '../form/enhance.ts';
import { loadSecondStage } from '../form/load-second-stage.ts';
import { createRecords, type FindRecord } from '../form/submission-status.ts';
import type { EnhanceOptions } from '../form/types.ts';
import { noteHydrated } from './hydrated.ts';
import { noteUntouched, parts } from './parts.ts';

/** The records of the submissions in this app. */
export const find: FindRecord = /* @__PURE__ */ createRecords();

const context: FormsContext = { parts, defaults: {}, find };

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
	noteUntouched();
	const enhancement = enhanceForm(form, submit);
	void noteHydrated(form);
	return enhancement;
};

/** Applies a result to the page that SvelteKit shows, like `applyAction` of `$app/forms`. */
export const applyAction: ApplyAction = async (result) => {
	const { applyTo } = await loadSecondStage(parts);
	return applyTo(parts, result);
};

/** Sets options for all forms. Options of a single form take precedence. */
export const configure = (options: EnhanceOptions): void =>
	void Object.assign(context.defaults, options);
