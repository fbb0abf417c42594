import type { Target } from '../apply/apply-action.ts';
import { hasModifier } from '../navigation/links.ts';
import { native } from '../navigation/native.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { createOrder } from './lifecycle.ts';
import { readSubmission, submitterOf } from './submission.ts';
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
		let modified: EventTarget[] = [];
		const begin = createOrder(() => page.navigator().age?.());
		const listen = native(form, 'addEventListener');
		const controller = new AbortController();
		const { signal } = controller;

		const onSubmit = (event: SubmitEvent): void => {
			const submitter = submitterOf(event);
			const submission = readSubmission(form, submitter, 'post');
			if (event.defaultPrevented || !submission || modified.includes(submitter!)) return;
			event.preventDefault();
			void submitForm(form, submitter, submission, { ...defaults, ...own }, begin(), page);
		};

		// Added anew in the capturing phase of each event, so that it runs after all other listeners
		// of the form and a `preventDefault` in any of them counts, whenever it was registered.
		const addLast = (event: SubmitEvent): void => {
			if (event.target === form)
				listen('submit', (event) => onSubmit(event), { once: true, signal });
		};

		// The submit event does not say which keys were held, so the click before it is asked. Its
		// path is empty once it is over.
		const onClick = (event: MouseEvent): void => {
			modified = hasModifier(event) ? event.composedPath() : [];
		};

		listen('submit', addLast, { capture: true, signal });
		document.addEventListener('click', onClick, { capture: true, signal });
		return {
			update(submit) {
				own = optionsOf(submit);
			},
			destroy: () => controller.abort()
		};
	};
