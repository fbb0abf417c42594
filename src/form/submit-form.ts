import { carryOut, type Target } from '../apply/apply-action.ts';
import { planUpdate, type UpdateOptions } from '../apply/plan.ts';
import { gotoOptions } from '../navigation/links.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { Turn } from './lifecycle.ts';
import { resetUnedited, stateOf } from './native-form.ts';
import { send } from './send.ts';
import type { EnhanceOptions, SubmitInput } from './types.ts';

/** One submission of one form, from the event to its last effect. */
export interface Submitting {
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	action: URL;
	enctype: string;
	options: EnhanceOptions;
	turn: Turn;
	/** Resolves in the next task; aborts what the same task submitted before. */
	plan: (controller: AbortController) => Promise<void>;
	target: Target;
	fetch: typeof globalThis.fetch;
}

const callbackError = (cause: unknown): ActionResult => ({
	type: 'error',
	status: 500,
	error: new SoftpostError(
		'callback',
		'The submit function of a form, or its callback, threw. See the cause',
		{},
		{ cause }
	)
});

const isAborted = (result: ActionResult): boolean =>
	result.type === 'error' && (result.error as { code?: unknown }).code === 'aborted';

/** The entry list. Environments that cannot take the submitter get the entries without it. */
const entriesOf = (form: HTMLFormElement, submitter: HTMLElement | null): FormData => {
	const owner = (submitter as HTMLButtonElement | null)?.form;
	return new FormData(form, owner === form ? submitter : null);
};

/** The plan's target, with what only this form and this submitter can say. */
const targetOf = ({ form, submitter, target, turn }: Submitting): Target => {
	const submitted = stateOf(form);
	return {
		...target,
		scope: form,
		reset: () => resetUnedited(form, submitted),
		options: gotoOptions(form, submitter),
		isLate: turn.isStale
	};
};

/**
 * Runs one submission. Everything up to the first `await` happens in the submit event.
 *
 * @returns a promise that resolves after the last effect; it never rejects
 */
export const submitForm = async (submitting: Submitting): Promise<void> => {
	const { form, submitter, enctype, options, turn, plan } = submitting;
	const controller = new AbortController();
	const target = targetOf(submitting);
	let cancelled = false;
	const input: SubmitInput = {
		action: submitting.action,
		formData: entriesOf(form, submitter),
		formElement: form,
		submitter,
		controller,
		cancel: () => {
			cancelled = true;
		}
	};

	const apply = (result: ActionResult, update?: UpdateOptions): Promise<void> =>
		carryOut(planUpdate(result, input.action, target.navigator.here(), { ...options, ...update }), target);

	try {
		const preparing = options.submit?.(input);
		if (cancelled) return;
		const nextTask = plan(controller);
		const callback = await preparing;
		if (cancelled) return;
		await nextTask;
		const result = await send(input.action, input.formData, enctype, {
			fetch: options.fetch ?? submitting.fetch,
			headers: options.headers,
			credentials: options.credentials,
			signal: controller.signal,
			decoders: target.navigator.decoders()
		});
		const stale = turn.isStale();
		const inert = stale || isAborted(result);
		if (!inert) turn.apply();
		const update = async (update?: UpdateOptions): Promise<void> => {
			if (!inert) await apply(result, update);
		};
		if (!callback) return await update();
		const { action, formData } = input;
		await callback({ action, formData, formElement: form, result, stale, update });
	} catch (cause) {
		await apply(callbackError(cause));
	}
};
