import { applyUpdate, type Submitted, type Target } from '../apply/apply-action.ts';
import { pageAfter, type UpdateOptions } from '../apply/plan.ts';
import type { GotoOptions } from '../navigation/navigator.ts';
import type { PageAlong } from '../navigation/page-along.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { redirectTarget, SUBMISSION_HEADER } from '../protocol/wire.ts';
import type { FormRequest } from './read-form.ts';
import { errorResult, failed, send } from './send.ts';
import { noteResult, type Progress, type SubmissionRecord } from './submission-status.ts';
import type { EnhanceOptions, SubmitCallback, SubmitInput } from './types.ts';

/** The submissions of one form that are in flight, in the order of their submit events. */
export type InFlight = Set<Submission>;

/** Everything that is read in the submit event, and who takes part. */
export interface SubmissionInit {
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
	reset(): Promise<void>;
	isGone(): boolean;
	/** Begins to watch the document for a submission. */
	watch(submission: Submission): Watch;
	isRetry: boolean;
}

/** What the document shows of a submission in flight, and what it says about it. */
export interface Watch {
	/** Has the browser send it where the page's policy lets no script do so. Resolves to whether that was the case. */
	handBack(): Promise<boolean>;
	stop(): void;
}

/** One submission of one form, from the submit event to its last effect. */
export class Submission implements Submitted {
	readonly #init: SubmissionInit;
	/** The submissions of the form that were in flight when this one began. */
	readonly #before: readonly Submission[];
	/** Given to the `SubmitFunction`, which may change it. */
	readonly #input: SubmitInput;
	readonly #watch: Watch;
	readonly #stopListening: (() => void) | undefined;
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

	private constructor(init: SubmissionInit) {
		const { inFlight, target, form: formElement, submitter, request } = init;
		this.#init = init;
		this.#before = [...inFlight];
		inFlight.add(this);
		this.#over = new Promise((resolve) => (this.#resolveOver = resolve));
		this.#input = {
			action: request.action,
			formData: request.entries,
			formElement,
			submitter,
			controller: new AbortController(),
			cancel: () => void (this.#isCancelled = true)
		};
		const onLeave = (byApp: boolean): void => {
			if (!byApp || !this.#isInAppCode) this.#isLate = true;
		};
		this.#watch = init.watch(this);
		this.#stopListening = target.navigator().onLeave?.(onLeave);
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

	get form(): HTMLFormElement {
		return this.#init.form;
	}

	get id(): string {
		return this.#init.id;
	}

	/** The request as the `SubmitFunction` has made it. */
	get request(): FormRequest {
		const { action, formData: entries } = this.#input;
		return { ...this.#init.request, action, entries };
	}

	get options(): EnhanceOptions {
		return this.#init.options;
	}

	get gotoOptions(): GotoOptions {
		return this.#init.gotoOptions;
	}

	get focused(): Element | null {
		return this.#init.focused;
	}

	get isRetry(): boolean {
		return this.#init.isRetry;
	}

	isLate(): boolean {
		return this.#isLate;
	}

	isGone(): boolean {
		return this.#init.isGone();
	}

	reset(): Promise<void> {
		return this.#init.reset();
	}

	abort(): void {
		this.#input.controller.abort();
	}

	get #signal(): AbortSignal {
		return this.#input.controller.signal;
	}

	/** A time-out aborts with an error, and counts as a result. */
	get #isAborted(): boolean {
		return this.#signal.aborted && !(this.#signal.reason instanceof SoftpostError);
	}

	#count(change: number): void {
		const { store } = this.#init.record;
		store.set({ pending: store.current.pending + change, progress: null });
	}

	/** Shows that it is over, the first time. */
	#end(): void {
		if (!this.#init.inFlight.delete(this)) return;
		this.#resolveOver();
		this.#watch.stop();
		this.#count(-1);
	}

