import type { Target } from '../apply/apply-action.ts';
import { watchComposition } from '../dom/focus-after-result.ts';
import { focusedElement } from '../dom/focus.ts';
import { listen } from '../dom/listen.ts';
import { native } from '../dom/native.ts';
import { gotoOptions } from '../navigation/links.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { submissionId } from '../protocol/submission-id.ts';
import { createBusy, type Busy } from './busy.ts';
import { resetUnedited, stateOf } from './native-form.ts';
import { readForm, submitterOf, type FormRequest, type NativeReason } from './read-form.ts';
import type { FindRecord } from './submission-status.ts';
import { Submission, type InFlight, type SubmissionInit, type Watch } from './submission.ts';
import { onSubmit } from './submit-event.ts';
import type { Enhancement, EnhanceOptions, SubmitFunction } from './types.ts';

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

const watchDocument = (
	submission: Submission,
	{ mark }: Busy,
	submitter: HTMLElement | null
): Watch => {
	let isForbidden = false;
	const undo = [
		mark(submitter, submission.options.delay),
		// A page that comes out of the back/forward cache waits for nothing.
		listen(window, 'pageshow', ({ persisted }) => {
			if (persisted) submission.abort();
		}),
		// A policy may forbid the request (CSP 3, `connect-src`), or only where it was redirected to.
		listen(window, 'securitypolicyviolation', ({ disposition, blockedURI }) => {
			const [url] = submission.request.action.href.split('#');
			isForbidden ||= disposition === 'enforce' && blockedURI === url;
		})
	];
	return {
		stop: () => undo.forEach((undo) => undo()),
		async handBack() {
			if (!isForbidden) return false;
			const { handBack } = await import('./native-submit.ts');
			return handBack(submission.request, submission.id);
		}
	};
};

/** Makes `enhance` for an instance. */
export const createEnhance = ({ target, defaults, find }: FormsContext): Enhance => {
	/** Everything about a submission that is read in its event. */
	const initOf = (
		form: HTMLFormElement,
		submitter: HTMLElement | null,
		request: FormRequest,
		options: EnhanceOptions
	): Omit<SubmissionInit, 'inFlight' | 'watch'> => {
		const read = native(form, 'getAttribute');
		const submitted = stateOf(form);
		return {
			request,
			id: submissionId(),
			form,
			options,
			gotoOptions: gotoOptions(form, submitter),
			focused: focusedElement(),
			target,
			record: find(options.key ?? (read('id') || read('name'))),
			reset: () => resetUnedited(form, submitted),
			isGone: () => !native(form, 'isConnected'),
			isRetry: false,
			submitter
		};
	};

	return (form, submit) => {
		assertPost(form);
		let own = optionsOf(submit);
		const busy = createBusy(form);
		const inFlight: InFlight = new Set();
		const explain = createExplain(form);
		const controller = new AbortController();

		const handler = (event: SubmitEvent, why: NativeReason | null): void => {
			const submitter = submitterOf(event);
			const request = why ?? readForm(form, submitter, 'post');
			if (typeof request === 'string') return explain(request);
			event.preventDefault();
			void Submission.start({
				...initOf(form, submitter, request, { ...defaults, ...own }),
				inFlight,
				watch: (submission) => watchDocument(submission, busy, submitter)
			});
		};

		onSubmit(form, 'post', handler, controller.signal);
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
