import { isActionResult, type ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { GotoOptions, Navigator, Outcome } from '../navigation/current.ts';
import { focusAfterResult } from '../dom/focus-after-result.ts';
import type { FreshPage } from '../protocol/page-data.ts';
import type { PageStore } from '../page/page-state.ts';
import { planApply, type Step } from './plan.ts';

/** What the steps act on. */
export interface Target {
	page: PageStore;
	/** Who navigates and shows errors now. */
	navigator(): Navigator;
	/** The form that was submitted, where it is known. */
	form?: HTMLFormElement;
	/** What had the focus then; `null` where nothing had it. */
	focused?: Element | null;
	/** Resets it. */
	reset?: () => Promise<void>;
	/** What `data-sveltekit-*` attributes on form or submitter ask of a navigation. */
	options?: GotoOptions;
	/** Whether an error boundary has taken the form's place. */
	isGone?: () => boolean;
	/** The page that is to be shown next, where the answer brought it along. */
	fresh?: FreshPage | undefined;
	/** Whether what is being applied has been overtaken: asked before each step, and before what it waited for is shown. */
	isLate?: () => boolean;
}

/** A host has shown it already, where it came together with fresh data. */
const show = async (
	{ form, status }: Outcome,
	{ page, isLate }: Target,
	navigator: Navigator
): Promise<void> => {
	const { current } = page;
	if (current.form === form && current.status === status) return;
	const change = (): void => {
		// A host's error is a boundary, which only the page itself can take the place of.
		if (isLate?.()) return;
		page.set({ form, status, ...(!navigator.show && current.error && { error: null }) });
	};
	return navigator.show ? navigator.show(change) : change();
};

const carryOutStep = async (step: Step, target: Target): Promise<void> => {
	const { options, fresh, isLate } = target;
	const navigator = target.navigator();
	switch (step.do) {
		case 'refresh':
			return navigator.invalidateAll?.(step.outcome, fresh, isLate);
		case 'show':
			return show(step, target, navigator);
		case 'reset':
			return target.reset?.();
		case 'goto': {
			// A navigator of somebody else's is called with what everybody knows of `goto`.
			const arrival: [outcome?: Outcome | undefined, fresh?: FreshPage | undefined] =
				step.outcome || fresh ? [step.outcome, fresh] : [];
			return navigator.goto(step.url, { ...options, invalidateAll: true }, ...arrival);
		}
		case 'fail':
			// The boundary shows what users may read; the cause is for whoever looks into the console.
			console.error(step.error);
			return navigator.showError(step.error, step.status, isLate);
		case 'focus':
			return focusAfterResult({
				form: target.form,
				focusedAtSubmit: target.focused,
				invalid: step.invalid,
				keepFocus: options?.keepFocus
			});
	}
};

/** Carries out a plan, step by step, for as long as nothing overtakes it. */
export const carryOut = async (steps: Step[], target: Target): Promise<void> => {
	for (const step of steps) {
		if (target.isLate?.()) return;
		await carryOutStep(step, target);
	}
};

/**
 * Applies a result to the page that is shown, wherever the form was submitted: `success` and
 * `failure` set `page.form` and `page.status`, `redirect` navigates, `error` shows the nearest
 * boundary; focus is reset.
 *
 * @returns a promise that resolves after the last effect
 * @throws {SoftpostError} `not_an_action_result` (as a rejection) for anything else
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
