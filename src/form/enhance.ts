import type { Target } from '../apply/apply-action.ts';
import { gotoOptions } from '../navigation/links.ts';
import { watchComposition } from '../dom/focus-after-result.ts';
import { focusedElement } from '../dom/focus.ts';
import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { submissionId } from '../protocol/submission-id.ts';
import { createBusy, type Busy } from './busy.ts';
import type { Job } from './job.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { resetUnedited, stateOf } from './native-form.ts';
import type { FindSubmissions } from './submission-status.ts';
import { readSubmission, submitterOf, type Submission } from './submission.ts';
import { onSubmit } from './submit-event.ts';
import { submitForm } from './submit-form.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction, SubmitInput } from './types.ts';

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

/** What the enhanced forms of one instance share. */
export interface FormsContext {
	/** What results are applied to. */
	page: Target;
	/** The options that `configure` set. */
	defaults: EnhanceOptions;
	find: FindSubmissions;
}

/** What a result is applied to, with what only this submission can say. */
const targetOf = (page: Target, form: HTMLFormElement, submitter: HTMLElement | null): Target => {
	const submitted = stateOf(form);
	return {
		...page,
		form,
		focused: focusedElement(),
		reset: () => resetUnedited(form, submitted),
		isGone: () => !native(form, 'isConnected'),
		options: gotoOptions(form, submitter)
	};
};

/** Leaves a submission to the browser where the page's policy does not let `fetch` send it (CSP 3, `connect-src`). */
const watchPolicy = (submission: Submission, input: SubmitInput): (() => void) =>
	listen(window, 'securitypolicyviolation', async ({ disposition, blockedURI }) => {
		const { action, formData: entries, controller } = input;
		const [url] = action.href.split('#');
		if (disposition !== 'enforce' || blockedURI !== url) return;
		controller.abort();
		(await import('./native-submit.ts')).submitNatively({ ...submission, action, entries });
	});

/** A page that comes out of the back/forward cache waits for nothing. */
const leaveOnReturn = (controller: AbortController): (() => void) =>
	listen(window, 'pageshow', ({ persisted }) => {
		if (persisted) controller.abort();
	});

/** What is the same for all submissions of a form. */
interface Enhanced {
	form: HTMLFormElement;
	busy: Busy;
	lifecycle: Lifecycle;
}

const createJob = (
	{ page, find }: FormsContext,
	{ form, busy, lifecycle }: Enhanced,
	submission: Submission,
	submitter: HTMLElement | null,
	options: EnhanceOptions
): Job => {
	const read = native(form, 'getAttribute');
	return {
		submission,
		id: submissionId(),
		form,
		submitter,
		options,
		target: targetOf(page, form, submitter),
		lifecycle,
		submissions: find(options.key ?? (read('id') || read('name'))),
		open(input) {
			const undo = [
				busy.mark(submitter, options.delay),
				leaveOnReturn(input.controller),
				watchPolicy(submission, input)
			];
			return () => undo.forEach((undo) => undo());
		}
	};
};

/** Makes `enhance` for an instance. */
export const createEnhance = (context: FormsContext): Enhance => {
	const { page, defaults } = context;
	return (form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		const busy = createBusy(form);
		const lifecycle = createLifecycle(() => page.navigator().age?.());
		const enhanced = { form, busy, lifecycle };
		const controller = new AbortController();

		const handler = (event: SubmitEvent): void => {
			const submitter = submitterOf(event);
			// The event of a form within this one, put there by script, passes here too.
			const submission = event.target === form && readSubmission(form, submitter, 'post');
			if (!submission) return;
			event.preventDefault();
			const options = { ...defaults, ...own };
			void submitForm(createJob(context, enhanced, submission, submitter, options));
		};

		onSubmit(form, handler, controller.signal);
		watchComposition(controller.signal);
		return {
			update(submit) {
				own = optionsOf(submit);
			},
			destroy() {
				controller.abort();
				busy.clear();
			}
		};
	};
};
