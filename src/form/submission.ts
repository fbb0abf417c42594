import type { Submitted, Target } from '../apply/apply-action.ts';
import type { DocumentVisit, GotoOptions } from '../navigation/navigator.ts';
import { loadSecondStage } from './load-second-stage.ts';
import type { FormRequest } from './read-form.ts';
import type { SubmissionRecord } from './submission-status.ts';
import type { Tell } from './sent/tell.ts';
import type { EnhanceOptions, SubmitCallback, SubmitInput } from './types.ts';
import type { Watch } from './watch.ts';

/** The submissions of a form that are in flight, in the order of their submit events. */
export type InFlight = Set<Submission>;

/** The functions for the fields of a submitted form, which the second stage brings. */
export type Fields = Pick<typeof import('./sent/reset.ts'), 'editedSince' | 'resetUnedited'>;

/** Everything that was read in the submit event, and the collaborators. */
export interface SubmissionInit extends Pick<Submitted, 'isGone'> {
	/** The controls that the user has edited since the submit event. */
	edited(fields: Fields): Element[];
	/** Resets the form except those controls, and resolves to them. */
	reset(fields: Fields): Promise<Element[]>;
	request: FormRequest;
	/** The same for each retry. */
	id: string;
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	options: EnhanceOptions;
	gotoOptions: GotoOptions;
	focused: Element | null;
	inFlight: InFlight;
	/** The target that the result is applied to. */
	target: Target;
	/** Where progress and results are reported. */
	record: SubmissionRecord;
	/** Dispatches the events of the submission. */
	tell: Tell;
	/** Starts to watch the document for a submission. */
	watch(submission: Submission): Watch;
	isRetry: boolean;
	/** Notes what is to be undone when the form is given back to the browser. */
	onDestroy(undo: () => void): void;
}

/** The promised result of a `SubmitFunction`. */
export type Preparing = Promise<SubmitCallback | void>;

/**
 * One submission of one form, from the submit event to its last effect. This file is the part within the event; the
 * rest, `sent/run-submission.ts`, is loaded on demand.
 */
export class Submission {
	readonly init: SubmissionInit;
	readonly controller: AbortController = new AbortController();
	/** The request, with the changes of the `SubmitFunction`. */
	request: FormRequest;
	/** The submissions of the form that were in flight when this one began. */
	readonly before: readonly Submission[];
	/** The argument of the `SubmitFunction`, which may change it. */
	readonly input: SubmitInput;
	readonly watch: Watch;
	/** Without a host: turns responses into documents. */
	readonly visit: DocumentVisit | undefined;
	/** Resolves when the submission has ended. */
	readonly over: Promise<void>;
	/** Whether a later submission was applied, or the user has left the page. */
	isLate = false;
	isCancelled = false;
	/** Whether code of the app is running for this submission: then a `goto` is part of it, and does not make it late. */
	isInAppCode = true;
	/** Whether another submission in the same task would replace this one. */
	#isPlanned = false;
	readonly #stopListening: (() => void) | undefined;
	#resolveOver!: () => void;

	private constructor(init: SubmissionInit) {
		const { inFlight, request, submitter, form: formElement, target } = init;
		const { controller } = this;
		this.init = init;
		this.request = request;
		this.before = [...inFlight];
		inFlight.add(this);
		this.over = new Promise((resolve) => (this.#resolveOver = resolve));
		const { action, entries: formData } = request;
		const cancel = (): void => void (this.isCancelled = true);
		this.input = { action, formData, formElement, submitter, controller, cancel };
		const onLeave = (byApp: boolean): void => {
			if (!byApp || !this.isInAppCode) this.isLate = true;
		};
		this.watch = init.watch(this);
		const { onLeave: listen, documents } = target.navigator();
		this.#stopListening = listen?.(onLeave);
		this.visit = documents?.begin(formElement);
		this.#count(1);
	}

	/**
	 * Runs a submission. Everything up to the first `await` happens in the submit event.
	 *
	 * @returns a promise that resolves after the last effect
	 */
	static async start(init: SubmissionInit): Promise<void> {
		if (init.options.concurrency === 'drop' && init.inFlight.size) return;
		await new Submission(init).#run();
	}

	#count(change: number): void {
		const { store } = this.init.record;
		store.set({ pending: store.current.pending + change, progress: null });
	}

	/** Ends the submission, once: removes the marks and dispatches the event. */
	end(): void {
		if (!this.init.inFlight.delete(this)) return;
		this.#resolveOver();
		this.watch.stop();
		this.visit?.stop();
		this.#count(-1);
		this.init.tell('end');
	}

	#prepare(): Preparing {
		try {
			return Promise.resolve(this.init.options.submit?.(this.input));
		} catch (cause) {
			// The error must show, even if the submission was cancelled before.
			this.isCancelled = false;
			return Promise.reject(cause as Error);
		}
	}

	async #run(): Promise<void> {
		try {
			if (!this.init.tell('submit', this.input)) return;
			const preparing = this.#prepare();
			// Until the second stage is loaded, nothing else handles an error of the app's code.
			preparing.catch(this.isCancelled ? (error) => console.error(error) : () => {});
			if (this.isCancelled) return;
			const nextTask = this.#waitForNextTask();
			const secondStage = await loadSecondStage().catch(() => null);
			if (secondStage) await secondStage.runSubmission(this, preparing, nextTask);
			else await this.#submitNatively(preparing, nextTask);
		} catch (error) {
			// There is nothing that could show it.
			console.error(error);
		} finally {
			this.#stopListening?.();
			this.end();
		}
	}

	/** Lets the browser send it instead: nothing has been sent yet, so it is not sent twice. */
	async #submitNatively(preparing: Preparing, nextTask: Promise<void>): Promise<void> {
		await preparing;
		await nextTask;
		if (this.isCancelled || this.controller.signal.aborted) return;
		this.end();
		this.watch.submitNatively();
	}

	/**
	 * Resolves in the next task. Another submission before then aborts this one and replaces it, like the browser's
	 * planned navigation (HTML, section 4.10.22.3, step 24).
	 */
	async #waitForNextTask(): Promise<void> {
		// An aborted submission replaces nothing.
		this.#isPlanned = !this.controller.signal.aborted;
		if (this.#isPlanned)
			for (const other of this.before) if (other.#isPlanned) other.controller.abort();
		await new Promise((resolve) => setTimeout(resolve));
		this.#isPlanned = false;
	}
}
