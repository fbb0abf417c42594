import type { Target } from '../apply/apply-action.ts';
import { noteComposition } from '../dom/composition.ts';
import { focusedElement } from '../dom/focused.ts';
import { shareListeners } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { gotoOptions } from '../navigation/links.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { submissionId } from '../protocol/submission-id.ts';
import { createBusy, type Busy } from './busy.ts';
import { noteKey } from './form-key.ts';
import { planSecondStage, preloadSecondStage } from './load-second-stage.ts';
import { stateOf } from './native-form.ts';
import { readForm, submitterOf } from './read-form.ts';
import type { FindRecord } from './submission-status.ts';
import { Submission, type InFlight, type SubmissionInit } from './submission.ts';
import { offSubmit, onSubmit, type SubmitListener } from './submit-event.ts';
import { createTell } from './sent/tell.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction } from './types.ts';
import { watchDocument } from './watch-document.ts';

/**
 * Sends a form with `fetch` and applies the result, if the browser would post it to this origin and in this tab.
 * Leaves every other submission to the browser. Works as a Svelte action and as a plain function.
 *
 * @param form   the form
 * @param submit a `SubmitFunction`, or options that may include one
 * @returns `update`, which replaces `submit`, and `destroy`
 * @throws {SoftpostError} `form_method` when the form's method is not POST
 * @example
 * enhance(document.querySelector('form'), { concurrency: 'drop' });
 */
export type Enhance = (
	form: HTMLFormElement,
	submit?: SubmitFunction<any, any> | EnhanceOptions
) => Enhancement;

/** The state that all enhanced forms of an instance share. */
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

/** Logs why a form is not enhanced: once per form, and only on a developer's own machine. */
const createExplain = (form: HTMLFormElement): ((why: string) => void) => {
	let isDue = /^(localhost|127\.|\[::1)/.test(location.hostname);
	return (why) => {
		if (isDue) console.debug(`softpost leaves a form to the browser (${why})`, form);
		isDue = false;
	};
};

/** The state of a form that has been submitted. */
interface Enhanced {
	form: HTMLFormElement;
	busy: Busy;
	inFlight: InFlight;
	/** Whether `destroy` has given it back to the browser. */
	isNative: boolean;
	explain(why: string): void;
	/** Takes away what a failure has left on the form. */
	undo?: () => void;
}

const known = /* @__PURE__ */ new WeakMap<HTMLFormElement, Enhanced>();

const enhancedOf = (form: HTMLFormElement): Enhanced => {
	const found = known.get(form);
	if (found) return found;
	const enhanced: Enhanced = {
		form,
		busy: createBusy(form),
		inFlight: new Set(),
		isNative: false,
		explain: createExplain(form)
	};
	known.set(form, enhanced);
	return enhanced;
};

/** Reads everything about a submission that must be read in its event. */
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
		onDestroy: (undo) => (enhanced.undo = undo),
		watch: (submission) => watchDocument(submission, busy, submitNatively)
	};
};

/** Takes over a submission from the browser, or logs why not. */
const takeOver = (
	context: FormsContext,
	[event, why]: Parameters<SubmitListener['handler']>,
	own?: EnhanceOptions
): void => {
	const form = event.target as HTMLFormElement;
	const enhanced = enhancedOf(form);
	if (enhanced.isNative) return;
	const submitter = submitterOf(event);
	const { documents } = context.target.navigator();
	const request = why ?? documents?.whyNative() ?? readForm(form, submitter, 'post');
	if (typeof request === 'string') return enhanced.explain(request);
	event.preventDefault();
	const options = { ...context.defaults, ...own };
	void Submission.start(initOf(context, enhanced, submitter, { request, options }));
};

const pageListeners = /* @__PURE__ */ shareListeners({
	compositionstart: noteComposition,
	compositionend: noteComposition,
	focusin: preloadSecondStage,
	pointerover: preloadSecondStage
});

/** Listens for submissions of a form, or of all forms of the document. */
const hear = (target: HTMLFormElement | Document, listener: SubmitListener): void => {
	onSubmit(target, listener);
	pageListeners.enter();
	planSecondStage();
};

const unhear = (target: HTMLFormElement | Document, listener: SubmitListener): void => {
	if (offSubmit(target, listener)) pageListeners.leave();
};

/** Makes `enhance` for an instance. A form costs next to nothing until it is submitted: a page may have thousands. */
export const createEnhance =
	(context: FormsContext): Enhance =>
	(form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		noteKey(form, own?.key);
		const listener: SubmitListener = {
			method: 'post',
			handler: (...submitted) => takeOver(context, submitted, own)
		};
		hear(form, listener);
		context.target.navigator().documents?.prepare(form);
		return {
			update(submit) {
				own = optionsOf(submit);
				noteKey(form, own?.key);
			},
			destroy() {
				unhear(form, listener);
				const enhanced = known.get(form);
				enhanced?.busy.clear();
				enhanced?.undo?.();
			}
		};
	};

/**
 * Enhances each form of the document when it is submitted. Keeps no reference to forms that have left.
 *
 * @returns the undo
 */
export const enhanceDocument = (context: FormsContext, options: EnhanceOptions): (() => void) => {
	const listener: SubmitListener = {
		method: 'post',
		handler: (event, why) => {
			// GET forms need no explanation.
			if (why !== 'method') takeOver(context, [event, why], options);
		}
	};
	hear(document, listener);
	return () => unhear(document, listener);
};
