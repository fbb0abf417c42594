import type { ActionResult } from '../protocol/action-result.ts';
import { isActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { GotoOptions, Navigator } from '../navigation/current.ts';
import { focusInvalid, resetFocus } from '../navigation/focus.ts';
import type { PageStore } from '../page/page-state.ts';
import { planApply, type Step } from './plan.ts';

/** What the steps act on. */
export interface Target {
	page: PageStore;
	navigator: Navigator;
	/** Resets the form that was submitted. */
	reset?: () => Promise<void>;
	/** Where to look for the first invalid control: the form that was submitted, else the document. */
	scope?: ParentNode | undefined;
	/** What `data-sveltekit-*` attributes on the form or submitter ask of a navigation. */
	options?: GotoOptions;
	/** Whether what is being applied has been overtaken: asked before each step. */
	isLate?: () => boolean;
}

type Effects = { [Name in Step['do']]: (step: Extract<Step, { do: Name }>, target: Target) => unknown };

const effects: Effects = {
	refresh: (_, { navigator }) => navigator.invalidateAll(),
	async show({ form, status }, { page, navigator }) {
		page.set({ form, status });
		await navigator.settled();
	},
	reset: (_, { reset }) => reset?.(),
	focus({ invalid }, { options, scope = globalThis.document }) {
		if (options?.keepFocus || !scope) return;
		if (!invalid || !focusInvalid(scope)) resetFocus();
	},
	goto: ({ url, outcome }, { navigator, options }) =>
		navigator.goto(url, { ...options, invalidateAll: true }, outcome),
	leave: ({ url }, { navigator }) => navigator.leave(url),
	async fail({ error, status }, { navigator }) {
		// The boundary shows what users may read; the cause is for whoever looks into the console.
		console.error(error);
		await navigator.showError(error, status);
	}
};

/** Carries out a plan, step by step, for as long as nothing overtakes it. */
export const carryOut = async (steps: Step[], target: Target): Promise<void> => {
	for (const step of steps) {
		if (target.isLate?.()) return;
		await (effects[step.do] as (step: Step, target: Target) => unknown)(step, target);
	}
};

/**
 * Makes `applyAction` for a page.
 *
 * `applyAction(result)` applies to the page that is shown: `success` and `failure` set `page.form`
 * and `page.status`, `redirect` navigates, `error` shows the nearest boundary; focus is reset.
 */
export const createApplyAction =
	(target: Target) =>
	async (result: ActionResult): Promise<void> => {
		if (!isActionResult(result)) {
			throw new SoftpostError(
				'not_an_action_result',
				'applyAction takes what deserialize or a callback gives, an object with a known `type`',
				{ result }
			);
		}
		await carryOut(planApply(result, target.navigator.here()), target);
	};