	async #run(): Promise<void> {
		try {
			const preparing = this.options.submit?.(this.#input);
			if (this.#isCancelled) return;
			const result = await Promise.race([this.#exchange(preparing), this.#untilAborted()]);
			if (result) await this.#conclude(result, preparing);
		} catch (cause) {
			await this.#showThrown(cause);
		} finally {
			this.#along?.drop();
			this.#stopListening?.();
			this.#end();
		}
	}

	/** Resolves as soon as it is aborted, whatever it waits for. */
	#untilAborted(): Promise<ActionResult> {
		return new Promise((resolve) => {
			const onAbort = (): void => resolve(failed(this.#signal));
			if (this.#signal.aborted) onAbort();
			this.#signal.addEventListener('abort', onAbort);
		});
	}

	/** Waits for everything that comes before the request, and for its result; none where it is cancelled. */
	async #exchange(preparing: unknown): Promise<ActionResult | void> {
		const nextTask = this.#waitForNextTask();
		const callback = await preparing;
		this.#isInAppCode = false;
		await nextTask;
		// What is not sent neither waits for others nor takes their place.
		if (this.#isCancelled || this.#signal.aborted) return;
		await this.#waitForTurn();
		if (!this.#isCancelled) return this.#send(!callback);
	}

	/**
	 * Resolves in the next task. A submission that comes before then takes this one's place and aborts it, as
	 * with the browser's planned navigation (HTML, section 4.10.22.3, step 24).
	 */
	async #waitForNextTask(): Promise<void> {
		// One that is given up already takes nobody's place.
		this.#isPlanned = !this.#signal.aborted;
		if (this.#isPlanned) for (const other of this.#before) if (other.#isPlanned) other.abort();
		await new Promise((resolve) => setTimeout(resolve));
		this.#isPlanned = false;
	}

	/** Resolves when it may be sent: at once, or after those before it. May abort those. */
	async #waitForTurn(): Promise<void> {
		const { concurrency } = this.options;
		if (concurrency === 'replace') for (const earlier of this.#before) earlier.abort();
		if (concurrency === 'queue') await Promise.all(this.#before.map((earlier) => earlier.#over));
	}

	async #send(isCertain: boolean): Promise<ActionResult> {
		const { target, id, options, isRetry } = this.#init;
		const { action } = this.#input;
		const navigator = target.navigator();
		const wanted = pageAfter(action, navigator.here(), options);
		// A retry may get a response that was recorded, with the page of that time. A time-out counts the action
		// alone, and not what a page takes.
		const isUseless = isRetry || options.invalidateAll === false || !!options.timeout;
		const along = (this.#along = navigator.askAlong?.(isUseless ? null : wanted, isCertain));
		const stopTimeout = this.#startTimeout();
		const { result, page } = await send(
			this.request,
			{ [SUBMISSION_HEADER]: id, ...along?.headers },
			this.#transport(),
			{ signal: this.#signal, decoders: navigator.decoders }
		).finally(stopTimeout);
		if (result.type === 'error' && (await this.#watch.handBack())) this.abort();
		const url = result.type === 'redirect' ? redirectTarget(result.location, action) : wanted;
		along?.arrive(url ?? wanted, url ? page : undefined);
		return result;
	}

	/** Aborts it after some milliseconds, unless its response comes before. */
	#startTimeout(): () => void {
		const { timeout } = this.options;
		const error = new SoftpostError('timeout', 'The server took too long', { timeout });
		const timer = timeout && setTimeout(() => this.#input.controller.abort(error), timeout);
		const stop = (): void => clearTimeout(timer);
		this.#signal.addEventListener('abort', stop);
		return stop;
	}

	/** How to send; with reports of progress, which are loaded when the first form asks for them. */
	#transport(): EnhanceOptions {
		const { options, record } = this.#init;
		const { progress } = options;
		if (!progress || options.fetch) return options;
		const report = (now: Progress): void => {
			record.store.set({ progress: now });
			progress(now);
		};
		const fetch: EnhanceOptions['fetch'] = async (...request) =>
			(await import('./upload.ts')).createUpload(report)(...request);
		return { ...options, fetch };
	}

	async #conclude(
		result: ActionResult,
		preparing: ReturnType<NonNullable<EnhanceOptions['submit']>>
	): Promise<void> {
		// An aborted submission does not wait for its `SubmitFunction`.
		if (this.#isAborted) this.#end();
		this.#isInAppCode = true;
		const callback = await preparing;
		this.#prepared = () => callback;
		const stale = this.#isLate;
		const isInert = stale || this.#isAborted;
		if (!isInert) this.#note(result);
		const update = async (options?: UpdateOptions): Promise<void> => {
			if (!isInert) await this.#apply(result, options);
		};
		await (callback ? callback({ ...this.#input, result, stale, update }) : update());
	}

	/** Notes a result that counts: those of earlier submissions of the form are late from now on. */
	#note(result: ActionResult): void {
		this.#result = result;
		for (const earlier of this.#before) earlier.#isLate = true;
		noteResult(this.#init.record, result, () => this.#retry());
	}

	/** Sends the same again. The `SubmitFunction` is not asked again where it has returned. */
	#retry(): Promise<void> {
		return Submission.start({
			...this.#init,
			request: this.request,
			options: { ...this.options, ...(this.#prepared && { submit: this.#prepared }) },
			isRetry: true
		});
	}

	#apply(result: ActionResult, options?: UpdateOptions): Promise<void> {
		const { target } = this.#init;
		return applyUpdate(result, this.#input.action, target, {
			...this.options,
			...options,
			submitted: this
		});
	}

	/** Shows what the app's code threw; where nothing may be shown, the console does. */
	async #showThrown(cause: unknown): Promise<void> {
		// A preparation that was given up most often throws just that.
		if (this.#isLate || (this.#isAborted && !this.#prepared)) return console.error(cause);
		const result = this.#thrownResult(cause);
		this.#note(result);
		// If the error boundary fails too, all we can do is log.
		await this.#apply(result).catch((cause) => console.error(cause));
	}

	#thrownResult(cause: unknown): ActionResult {
		// There was a result, and the fresh data that its `update` asked for could not be loaded.
		if (cause instanceof SoftpostError && cause.code === 'network') return errorResult(cause);
		// Environments of tests may lack `reportError`.
		(globalThis.reportError ?? console.error)(cause);
		// A callback that throws for an error result leaves it to be shown.
		if (this.#result?.type === 'error') return this.#result;
		return errorResult(new SoftpostError('callback', 'Internal Error', {}, { cause }));
	}
}
