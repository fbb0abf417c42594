import { clearAnnouncement } from '../dom/announce.ts';
import { focusAfterResult } from '../dom/focus-after-result.ts';
import { hasFocusMoved } from '../dom/focus.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { BeforeShown, GotoOptions, Outcome } from '../navigation/navigator.ts';
import { isActionResult, type ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { forgetIssues, showIssues, type Origin } from './issues.ts';
import { planApply, planUpdate, type PlanOptions, type Step } from './plan.ts';
import { targetOf, type Parts, type Target } from './target.ts';

/** The facts about a submission that matter for applying its result. */
export interface Submitted {
	readonly form: HTMLFormElement;
	/** The element that had the focus in the submit event. */
	readonly focused: Element | null;
	/** The navigation options in `data-sveltekit-*` attributes of the form or submitter. */
	readonly gotoOptions: GotoOptions;
	/** Whether it is a retry. */
	readonly isRetry: boolean;
	/** Whether a later submission was applied, or the user has left the page. Checked before each step, and again after waiting. */
	isLate(): boolean;
	/** Whether the form has left the document, for example because an error boundary replaced it. */
	isGone(): boolean;
	/** The controls that the user has edited since the submit event. */
	edited(): Element[];
	/** Resets the form except those controls, and resolves to them. */
	reset(): Promise<Element[]>;
	/** The options of its fields. */
	readonly options?: FieldsOfForm;
	onDestroy?(undo: () => void): void;
}

const isLateOf = (submitted: Submitted | undefined) => submitted && (() => submitted.isLate());

/** The work around the steps. */
interface Around {
	beforeShown: BeforeShown | undefined;
	/** The focus at the submit event. */
	origin: Origin | undefined;
	/** Whether a control is one that the issues of a failure are about. */
	isInvalid?: ((control: Element) => boolean) | undefined;
}

/** Shows a result, unless a host has already shown it together with fresh data. */
const show = async (
	{ form, status }: Outcome,
	{ page, navigator }: Target,
	submitted: Submitted | undefined,
	{ beforeShown }: Around
): Promise<void> => {
	const { current } = page;
	const host = navigator();
	// If rendering it failed, the status is that of the error boundary.
	const isBroken = !!host.show && !!current.error;
	if (current.form === form && (current.status === status || isBroken)) return;
	const change = (): void => {
		if (submitted?.isLate()) return;
		// A host shows an error as a boundary, which only a new page can replace.
		page.set({ form, status, ...(!host.show && current.error && { error: null }) });
	};
	if (host.show) return host.show(change, beforeShown);
	await beforeShown?.();
	change();
};

type CarryOutStep<Own = Step> = (
	step: Own,
	target: Target,
	submitted: Submitted | undefined,
	around: Around
) => Promise<unknown> | void;

/** The implementation of each step. */
const carryOutStep: { [Do in Step['do']]: CarryOutStep<Step & { do: Do }> } = {
	refresh: ({ outcome }, { navigator }, submitted, { beforeShown }) =>
		navigator().invalidateAll?.(
			outcome,
			isLateOf(submitted),
			beforeShown,
			submitted && (() => submitted.edited())
		),
	show,
	reset: (_, target, submitted, { beforeShown }) => beforeShown?.(),
	goto({ url, outcome }, { navigator }, submitted) {
		// A host's own navigator may only support `goto` with two arguments.
		const shown: [outcome?: Outcome] = outcome ? [outcome] : [];
		const keepFocus = !!submitted && hasFocusMoved(submitted.focused) && { keepFocus: true };
		const options = { ...submitted?.gotoOptions, ...keepFocus, invalidateAll: true };
		return navigator().goto(url, options, ...shown);
	},
	fail({ error, status }, { navigator }, submitted) {
		// Users only see the message; the cause goes to the console.
		console.error(error);
		const host = navigator();
		// A host's own navigator only gets the documented arguments.
		const at: [form?: HTMLFormElement] = host.documents && submitted ? [submitted.form] : [];
		return host.showError(error, status, isLateOf(submitted), ...at);
	},
	async issues({ data, isShown }, { page, navigator }, submitted, around) {
		const { documents, revise } = navigator();
		if (!isShown && !documents) return;
		const where = {
			...around.origin,
			page: isShown ? page : undefined,
			isPlain: !!documents,
			revise
		};
		around.isInvalid = await showIssues(data, where, isLateOf(submitted));
	},
	focus: ({ invalid }, target, submitted, { origin, isInvalid }) =>
		focusAfterResult(invalid, origin, isInvalid)
};

/**
 * Resets the form before new data is shown, in the same task. In the other order, the reset would undo the changes
 * that the data has made to fields and bindings.
 */
const beforeShownOf = (steps: Step[], submitted: Submitted): BeforeShown => {
	const resets = steps.some((step) => step.do === 'reset');
	let edited: Promise<Element[]> | undefined;
	return async () => {
		if (submitted.isLate()) return [];
		return resets ? (edited ??= submitted.reset()) : submitted.edited();
	};
};

/** Carries out a plan step by step, until it is late. */
export const carryOut = async (
	steps: Step[],
	target: Target,
	submitted?: Submitted,
	origin: Origin | undefined = submitted
): Promise<void> => {
	clearAnnouncement();
	// An error is not a new response to the form.
	if (origin && steps.every((step) => step.do !== 'fail')) forgetIssues(origin.form);
	const around: Around = { origin, beforeShown: submitted && beforeShownOf(steps, submitted) };
	for (const step of steps) {
		if (submitted?.isLate()) return;
		const carryOutOne = carryOutStep[step.do] as CarryOutStep;
		await carryOutOne(step, target, submitted, around);
	}
};

/** The submission of each result. */
const origins = new WeakMap<ActionResult, Origin>();

/** Records the submission of a result, in case a callback passes the result to `applyAction`. */
export const noteOrigin = (result: ActionResult, origin: Origin): void =>
	void origins.set(result, origin);

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
 * Applies a result to the shown page, even if it came from another page: `success` and `failure` set `page.form` and
 * `page.status`, `redirect` navigates, `error` shows the nearest boundary. Also resets the focus.
 *
 * @returns a promise that resolves after the last effect
 * @throws {SoftpostError} `not_an_action_result` (as a rejection) if it is not an action result
 * @example
 * const response = await fetch('/login', { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } });
 * await applyAction(deserialize(await response.text()));
 */
export type ApplyAction = (result: ActionResult) => Promise<void>;

/** Applies a result that the app passes to `applyAction`. */
export const applyTo = async (parts: Parts, result: ActionResult): Promise<void> => {
	if (isActionResult(result)) {
		const target = targetOf(parts);
		const steps = planApply(result, target.navigator().here());
		return carryOut(steps, target, undefined, origins.get(result));
	}
	throw new SoftpostError('not_an_action_result', 'applyAction needs an ActionResult', {
		result
	});
};
