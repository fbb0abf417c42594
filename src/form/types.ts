import type { UpdateOptions } from '../apply/plan.ts';
import type { FieldsOfForm } from '../fields/options.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import type { AnyActions, FailureData, SuccessData } from '../protocol/action-types.ts';

import type { Progress } from './submission-status.ts';

/** What a form does with a submission that comes while another one is in flight. */
export type Concurrency = 'parallel' | 'drop' | 'replace' | 'queue';

type Fields = Record<string, unknown> | undefined;

/** What a `SubmitFunction` is called with, synchronously in the submit event. */
export interface SubmitInput {
	/** The URL that will be posted to. May be changed. */
	action: URL;
	/** The entries that will be sent. May be changed. */
	formData: FormData;
	formElement: HTMLFormElement;
	/** The button that was used; `null` for `requestSubmit()` and for Enter in a form without one. */
	submitter: HTMLElement | null;
	/** Aborts the submission. */
	controller: AbortController;
	/** Sends nothing. Has no effect once the request is in flight. */
	cancel(): void;
}

/** What the callback of a `SubmitFunction` is called with, once for each submission. */
export interface SubmitOutcome<Success extends Fields, Failure extends Fields> {
	action: URL;
	formData: FormData;
	formElement: HTMLFormElement;
	result: ActionResult<Success, Failure>;
	/** Whether a later submission was applied before this one, or the user has moved on. */
	stale: boolean;
	/** Does the default, as without a callback. Changes nothing if the submission is stale or aborted. */
	update(options?: UpdateOptions): Promise<void>;
}

/** Whether a type is that of a page's actions, rather than of what one of them returns. */
type IsActions<Type> = Type extends AnyActions
	? 0 extends 1 & Type[keyof Type]
		? false
		: true
	: false;

/**
 * Runs right before a form is sent, and may return a callback that replaces what happens with the
 * result. Both may be async; a throw in either is shown as an error.
 *
 * `SubmitFunction<typeof actions>` knows what the actions return; without them say it as
 * `SubmitFunction<Success, Failure>`.
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

/** What any `SubmitFunction` may return. */
export type SubmitCallback = (outcome: SubmitOutcome<any, any>) => MaybePromise<void>;

type MaybePromise<Value> = Value | Promise<Value>;

/** How forms are submitted; per form, or for all by `configure`. */
export interface EnhanceOptions extends UpdateOptions, FieldsOfForm {
	submit?: SubmitFunction<any, any>;
	/**
	 * The name under which `submission(key)` finds the form (default: the form's `id`, else its `name`), and what the
	 * failures of its schema carry, for `fields` (default: nothing).
	 */
	key?: string;
	/**
	 * What happens to a submission while another one of this form is in flight: `parallel` sends it too, `drop`
	 * ignores it, `replace` aborts the other, `queue` sends it afterwards. Default `parallel`.
	 */
	concurrency?: Concurrency;
	/** After this many milliseconds without a response the submission ends as an error. Default: none. */
	timeout?: number;
	/**
	 * Where an error is shown: at the nearest error boundary, or (`keep`) by the page itself, which stays
	 * and finds it on `submission(key)`. Default `boundary`.
	 */
	onError?: 'boundary' | 'keep';
	/** Milliseconds until `submission(key).delayed` is `true`, and the submitter's `data-submitting` is `delayed`. Default 500. */
	delay?: number;
	/**
	 * Called with how much of the body is sent. Not with a `fetch` of your own, which knows that itself, nor with
	 * `credentials: 'omit'` or on a form with `rel="noreferrer"`, which `XMLHttpRequest` cannot do.
	 */
	progress?: (progress: Progress) => void;
	/** Replaces the platform's `fetch`. */
	fetch?: typeof globalThis.fetch;
	/** Added to each request. */
	headers?: HeadersInit;
	/** As for `fetch`. Default: the platform's, `same-origin`. */
	credentials?: RequestCredentials;
}

/** An enhanced form. */
export interface Enhancement {
	/** Replaces the `SubmitFunction` or the options. */
	update(submit?: SubmitFunction<any, any> | EnhanceOptions): void;
	/** Gives the form back to the browser. A submission that is in flight goes on. */
	destroy(): void;
}
