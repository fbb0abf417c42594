import { carryOut, type Target } from '../apply/apply-action.ts';
import { planUpdate, type UpdateOptions } from '../apply/plan.ts';
import { gotoOptions } from '../navigation/links.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { Turn } from './lifecycle.ts';
import { resetUnedited, stateOf } from './native-form.ts';
import { send } from './send.ts';
import type { Submission } from './submission.ts';
import type { EnhanceOptions, SubmitInput } from './types.ts';

const callbackError = (cause: unknown): ActionResult => ({
	type: 'error',
	error: new SoftpostError('callback', 'A submit function threw', {}, { cause })
});

/** What a result is applied to, with what only this submission can say. */
const targetOf = (
	page: Target,
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	turn: Turn
): Target => {
	const submitted = stateOf(form);
	return {
		...page,
		form,
		focused: document.activeElement as HTMLElement,
		reset: () => resetUnedited(form, submitted),
		options: gotoOptions(form, submitter),
		isLate: turn.isStale
	};
};

/** What the `SubmitFunction` is given, and whether it has called `cancel`. */
const createInput = (
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	{ action, entries: formData }: Submission
): [input: SubmitInput, isCancelled: () => boolean] => {
	let cancelled = false;
	const input: SubmitInput = {
		action,
		formData,
		formElement: form,
		submitter,
		controller: new AbortController(),
		cancel: () => {
			cancelled = true;
		}
	};
	return [input, () => cancelled];
};

/**
 * Runs one submission of one form, from the event to its last effect. Everything up to the first
 * `await` happens in the submit event.
 *
 * @param form       the form
 * @param submitter  the button that was used
 * @param submission what they ask for
 * @param options    the form's options
 * @param turn       the place among the form's submissions
 * @param page       what results are applied to
 * @returns a promise that resolves after the last effect
 */
export const submitForm = async (
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	submission: Submission,
	options: EnhanceOptions,
	turn: Turn,
	page: Target
): Promise<void> => {
	const target = targetOf(page, form, submitter, turn);
	const [input, isCancelled] = createInput(form, submitter, submission);
	const { signal } = input.controller;
	const apply = (result: ActionResult, update?: UpdateOptions): Promise<void> =>
		carryOut(
			planUpdate(result, input.action, page.navigator().here(), { ...options, ...update }),
			target
		);

	try {
		const preparing = options.submit?.(input);
		if (isCancelled()) return;
		const nextTask = turn.wait(input.controller);
		const callback = await preparing;
		if (isCancelled()) return;
		await nextTask;
		const { action, formData: entries } = input;
		const { decoders } = page.navigator();
		const result = await send({ ...submission, action, entries }, options, signal, decoders);
		const stale = turn.isStale();
		const inert = stale || signal.aborted;
		if (!inert) turn.apply();
		const update = async (update?: UpdateOptions): Promise<void> => {
			if (!inert) await apply(result, update);
		};
		await (callback ? callback({ ...input, result, stale, update }) : update());
	} catch (cause) {
		await apply(callbackError(cause));
	}
};
