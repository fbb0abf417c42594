import type { Submitted, Target } from '../apply/apply-action.ts';
import type { UpdateOptions } from '../apply/plan.ts';
import type { DocumentVisit, GotoOptions } from '../navigation/navigator.ts';
import type { PageAlong } from '../navigation/load/page-along.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { isAborted, untilAborted } from './sent/error-result.ts';
import { loadSecondStage, type SecondStage } from './load-second-stage.ts';
import type { FormRequest } from './read-form.ts';
import type { SubmissionRecord } from './submission-status.ts';
import type { Tell } from './sent/tell.ts';
import type { EnhanceOptions, SubmitCallback, SubmitInput } from './types.ts';
import type { Watch } from './watch.ts';

/** The submissions of one form that are in flight, in the order of their submit events. */
export type InFlight = Set<Submission>;

/** Everything that is read in the submit event, and the collaborators. */
export interface SubmissionInit extends Pick<Submitted, 'isGone'> {
	/** The controls that the user has edited since. */
	edited(secondStage: SecondStage): Element[];
	/** Resets the form, but for those; resolves to them. */
	reset(secondStage: SecondStage): Promise<Element[]>;
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

/** One submission of one form, from the submit event to its last effect. */
export class Submission {
	readonly init: SubmissionInit;
	readonly controller: AbortController = new AbortController();
	/** As the `SubmitFunction` has made it. */
	request: FormRequest;
	/** The submissions of the form that were in flight when this one began. */
	readonly #before: readonly Submission[];
	/** Given to the `SubmitFunction`, which may change it. */
	readonly #input: SubmitInput;
	readonly #watch: Watch;
	/** Without a host: what makes documents of responses. */
	readonly visit: DocumentVisit | undefined;
	readonly #stopListening: (() => void) | undefined;
	readonly #secondStage = loadSecondStage();
	readonly #over: Promise<void>;
	#resolveOver!: () => void;
	/** Whether a later submission was applied, or the user has left the page. */
	#isLate = false;
	#isCancelled = false;
	/** Whether a submission in the same task would take its place. */
	#isPlanned = false;
	/** Whether code of the app runs for this submission: a `goto` is then the app's answer to it. */
	#isInAppCode = true;
	/** Returns the callback again, once the `SubmitFunction` has returned it. */
	#prepared: (() => SubmitCallback | void) | undefined;
	#result: ActionResult | undefined;
	#along: PageAlong | undefined;
	#show: (() => Promise<void>) | undefined;

