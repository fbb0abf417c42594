import type { Target } from '../apply/apply-action.ts';
import { watchComposition } from '../dom/focus-after-result.ts';
import { focusedElement } from '../dom/focus.ts';
import { native } from '../dom/native.ts';
import { gotoOptions } from '../navigation/links.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { submissionId } from '../protocol/submission-id.ts';
import { createBusy } from './busy.ts';
import { noteKey } from './form-identity.ts';
import { preloadSecondStage } from './load-second-stage.ts';
import { editedSince, resetUnedited, stateOf } from './native-form.ts';
import { readForm, submitterOf, type FormRequest, type NativeReason } from './read-form.ts';
import type { FindRecord } from './submission-status.ts';
import { Submission, type InFlight, type SubmissionInit } from './submission.ts';
import { onSubmit } from './submit-event.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction } from './types.ts';
import { watchDocument } from './watch-document.ts';

/**
 * Sends a form with `fetch` where the browser would post it and stay in this document, and applies
 * the result; leaves every other submission to the browser. A Svelte action and a plain function.
 *
 * @param form   the form
 * @param submit a `SubmitFunction`, or options that may hold one
 * @returns how to replace those, and the undo
 * @throws {SoftpostError} `form_method` when the form's method is not POST
 * @example
 * enhance(document.querySelector('form'), { concurrency: 'drop' });
 */
export type Enhance = (
	form: HTMLFormElement,
	submit?: SubmitFunction<any, any> | EnhanceOptions
) => Enhancement;

/** What the enhanced forms of one instance share. */
export interface FormsContext {
	target: Target;
	/** The options that `configure` set. */
	defaults: EnhanceOptions;
	find: FindRecord;
}

const assertPost = (form: HTMLFormElement): void => {
	if (native(form, 'getAttribute')('method')?.toLowerCase() === 'post') return;
	throw new SoftpostError('form_method', 'enhance needs a form with method="POST"', { form });
};

const optionsOf = (submit: Parameters<Enhance>[1]): EnhanceOptions | undefined =>
	typeof submit === 'function' ? { submit } : submit;

/** Says in the console, once a form and on a developer's own machine, why a form is not enhanced. */
const createExplain = (form: HTMLFormElement): ((why: NativeReason) => void) => {
	let isDue = /^(localhost|127\.|\[::1)/.test(location.hostname);
	return (why) => {
		if (isDue) console.debug(`softpost leaves a form to the browser (${why})`, form);
		isDue = false;
	};
};

/** What an event says of a submission, and the options that count for it. */
interface Read {
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	request: FormRequest;
	options: EnhanceOptions;
}

/** Everything about a submission that is read in its event. */
const initOf = (
	{ target, find }: FormsContext,
	{ form, submitter, request, options }: Read
): Omit<SubmissionInit, 'inFlight' | 'watch'> => {
	const read = native(form, 'getAttribute');
	const submitted = stateOf(form);
	return {
		request,
		id: submissionId(),
		form,
		submitter,
		options,
		gotoOptions: gotoOptions(form, submitter),
		focused: focusedElement(),
		target,
		record: find(options.key ?? (read('id') || read('name'))),
		reset: () => resetUnedited(form, submitted),
		edited: () => editedSince(form, submitted),
		isGone: () => !native(form, 'isConnected'),
		isRetry: false
	};
};

/** Makes `enhance` for an instance. */
export const createEnhance =
	(context: FormsContext): Enhance =>
	(form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		let isNative = false;
		noteKey(form, own?.key);
		const busy = createBusy(form);
		const inFlight: InFlight = new Set();
		const explain = createExplain(form);
		const controller = new AbortController();
		const { signal } = controller;

		const handler = (event: SubmitEvent, why: NativeReason | null): void => {
			if (isNative) return;
			const submitter = submitterOf(event);
			const request = why ?? readForm(form, submitter, 'post');
			if (typeof request === 'string') return explain(request);
			event.preventDefault();
			const submitNatively = (): void => {
				isNative = true;
				native(form, 'requestSubmit')(submitter);
			};
			const options = { ...context.defaults, ...own };
			void Submission.start({
				...initOf(context, { form, submitter, request, options }),
				inFlight,
				watch: (submission) => watchDocument(submission, busy, submitNatively)
			});
		};

		onSubmit(form, 'post', handler, signal);
		watchComposition(signal);
		preloadSecondStage(form, signal);
		return {
			update(submit) {
				own = optionsOf(submit);
				noteKey(form, own?.key);
			},
			destroy() {
				controller.abort();
				busy.clear();
			}
		};
	};
