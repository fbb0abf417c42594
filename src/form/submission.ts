import { listen } from '../dom/listen.ts';
import type { Parts, Target } from '../apply/target.ts';
import type { DocumentVisit, GotoOptions } from '../navigation/navigator.ts';
import { loadSecondStage } from './load-second-stage.ts';
import type { FormState } from './native-form.ts';
import type { FormRequest } from './read-form.ts';
import type { Policy } from './sent/watch-policy.ts';
import type { SubmissionRecord } from './submission-status.ts';
import type { Tell } from './tell.ts';
import type { EnhanceOptions, SubmitCallback, SubmitInput } from './types.ts';

/** The submissions of a form that are in flight, in the order of their submit events. */
export type InFlight = Set<Submission>;

/** Everything that was read in the submit event, and the collaborators. */
export interface SubmissionInit {
	request: FormRequest;
	/** The values of the controls. */
	state: FormState;
	/** The same for each retry; the first one makes it. */
	id?: string;
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	/** The URL of the page. */
	from: string;
	options: EnhanceOptions;
	gotoOptions: GotoOptions;
	focused: Element | null;
	inFlight: InFlight;
	/** The parts of the instance, which the result is applied with. */
	parts: Parts;
	/** Where progress and results are reported. */
	record: SubmissionRecord;
	/** Dispatches the events of the submission. */
	tell: Tell;
	/** Shows on the form that the submission is in flight, and returns the undo. */
	mark(): () => void;
	/** Lets the browser submit the form. */
	submitNatively(): void;
	isRetry?: boolean;
	/** Notes what is to be undone when the form is given back to the browser. */
	onDestroy(undo: () => void): void;
}

/** The promised result of a `SubmitFunction`. */
export type Preparing = Promise<SubmitCallback | void>;

/** One submission of one form, from the submit event to its last effect. */
export interface Submission {
	readonly init: SubmissionInit;
	readonly controller: AbortController;
	/** The request, with the changes of the `SubmitFunction`. */
	request: FormRequest;
	/** The submissions of the form that were in flight when this one began. */
	readonly before: readonly Submission[];
	/** The argument of the `SubmitFunction`, which may change it. */
	readonly input: SubmitInput;
	/** Resolves when the submission has ended. */
	readonly over: Promise<void>;
	/** Whether a later submission was applied, or the user has left the page. */
	isLate?: boolean;
	isCancelled?: boolean;
	/** Whether the response is awaited. Until then, and after it, a `goto` of the app is part of this submission, and does not make it late. */
	isSent?: boolean;
	/** Whether another submission in the same task would replace this one. */
	isPlanned?: boolean;
	/** Call it when the user leaves the page; `byApp` says that the app's code did it. */
	onLeave(byApp: boolean): void;
	/** Stops to listen for that. */
	stopListening?: (() => void) | undefined;
	/** Ends the submission, once: removes the marks and dispatches the event. */
	end(): void;
}

/** A submission in the second stage. */
export interface SentSubmission extends Submission {
	readonly target: Target;
	/** Without a host: turns responses into documents. */
	readonly visit: DocumentVisit | undefined;
	/** What the page's policy says about the request. */
	readonly policy: Policy;
}

/** Calls the `SubmitFunction`. */
const prepare = async (submission: Submission): Preparing => {
	try {
		// Only an error within the event is caught: a promise is not awaited.
		return submission.init.options.submit?.(submission.input);
	} catch (cause) {
		// The error must show, even if the submission was cancelled before.
		submission.isCancelled = false;
		throw cause;
	}
};

/**
 * Resolves in the next task. Another submission before then aborts this one and replaces it, like the browser's
 * planned navigation (HTML, section 4.10.22.3, step 24).
 */
const waitForNextTask = async (submission: Submission): Promise<void> => {
	// An aborted submission replaces nothing.
	submission.isPlanned = !submission.controller.signal.aborted;
	if (submission.isPlanned)
		for (const other of submission.before) if (other.isPlanned) other.controller.abort();
	await new Promise((resolve) => setTimeout(resolve));
	submission.isPlanned = false;
};

const run = async (submission: Submission): Promise<void> => {
	const { init, input, controller } = submission;
	if (!init.tell('submit', input)) return;
	const preparing = prepare(submission);
	// Until the second stage is loaded, nothing else handles an error of the app's code.
	preparing.catch(submission.isCancelled ? console.error : () => {});
	if (submission.isCancelled) return;
	const nextTask = waitForNextTask(submission);
	const secondStage = await loadSecondStage(init.parts).catch(() => null);
	if (secondStage) return secondStage.runSubmission(submission, preparing, nextTask);
	await preparing;
	await nextTask;
	if (submission.isCancelled || controller.signal.aborted) return;
	// The browser sends it instead: nothing has been sent yet, so it is not sent twice.
	submission.end();
	init.submitNatively();
};

/**
 * Runs a submission. Everything up to the first `await` happens in the submit event. The rest,
 * `sent/run-submission.ts`, is loaded on demand.
 *
 * @returns a promise that resolves after the last effect
 */
export const startSubmission = async (init: SubmissionInit): Promise<void> => {
	const { inFlight, request, form: formElement, submitter, options, parts, record, tell } = init;
	if (options.concurrency === 'drop' && inFlight.size) return;
	const { action, entries: formData } = request;
	const controller = new AbortController();
	const cancel = (): void => void (submission.isCancelled = true);
	const count = (change: number): void =>
		record.store.set({ pending: record.store.current.pending + change, progress: null });
	let resolveOver!: () => void;
	const submission: Submission = {
		init,
		controller,
		request,
		before: [...inFlight],
		input: { action, formData, formElement, submitter, controller, cancel },
		over: new Promise((resolve) => (resolveOver = resolve)),
		onLeave(byApp) {
			if (!byApp || submission.isSent) submission.isLate = true;
		},
		end() {
			if (!inFlight.delete(submission)) return;
			resolveOver();
			unmark();
			stopWatching();
			count(-1);
			tell('end');
		}
	};
	inFlight.add(submission);
	const unmark = init.mark();
	// The requests of a page that returns from the back/forward cache are dead.
	const stopWatching = listen(window, 'pageshow', ({ persisted }) => {
		if (persisted) controller.abort();
	});
	submission.stopListening = parts.navigator()?.onLeave?.(submission.onLeave);
	count(1);
	try {
		await run(submission);
	} catch (error) {
		// There is nothing that could show it.
		console.error(error);
	} finally {
		submission.stopListening?.();
		submission.end();
	}
};
