import type { UpdateOptions } from '../apply/plan.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import type { AnyActions, FailureData, SuccessData } from '../protocol/action-types.ts';

import type { Progress } from './submission-status.ts';

/** How a form handles a submission while another one is in flight. */
export type Concurrency = 'parallel' | 'drop' | 'replace' | 'queue';

type Fields = Record<string, unknown> | undefined;

/** The argument of a `SubmitFunction`, which is called synchronously in the submit event. */
export interface SubmitInput {
	/** The URL that the form will be posted to. May be changed. */
	action: URL;
	/** The entries that will be sent. May be changed. */
	formData: FormData;
	formElement: HTMLFormElement;
	/** The button used; `null` for `requestSubmit()` and for Enter in a form without one. */
	submitter: HTMLElement | null;
	/** Aborts the submission. */
	controller: AbortController;
	/** Cancels the submission before it is sent. Has no effect once the request is in flight. */
	cancel(): void;
}

/** The argument of the callback of a `SubmitFunction`, which is called once per submission. */
export interface SubmitOutcome<Success extends Fields, Failure extends Fields> {
	action: URL;
	formData: FormData;
	formElement: HTMLFormElement;
	result: ActionResult<Success, Failure>;
	/** Whether a later submission was applied before this one, or the user has moved on. */
	stale: boolean;
	/** Does the default: the same as without a callback. Does nothing if the submission is stale or aborted. */
	update(options?: UpdateOptions): Promise<void>;
}

/** Whether a type is that of a page's actions, rather than of the return value of one action. */
type IsActions<Type> = Type extends AnyActions
	? 0 extends 1 & Type[keyof Type]
		? false
		: true
	: false;

/**
 * Runs right before a form is sent, and may return a callback that handles the result instead of the default. Both
 * may be async. An error thrown by either is shown like an error result.
 *
 * `SubmitFunction<typeof actions>` infers the types of the results; `SubmitFunction<Success, Failure>` states them.
 */
export type SubmitFunction<
	Success extends Fields | AnyActions = Record<string, any>,
	Failure extends Fields = Record<string, any>
> = (
	input: SubmitInput
) => MaybePromise<void | ((outcome: OutcomeOf<Success, Failure>) => MaybePromise<void>)>;

type OutcomeOf<First extends Fields | AnyActions, Second extends Fields> =
	IsActions<First> extends true
		? First extends AnyActions
			? SubmitOutcome<SuccessData<First>, FailureData<First>>
			: never
		: SubmitOutcome<Extract<First, Fields>, Second>;

/** The callback that any `SubmitFunction` may return. */
export type SubmitCallback = (outcome: SubmitOutcome<any, any>) => MaybePromise<void>;

type MaybePromise<Value> = Value | Promise<Value>;

/** Options of one form, or of all forms with `configure`. */
export interface EnhanceOptions extends UpdateOptions, FieldsOfForm {
	submit?: SubmitFunction<any, any>;
	/**
	 * The key under which `submission(key)` finds the form (default: the form's `id`, else its `name`). Failures of its
	 * schema have it too, for `fields` (default: none).
	 */
	key?: string;
	/**
	 * How to handle a submission while another one of this form is in flight: `parallel` sends it too, `drop` ignores it,
	 * `replace` aborts the other, `queue` sends it afterwards. Default `parallel`.
	 */
	concurrency?: Concurrency;
	/** Milliseconds to wait for the response; then the submission ends with an error. Default: no limit. */
	timeout?: number;
	/**
	 * Where an error is shown: `boundary` replaces the page with the nearest error boundary; `keep` leaves the page as it
	 * is, and the page reads the error from `submission(key)`. Default `boundary`.
	 */
	onError?: 'boundary' | 'keep';
	/** Milliseconds until `submission(key).delayed` is `true`, and the submitter's `data-submitting` is `delayed`. Default 500. */
	delay?: number;
	/**
	 * Called with the progress of the upload. Not called with a custom `fetch`, nor with `credentials: 'omit'` or on a
	 * form with `rel="noreferrer"`, which `XMLHttpRequest` does not support.
	 */
	progress?: (progress: Progress) => void;
	/** Replaces the platform's `fetch`. */
	fetch?: typeof globalThis.fetch;
	/** Headers to add to each request. */
	headers?: HeadersInit;
	/** As for `fetch`. Default `same-origin`. */
	credentials?: RequestCredentials;
}

/** An enhanced form. */
export interface Enhancement {
	/** Replaces the `SubmitFunction` or the options. */
	update(submit?: SubmitFunction<any, any> | EnhanceOptions): void;
	/** Gives the form back to the browser. Submissions in flight continue. */
	destroy(): void;
}
