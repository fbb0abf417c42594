import { carryOut, type Target } from '../apply/apply-action.ts';
import { pageAfter, planUpdate, type UpdateOptions } from '../apply/plan.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { PAGE_DATA_HEADER, SUBMISSION_HEADER } from '../protocol/wire.ts';
import type { Lifecycle, Turn } from './lifecycle.ts';
import { failed, send, type Answer } from './send.ts';
import { noteResult, type Progress, type Submissions } from './submission-status.ts';
import type { Submission } from './submission.ts';
import type { EnhanceOptions, SubmitFunction, SubmitInput } from './types.ts';

/** Everything about one submission that is read in its event. */
export interface Job {
	submission: Submission;
	/** The same each time it is sent. */
	id: string;
	form: HTMLFormElement;
	submitter: HTMLElement | null;
	options: EnhanceOptions;
	/** What the result is applied to. */
	target: Target;
	lifecycle: Lifecycle;
	/** Where is told how it goes. */
	submissions: Submissions;
	/** Counts what is sent and what is answered, of all forms. */
	traffic: { count: number };
	/** Shows that it is under way; what it returns shows that it is over. */
	open(controller: AbortController): () => void;
	/** Whether it was sent before, and failed. */
	again?: boolean;
}

const callbackError = (cause: unknown): ActionResult => ({
	type: 'error',
	error: new SoftpostError('callback', 'A submit function threw', {}, { cause })
});

/** What the `SubmitFunction` is given, and whether it has called `cancel`. */
const createInput = ({
	form: formElement,
	submitter,
	submission: { action, entries: formData }
}: Job): [input: SubmitInput, isCancelled: () => boolean] => {
	let cancelled = false;
	const input: SubmitInput = {
		action,
		formData,
		formElement,
		submitter,
		controller: new AbortController(),
		cancel: () => {
			cancelled = true;
		}
	};
	return [input, () => cancelled];
};

/** Resolves as soon as a submission is aborted, whatever it waits for. */
const untilAborted = (signal: AbortSignal): Promise<Answer> =>
	new Promise((resolve) => {
		const onAbort = (): void => resolve(failed(signal));
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort);
	});

/** Aborts a submission after some milliseconds, unless the undo is called before. */
const startTimeout = (controller: AbortController, timeout: number | undefined): (() => void) => {
	const error = new SoftpostError('timeout', 'The server took too long', { timeout });
	const timer = timeout && setTimeout(() => controller.abort(error), timeout);
	return () => clearTimeout(timer);
};

/** A time-out aborts with its own error, and is applied as any other. */
const isAborted = ({ aborted, reason }: AbortSignal): boolean =>
	aborted && !(reason instanceof SoftpostError);

/** Asks the server to send along the page that a success will show. */
const wishFor = ({ target, options, again }: Job, action: URL): Record<string, string> => {
	const { here, invalidateAll } = target.navigator();
	// What a copy is answered was recorded, with the page of that time.
	if (!invalidateAll || options.invalidateAll === false || again) return {};
	const { pathname, search } = pageAfter(action, here(), options);
	return { [PAGE_DATA_HEADER]: pathname + search };
};

/** How to send with reports of progress, which is loaded when the first form asks for it. */
const transportOf = ({ options, submissions }: Job): EnhanceOptions => {
	const { progress, fetch } = options;
	if (!progress || fetch) return options;
	const report = (now: Progress): void => {
		submissions.store.set({ progress: now });
		progress(now);
	};
	return {
		...options,
		fetch: async (...request) => (await import('./upload.ts')).createUpload(report)(...request)
	};
};

const request = async (
	job: Job,
	{ action, formData: entries, controller }: SubmitInput
): Promise<Answer> => {
	const { submission, options, target, traffic, id } = job;
	const { signal } = controller;
	const stop = startTimeout(controller, options.timeout);
	signal.addEventListener('abort', stop);
	const sent = ++traffic.count;
	const { result, page } = await send(
		{ ...submission, action, entries },
		{ [SUBMISSION_HEADER]: id, ...wishFor(job, action) },
		transportOf(job),
		signal,
		target.navigator().decoders
	);
	stop();
	// What another submission did meanwhile may not be in the page that came along.
	const alone = sent === traffic.count;
	traffic.count += 1;
	return { result, page: alone && !job.again ? page : undefined };
};

/** Applies an answer as `update` does. */
const applyAnswer = (
	{ target, options, again }: Job,
	{ isStale }: Turn,
	action: URL,
	{ result, page }: Answer,
	update?: UpdateOptions
): Promise<void> => {
	const bringBack = again && target.isGone?.();
	const here = target.navigator().here();
	return carryOut(planUpdate(result, action, here, { ...options, ...update, bringBack }), {
		...target,
		fresh: page,
		isLate: isStale
	});
};

/** Begins a submission, which shows itself from now until the undo is called. */
const begin = (job: Job, controller: AbortController): [turn: Turn, end: () => void] | null => {
	const { store } = job.submissions;
	const turn = job.lifecycle.begin(controller, job.options.concurrency);
	if (!turn) return null;
	const close = job.open(controller);
	store.set({ pending: store.current.pending + 1 });
	const end = (): void => {
		if (!turn.end()) return;
		close();
		store.set({ pending: store.current.pending - 1, progress: null });
	};
	return [turn, end];
};

/**
 * Runs one submission of one form, from the event to its last effect. Everything up to the first
 * `await` happens in the submit event.
 *
 * @returns a promise that resolves after the last effect
 */
export const submitForm = async (job: Job): Promise<void> => {
	const { options, submissions } = job;
	const [input, isCancelled] = createInput(job);
	const { signal } = input.controller;
	const begun = begin(job, input.controller);
	if (!begun) return;
	const [turn, end] = begun;
	let submit: SubmitFunction<any, any> | undefined = options.submit;

	const again = (): Promise<void> => {
		const { action, formData: entries } = input;
		const submission = { ...job.submission, action, entries };
		return submitForm({
			...job,
			submission,
			options: { ...options, submit: submit! },
			again: true
		});
	};

	const conclude = async (answer: Answer, preparing: ReturnType<SubmitFunction> | undefined) => {
		if (isAborted(signal)) end();
		const callback = await preparing;
		// Sent again, it is not prepared again.
		submit = () => callback;
		const { result } = answer;
		const stale = turn.isStale();
		const inert = stale || isAborted(signal);
		if (!inert) {
			turn.apply();
			noteResult(submissions, result, again);
		}
		const update = async (update?: UpdateOptions): Promise<void> => {
			if (!inert) await applyAnswer(job, turn, input.action, answer, update);
		};
		await (callback ? callback({ ...input, result, stale, update }) : update());
	};

	try {
		const preparing = submit?.(input);
		if (isCancelled()) return;
		const planned = turn.plan();
		const answering = async (): Promise<Answer | undefined> => {
			await preparing;
			await planned;
			await turn.come(options.concurrency);
			if (!isCancelled()) return request(job, input);
		};
		const answer = await Promise.race([answering(), untilAborted(signal)]);
		if (answer) await conclude(answer, preparing);
	} catch (cause) {
		const result = callbackError(cause);
		if (turn.isStale()) return console.error(cause);
		noteResult(submissions, result, again);
		await applyAnswer(job, turn, input.action, { result });
	} finally {
		end();
	}
};
