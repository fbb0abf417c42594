import type { Target } from '../apply/apply-action.ts';
import { watchComposition } from '../dom/focus-after-result.ts';
import { focusedElement } from '../dom/focus.ts';
import { native } from '../dom/native.ts';
import { gotoOptions } from '../navigation/links.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { submissionId } from '../protocol/submission-id.ts';
import { createBusy, type Busy } from './busy.ts';
import { noteKey } from './form-identity.ts';
import { preloadSecondStage } from './load-second-stage.ts';
import { stateOf } from './native-form.ts';
import { readForm, submitterOf } from './read-form.ts';
import type { FindRecord } from './submission-status.ts';
import { Submission, type InFlight, type SubmissionInit } from './submission.ts';
import { onSubmit, type OnSubmitted } from './submit-event.ts';
import { createTell } from './sent/tell.ts';
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
const createExplain = (form: HTMLFormElement): ((why: string) => void) => {
	let isDue = /^(localhost|127\.|\[::1)/.test(location.hostname);
	return (why) => {
		if (isDue) console.debug(`softpost leaves a form to the browser (${why})`, form);
		isDue = false;
	};
};

/** What belongs to one form, as long as it lives. */
interface Enhanced {
	form: HTMLFormElement;
	busy: Busy;
	inFlight: InFlight;
	/** Whether it is given back to the browser. */
	isNative: boolean;
	explain(why: string): void;
}

const enhancedOf = (form: HTMLFormElement): Enhanced => ({
	form,
	busy: createBusy(form),
	inFlight: new Set(),
	isNative: false,
	explain: createExplain(form)
});

/** Everything about a submission that is read in its event. */
const initOf = (
	{ target, find }: FormsContext,
	enhanced: Enhanced,
	submitter: HTMLElement | null,
	{ request, options }: Pick<SubmissionInit, 'request' | 'options'>
): SubmissionInit => {
	const { form, inFlight, busy } = enhanced;
	const read = native(form, 'getAttribute');
	const submitted = stateOf(form);
	const submitNatively = (): void => {
		enhanced.isNative = true;
		native(form, 'requestSubmit')(submitter);
	};
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
		reset: ({ resetUnedited }) => resetUnedited(form, submitted),
		edited: ({ editedSince }) => editedSince(form, submitted),
		isGone: () => !native(form, 'isConnected'),
		tell: createTell(form),
		isRetry: false,
		inFlight,
		watch: (submission) => watchDocument(submission, busy, submitNatively)
	};
};

/** Takes a submission from the browser, or says why not. */
const takeOver = (
	context: FormsContext,
	enhanced: Enhanced,
	[event, why]: Parameters<OnSubmitted>,
	own?: EnhanceOptions
): void => {
	const { form, explain, isNative } = enhanced;
	if (isNative) return;
	const submitter = submitterOf(event);
	const { documents } = context.target.navigator();
	const request = why ?? documents?.whyNative() ?? readForm(form, submitter, 'post');
	if (typeof request === 'string') return explain(request);
	event.preventDefault();
	const options = { ...context.defaults, ...own };
	void Submission.start(initOf(context, enhanced, submitter, { request, options }));
};

/** Makes `enhance` for an instance. */
export const createEnhance =
	(context: FormsContext): Enhance =>
	(form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		noteKey(form, own?.key);
		const enhanced = enhancedOf(form);
		const controller = new AbortController();
		const { signal } = controller;

		onSubmit(form, 'post', (...submitted) => takeOver(context, enhanced, submitted, own), signal);
		watchComposition(signal);
		preloadSecondStage(form, signal);
		context.target.navigator().documents?.prepare(form);
		return {
			update(submit) {
				own = optionsOf(submit);
				noteKey(form, own?.key);
			},
			destroy() {
				controller.abort();
				enhanced.busy.clear();
			}
		};
	};

/**
 * Enhances the forms of the document, whenever one is submitted: those that have left are not held.
 *
 * @param signal ends it
 */
export const enhanceDocument = (
	context: FormsContext,
	options: EnhanceOptions,
	signal: AbortSignal
): void => {
	const known = new WeakMap<HTMLFormElement, Enhanced>();
	const handler: OnSubmitted = (event, why) => {
		const form = event.target as HTMLFormElement;
		// A GET form is no one's to explain.
		if (why === 'method') return;
		const enhanced = known.get(form) ?? enhancedOf(form);
		known.set(form, enhanced);
		takeOver(context, enhanced, [event, why], options);
	};
	onSubmit(document, 'post', handler, signal);
	watchComposition(signal);
	preloadSecondStage(document.documentElement, signal);
};
