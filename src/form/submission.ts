import type { Submitted, Target } from '../apply/apply-action.ts';
import type { DocumentVisit, GotoOptions } from '../navigation/navigator.ts';
import { loadSecondStage } from './load-second-stage.ts';
import type { FormRequest } from './read-form.ts';
import type { SubmissionRecord } from './submission-status.ts';
import type { Tell } from './sent/tell.ts';
import type { EnhanceOptions, SubmitCallback, SubmitInput } from './types.ts';
import type { Watch } from './watch.ts';

/** The submissions of one form that are in flight, in the order of their submit events. */
export type InFlight = Set<Submission>;

/** What looks after the fields of a form that was submitted. */
export type Fields = Pick<typeof import('./sent/reset.ts'), 'editedSince' | 'resetUnedited'>;

/** Everything that is read in the submit event, and the collaborators. */
export interface SubmissionInit extends Pick<Submitted, 'isGone'> {
	/** The controls that the user has edited since. */
	edited(fields: Fields): Element[];
	/** Resets the form, but for those; resolves to them. */
	reset(fields: Fields): Promise<Element[]>;
	request: FormRequest;
	/** The same each time it is sent. */
	id: string;
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	options: EnhanceOptions;
	gotoOptions: GotoOptions;
	focused: Element | null;
	inFlight: InFlight;
	/** What the result is applied to. */
	target: Target;
	/** Where progress and results are reported. */
	record: SubmissionRecord;
	/** Tells the page what becomes of it. */
	tell: Tell;
	/** Begins to watch the document for a submission. */
	watch(submission: Submission): Watch;
	isRetry: boolean;
}

/** What a `SubmitFunction` returns, in time. */
export type Preparing = Promise<SubmitCallback | void>;

/**
 * One submission of one form, from the submit event to its last effect. The event's part is here; what comes
 * after it is `sent/run-submission.ts`, which a page need not have loaded before.
 */
export class Submission {
	readonly init: SubmissionInit;
	readonly controller: AbortController = new AbortController();
	/** As the `SubmitFunction` has made it. */
	request: FormRequest;
	/** The submissions of the form that were in flight when this one began. */
	readonly before: readonly Submission[];
	/** Given to the `SubmitFunction`, which may change it. */
	readonly input: SubmitInput;
	readonly watch: Watch;
	/** Without a host: what makes documents of responses. */
	readonly visit: DocumentVisit | undefined;
	/** Resolves when it no longer shows. */
	readonly over: Promise<void>;
	/** Whether a later submission was applied, or the user has left the page. */
	isLate = false;
	isCancelled = false;
	/** Whether code of the app runs for this submission: a `goto` is then the app's answer to it. */
	isInAppCode = true;
	/** Whether a submission in the same task would take its place. */
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

	/** Shows that it is over, the first time. */
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
			// A throw is shown, whatever was cancelled.
			this.isCancelled = false;
			return Promise.reject(cause as Error);
		}
	}

	async #run(): Promise<void> {
		try {
			if (!this.init.tell('submit', this.input)) return;
			const preparing = this.#prepare();
			// Until the second stage is there, no one else hears what the app's code throws.
			preparing.catch(this.isCancelled ? (error) => console.error(error) : () => {});
			if (this.isCancelled) return;
			const nextTask = this.#waitForNextTask();
			const secondStage = await loadSecondStage().catch(() => null);
			if (secondStage) await secondStage.runSubmission(this, preparing, nextTask);
			else await this.#submitNatively(preparing, nextTask);
		} catch (error) {
			// Nothing is there to show it.
			console.error(error);
		} finally {
			this.#stopListening?.();
			this.end();
		}
	}

	/** Has the browser send it: nothing has left yet, so nothing is lost. */
	async #submitNatively(preparing: Preparing, nextTask: Promise<void>): Promise<void> {
		await preparing;
		await nextTask;
		if (this.isCancelled || this.controller.signal.aborted) return;
		this.end();
		this.watch.submitNatively();
	}

	/**
	 * Resolves in the next task. A submission that comes before then takes this one's place and aborts it, as
	 * with the browser's planned navigation (HTML, section 4.10.22.3, step 24).
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
