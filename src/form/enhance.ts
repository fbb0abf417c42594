import type { Target } from '../apply/apply-action.ts';
import { native } from '../navigation/native.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { createOrder } from './lifecycle.ts';
import { readSubmission, submitterOf } from './submission.ts';
import { onSubmit } from './submit-event.ts';
import { submitForm } from './submit-form.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction } from './types.ts';

/**
 * Sends a form with `fetch` where the browser would post it and stay in this document, and applies
 * the result; leaves every other submission to the browser. A Svelte action and a plain function.
 *
 * @param form   the form
 * @param submit a `SubmitFunction`, or options that may hold one
 * @returns how to replace those, and the undo
 * @throws {SoftpostError} `form_method` when the form's method is not POST
 */
export type Enhance = (
	form: HTMLFormElement,
	submit?: SubmitFunction<any, any> | EnhanceOptions
) => Enhancement;

const assertPost = (form: HTMLFormElement): void => {
	if (native(form, 'getAttribute')('method')?.toLowerCase() === 'post') return;
	throw new SoftpostError('form_method', 'enhance needs a form with method="POST"', { form });
};

const optionsOf = (submit: Parameters<Enhance>[1]): EnhanceOptions | undefined =>
	typeof submit === 'function' ? { submit } : submit;

/**
 * Makes `enhance` for a page.
 *
 * @param page     what results are applied to
 * @param defaults the options that `configure` set
 */
export const createEnhance =
	(page: Target, defaults: EnhanceOptions): Enhance =>
	(form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		const begin = createOrder(() => page.navigator().age?.());
		const controller = new AbortController();

		const handler = (event: SubmitEvent): void => {
			const submitter = submitterOf(event);
			// The event of a form within this one, put there by script, passes here too.
			const submission = event.target === form && readSubmission(form, submitter, 'post');
			if (!submission) return;
			event.preventDefault();
			void submitForm(form, submitter, submission, { ...defaults, ...own }, begin(), page);
		};
		onSubmit(form, handler, controller.signal);
		return {
			update(submit) {
				own = optionsOf(submit);
			},
			destroy: () => controller.abort()
		};
	};
