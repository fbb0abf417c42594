import type { ApplyAction } from '../apply/apply-action.ts';
import { createEnhance, type Enhance, type FormsContext } from '../form/enhance.ts';
import { loadSecondStage } from '../form/load-second-stage.ts';
import { createRecords, type FindRecord } from '../form/submission-status.ts';
import type { EnhanceOptions } from '../form/types.ts';
import { later, prepareShow } from './load-show.ts';
import { kitNavigator } from './navigator.ts';
import { kitPage } from './page.ts';
import { noteHydrated } from './hydrated.ts';
import { isThree } from './version.ts';

/** The records of the submissions in this app. */
export const find: FindRecord = /* @__PURE__ */ createRecords();

// In version 3 a result shows the page of its action, as in a browser without JavaScript.
const defaults: EnhanceOptions = { navigate: isThree };

const context: FormsContext = {
	parts: {
		page: kitPage,
		navigator: () => kitNavigator,
		decode: later('decode')
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
	const enhancement = enhanceForm(form, submit);
	void noteHydrated(form);
	return enhancement;
};

/** Applies a result to the page that SvelteKit shows, like `applyAction` of `$app/forms`. */
export const applyAction: ApplyAction = async (result) => {
	const { applyTo } = await loadSecondStage();
	return applyTo(context.parts, result);
};

/** Sets options for all forms. Options of a single form take precedence. */
export const configure = (options: EnhanceOptions): void => void Object.assign(defaults, options);
