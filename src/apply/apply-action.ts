import { clearAnnouncement } from '../dom/announce.ts';
import { focusAfterResult } from '../dom/focus-after-result.ts';
import { hasFocusMoved } from '../dom/focus.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { BeforeShown, GotoOptions, Navigator, Outcome } from '../navigation/navigator.ts';
import type { PageStore } from '../page/page-state.ts';
import { isActionResult, type ActionResult } from '../protocol/action-result.ts';
import type { Decoders, Reply } from '../protocol/codec.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { forgetIssues, showIssues, type Origin } from './issues.ts';
import { planApply, planUpdate, type PlanOptions, type Step } from './plan.ts';

/** What results are applied to. */
export interface Target {
	page: PageStore;
	/** The part that navigates and shows errors now. */
	navigator(): Navigator;
	/** Reads the text of a response, where the host does so itself. */
	decode?:
		((text: string, decoders: Decoders | undefined, response: Response) => Reply) | undefined;
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
	/** The controls that the user has edited since. */
	edited(): Element[];
	/** Resets the form, but for those; resolves to them. */
	reset(): Promise<Element[]>;
	/** What is known of its fields. */
	readonly options?: FieldsOfForm;
}

const isLateOf = (submitted: Submitted | undefined) => submitted && (() => submitted.isLate());

/** What comes before the steps and after them. */
interface Around {
	beforeShown: BeforeShown | undefined;
	/** Where the focus was in the submit event. */
	origin: Origin | undefined;
	/** Whether a control is one that the issues of a failure are about. */
	isInvalid?: ((control: Element) => boolean) | undefined;
}

/** Shows a result. A host has shown it already, where it came together with fresh data. */
const show = async (
	{ form, status }: Outcome,
	{ page, navigator }: Target,
	submitted: Submitted | undefined,
	{ beforeShown }: Around
): Promise<void> => {
	const { current } = page;
	const host = navigator();
	// Where the page broke with it, the status is the boundary's.
	const isBroken = !!host.show && !!current.error;
	if (current.form === form && (current.status === status || isBroken)) return;
	const change = (): void => {
		if (submitted?.isLate()) return;
		// A host's error is a boundary, which only the page itself can take the place of.
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

/** What each step does. */
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
		// A navigator that a host brings may only know `goto` with two arguments.
		const shown: [outcome?: Outcome] = outcome ? [outcome] : [];
		const keepFocus = !!submitted && hasFocusMoved(submitted.focused) && { keepFocus: true };
		const options = { ...submitted?.gotoOptions, ...keepFocus, invalidateAll: true };
		return navigator().goto(url, options, ...shown);
	},
	fail({ error, status }, { navigator }, submitted) {
		// The boundary shows what users may read; the console has the cause.
		console.error(error);
		const host = navigator();
		// A navigator of another's is called with what everybody knows.
		const at: [form?: HTMLFormElement] = host.documents && submitted ? [submitted.form] : [];
		return host.showError(error, status, isLateOf(submitted), ...at);
	},
	async issues({ data, isShown }, { page, navigator }, submitted, around) {
		const isPlain = !!navigator().documents;
		if (!isShown && !isPlain) return;
		const where = { ...around.origin, page: isShown ? page : undefined, isPlain };
		around.isInvalid = await showIssues(data, where, isLateOf(submitted));
	},
	focus: ({ invalid }, target, submitted, { origin, isInvalid }) =>
		focusAfterResult(invalid, origin, isInvalid)
};

/**
 * The form is reset before new data is shown, in the same task. The other way round, a reset would take
 * back what the data has just brought to fields and bindings.
 */
const beforeShownOf = (steps: Step[], submitted: Submitted): BeforeShown => {
	const resets = steps.some((step) => step.do === 'reset');
	let edited: Promise<Element[]> | undefined;
	return async () => {
		if (submitted.isLate()) return [];
		return resets ? (edited ??= submitted.reset()) : submitted.edited();
	};
};

/** Carries out a plan, step by step, for as long as it is not late. */
export const carryOut = async (
	steps: Step[],
	target: Target,
	submitted?: Submitted,
	origin: Origin | undefined = submitted
): Promise<void> => {
	clearAnnouncement();
	// What has failed is no answer.
	if (origin && steps.every((step) => step.do !== 'fail')) forgetIssues(origin.form);
	const around: Around = { origin, beforeShown: submitted && beforeShownOf(steps, submitted) };
	for (const step of steps) {
		if (submitted?.isLate()) return;
		const carryOutOne = carryOutStep[step.do] as CarryOutStep;
		await carryOutOne(step, target, submitted, around);
	}
};

/** The submissions that results are of. */
const origins = new WeakMap<ActionResult, Origin>();

/** Notes which submission a result is of, for a callback that hands it to `applyAction`. */
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

/** Applies a result that no submission of ours has brought. */
export const applyTo = async (target: Target, result: ActionResult): Promise<void> => {
	if (isActionResult(result)) {
		const steps = planApply(result, target.navigator().here());
		return carryOut(steps, target, undefined, origins.get(result));
	}
	throw new SoftpostError('not_an_action_result', 'applyAction needs an ActionResult', {
		result
	});
};
