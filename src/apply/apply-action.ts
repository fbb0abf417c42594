import { focusAfterResult } from '../dom/focus-after-result.ts';
import type { GotoOptions, Navigator, Outcome } from '../navigation/navigator.ts';
import type { PageStore } from '../page/page-state.ts';
import { isActionResult, type ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { planApply, planUpdate, type PlanOptions, type Step } from './plan.ts';

/** What results are applied to. */
export interface Target {
	page: PageStore;
	/** The part that navigates and shows errors now. */
	navigator(): Navigator;
}

/** What only a submission can say of how its result is applied. */
export interface Submitted {
	readonly form: HTMLFormElement;
	/** The element that had focus in the submit event. */
	readonly focused: Element | null;
	/** What `data-sveltekit-*` attributes on form or submitter ask of a navigation. */
	readonly gotoOptions: GotoOptions;
	/** Whether it was sent before, and failed. */
	readonly isRetry: boolean;
	/** Whether a later submission was applied, or the user has left the page. Asked before each step, and before the document shows what the step waited for. */
	isLate(): boolean;
	/** Whether the form has left the document, as when an error boundary takes its place. */
	isGone(): boolean;
	/** Resets the form, but for what the user has typed since. */
	reset(): Promise<void>;
}

/** Shows a result. A host has shown it already, where it came together with fresh data. */
const show = async (
	{ form, status }: Outcome,
	{ page, navigator }: Target,
	submitted: Submitted | undefined
): Promise<void> => {
	const { current } = page;
	if (current.form === form && current.status === status) return;
	const host = navigator();
	const change = (): void => {
		// A host's error is a boundary, which only the page itself can take the place of.
		if (submitted?.isLate()) return;
		page.set({ form, status, ...(!host.show && current.error && { error: null }) });
	};
	return host.show ? host.show(change) : change();
};

const carryOutStep = async (step: Step, target: Target, submitted?: Submitted): Promise<void> => {
	const navigator = target.navigator();
	const isLate = submitted && (() => submitted.isLate());
	switch (step.do) {
		case 'refresh':
			return navigator.invalidateAll?.(step.outcome, isLate);
		case 'show':
			return show(step, target, submitted);
		case 'reset':
			return submitted?.reset();
		case 'goto': {
			// A navigator of somebody else's is called with what everybody knows of `goto`.
			const shown: [outcome?: Outcome] = step.outcome ? [step.outcome] : [];
			return navigator.goto(step.url, { ...submitted?.gotoOptions, invalidateAll: true }, ...shown);
		}
		case 'fail':
			// The boundary shows what users may read; the console has the cause.
			console.error(step.error);
			return navigator.showError(step.error, step.status, isLate);
		case 'focus':
			return focusAfterResult({
				form: submitted?.form,
				focusedAtSubmit: submitted?.focused,
				invalid: step.invalid,
				keepFocus: submitted?.gotoOptions.keepFocus
			});
	}
};

/** Carries out a plan, step by step, for as long as it is not late. */
export const carryOut = async (
	steps: Step[],
	target: Target,
	submitted?: Submitted
): Promise<void> => {
	for (const step of steps) {
		if (submitted?.isLate()) return;
		await carryOutStep(step, target, submitted);
	}
};

/** Applies the result of a submission, as `update` does. */
export const applyUpdate = (
	result: ActionResult,
	action: URL,
	target: Target,
	{ submitted, ...options }: PlanOptions & { submitted: Submitted }
): Promise<void> => {
	const bringBack = (submitted.isRetry || !!target.page.current.error) && submitted.isGone();
	const here = target.navigator().here();
	return carryOut(planUpdate(result, action, here, { ...options, bringBack }), target, submitted);
};

/**
 * Applies a result to the page that is shown, wherever the form was submitted: `success` and
 * `failure` set `page.form` and `page.status`, `redirect` navigates, `error` shows the nearest
 * boundary; focus is reset.
 *
 * @returns a promise that resolves after the last effect
 * @throws {SoftpostError} `not_an_action_result` (as a rejection) for anything else
 * @example
 * const response = await fetch('/login', { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } });
 * await applyAction(deserialize(await response.text()));
 */
export type ApplyAction = (result: ActionResult) => Promise<void>;

/** Makes `applyAction` for a page. */
export const createApplyAction =
	(target: Target): ApplyAction =>
	async (result) => {
		if (isActionResult(result))
			return carryOut(planApply(result, target.navigator().here()), target);
		throw new SoftpostError('not_an_action_result', 'applyAction needs an ActionResult', {
			result
		});
	};

/** Takes a result that was applied off the page again, where it is still the one that is shown. */
export const unapply = (page: PageStore, result: ActionResult): void => {
	if ('data' in result && result.data === page.current.form) page.set({ form: null });
};