	private constructor(init: SubmissionInit) {
		const { inFlight, request, submitter, form: formElement, target } = init;
		const { controller } = this;
		this.init = init;
		this.request = request;
		this.#before = [...inFlight];
		inFlight.add(this);
		this.#over = new Promise((resolve) => (this.#resolveOver = resolve));
		const { action, entries: formData } = request;
		const cancel = (): void => void (this.#isCancelled = true);
		this.#input = { action, formData, formElement, submitter, controller, cancel };
		const onLeave = (byApp: boolean): void => {
			if (!byApp || !this.#isInAppCode) this.#isLate = true;
		};
		this.#watch = init.watch(this);
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

	/** Sends the same again. The `SubmitFunction` is not asked again where it has returned. */
	#retry(): Promise<void> {
		return Submission.start({
			...this.init,
			request: this.request,
			options: { ...this.init.options, ...(this.#prepared && { submit: this.#prepared }) },
			isRetry: true
		});
	}

	#count(change: number): void {
		const { store } = this.init.record;
		store.set({ pending: store.current.pending + change, progress: null });
	}

	/** Shows that it is over, the first time. */
	#end(): void {
		if (!this.init.inFlight.delete(this)) return;
		this.#resolveOver();
		this.#watch.stop();
		this.visit?.stop();
		this.#count(-1);
		this.init.tell('end');
	}

	async #run(): Promise<void> {
		try {
			if (!this.init.tell('submit', this.#input)) return;
			const preparing = this.init.options.submit?.(this.#input);
			if (this.#isCancelled) return;
			const aborted = untilAborted(this.controller.signal);
			const result = await Promise.race([this.#exchange(preparing), aborted]);
			if (result) await this.#conclude(result, preparing);
		} catch (cause) {
			await this.#showThrown(cause);
		} finally {
			this.#along?.drop();
			this.#stopListening?.();
			this.#end();
		}
	}

	/** Waits for everything that comes before the request, and for its result; none where it is cancelled. */
	async #exchange(preparing: unknown): Promise<ActionResult | void> {
		const nextTask = this.#waitForNextTask();
		const callback = await preparing;
		this.#isInAppCode = false;
		const { action, formData: entries } = this.#input;
		this.request = { ...this.request, action, entries };
		await nextTask;
		const secondStage = await this.#secondStage.catch(() => null);
		// A submission that is not sent neither waits for others nor replaces them.
		if (this.#isCancelled || this.controller.signal.aborted) return;
		await this.#waitForTurn();
		if (this.#isCancelled) return;
		if (!secondStage || (this.visit && (await this.visit.whyNative()))) {
			// Nothing has left yet, so nothing is lost.
			this.#end();
			return this.#watch.submitNatively();
		}
		const [result, along, show] = await secondStage.exchange(this, !callback);
		this.#along = along;
		this.#show = show;
		if (result.type !== 'error') return result;
		const handedBack = await this.#watch.handBack();
		if (handedBack === true) this.controller.abort();
		// Only without a host, or a policy, is there more to know.
		return handedBack || this.visit ? secondStage.explainError(this, result, handedBack) : result;
	}

	/**
	 * Resolves in the next task. A submission that comes before then takes this one's place and aborts it, as
	 * with the browser's planned navigation (HTML, section 4.10.22.3, step 24).
	 */
	async #waitForNextTask(): Promise<void> {
		// An aborted submission replaces nothing.
		this.#isPlanned = !this.controller.signal.aborted;
		if (this.#isPlanned)
			for (const other of this.#before) if (other.#isPlanned) other.controller.abort();
		await new Promise((resolve) => setTimeout(resolve));
		this.#isPlanned = false;
	}

	/** Resolves when it may be sent: at once, or after those before it. May abort those. */
	async #waitForTurn(): Promise<void> {
		const { concurrency } = this.init.options;
		if (concurrency === 'replace') for (const earlier of this.#before) earlier.controller.abort();
		if (concurrency === 'queue') await Promise.all(this.#before.map((earlier) => earlier.#over));
	}

	async #conclude(
		result: ActionResult,
		preparing: ReturnType<NonNullable<EnhanceOptions['submit']>>
	): Promise<void> {
		// An aborted submission does not wait for its `SubmitFunction`.
		if (isAborted(this.controller.signal)) this.#end();
		this.#isInAppCode = true;
		const callback = await preparing;
		this.#prepared = () => callback;
		const stale = this.#isLate;
		const isInert = stale || isAborted(this.controller.signal);
		if (!isInert) await this.#note(result);
		const update = async (options?: UpdateOptions): Promise<void> => {
			if (!isInert) await this.#apply(result, options);
		};
		this.init.tell('result', { result, stale });
		await (callback ? callback({ ...this.#input, result, stale, update }) : update());
	}

	/** Notes a result that counts: those of earlier submissions of the form are late from now on. */
	async #note(result: ActionResult): Promise<void> {
		const { noteResult } = await this.#secondStage;
		this.#result = result;
		for (const earlier of this.#before) earlier.#isLate = true;
		noteResult(this.init, result, () => this.#retry());
	}

	async #apply(result: ActionResult, options?: UpdateOptions): Promise<void> {
		const secondStage = await this.#secondStage;
		// What the app's code threw is no response.
		if (this.#show && result === this.#result) return this.#show();
		const submitted = {
			...this.init,
			edited: () => this.init.edited(secondStage),
			reset: () => this.init.reset(secondStage),
			isLate: () => this.#isLate
		};
		const wanted = { ...this.init.options, ...options, submitted };
		await secondStage.applyUpdate(result, this.request.action, this.init.target, wanted);
	}

	/** Shows what the app's code threw; where nothing may be shown, the console does. */
	async #showThrown(cause: unknown): Promise<void> {
		// The `SubmitFunction` of an aborted submission usually throws the abort.
		if (this.#isLate || (isAborted(this.controller.signal) && !this.#prepared))
			return console.error(cause);
		try {
			const { thrownResult } = await this.#secondStage;
			const result = thrownResult(cause, this.#result);
			await this.#note(result);
			await this.#apply(result);
		} catch (error) {
			// If the error boundary fails too, all we can do is log.
			console.error(error);
		}
	}
}
