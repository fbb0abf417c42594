import { carryOut } from '../apply/apply-action.ts';
import { planUpdate, type UpdateOptions } from '../apply/plan.ts';
import type { ActionResult } from '../protocol/action-result.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { Job } from './job.ts';
import type { Turn } from './lifecycle.ts';
import { freshPage, isAborted, request, untilAborted } from './request.ts';
import type { Answer } from './send.ts';
import { noteResult } from './submission-status.ts';
import type { SubmitCallback, SubmitInput } from './types.ts';

/** A job that is being done. */
interface Run {
	job: Job;
	turn: Turn;
	/** What the `SubmitFunction` is given, and may change. */
	input: SubmitInput;
	isCancelled(): boolean;
	/** What the `SubmitFunction` returned, once it has. */
	callback?: SubmitCallback | void;
	/** Shows that it is over, the first time it is called. */
	end(): void;
}

const createInput = ({
	form: formElement,
	submitter,
	submission: { action, entries: formData }
}: Job): Pick<Run, 'input' | 'isCancelled'> => {
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
	return { input, isCancelled: () => cancelled };
};

/** Begins a job, which shows from now on; `null` where another one is under way that comes first. */
const begin = (job: Job): Run | null => {
	const { lifecycle, options, submissions } = job;
	const { input, isCancelled } = createInput(job);
	const turn = lifecycle.begin(input.controller, options.concurrency);
	if (!turn) return null;
	const { store } = submissions;
	const close = job.open(input);
	store.set({ pending: store.current.pending + 1 });
	const end = (): void => {
		if (!turn.end()) return;
		close();
		store.set({ pending: store.current.pending - 1, progress: null });
	};
	return { job, turn, input, isCancelled, end };
};

/** Sends the same once more. It is prepared already, where the `SubmitFunction` got that far. */
const sendAgain = (run: Run): Promise<void> => {
	const { job, input, callback } = run;
	const { action, formData: entries } = input;
	const submission = { ...job.submission, action, entries };
	const options = 'callback' in run ? { ...job.options, submit: () => callback } : job.options;
	return submitForm({ ...job, submission, options, again: true });
};

/** Applies an answer as `update` does. */
const apply = (
	{ job, turn, input }: Run,
	answer: Answer,
	update?: UpdateOptions
): Promise<void> => {
	const { target, options, again } = job;
	const bringBack = (again || !!target.page.current.error) && target.isGone?.();
	const wanted = { ...options, ...update, bringBack };
	const steps = planUpdate(answer.result, input.action, target.navigator().here(), wanted);
	const fresh = freshPage(job, input.action, answer, update);
	return carryOut(steps, { ...target, fresh, isLate: turn.isStale });
};

const note = (run: Run, result: ActionResult): void =>
	noteResult(run.job.submissions, result, () => sendAgain(run));

/** Waits for everything that comes before the request, and for its answer; nothing where it is cancelled. */
const answer = async (
	{ job, turn, input, isCancelled }: Run,
	preparing: unknown
): Promise<Answer | void> => {
	const planned = turn.plan();
	await preparing;
	await planned;
	// What is not sent neither waits for others nor takes their place.
	if (isCancelled() || input.controller.signal.aborted) return;
	await turn.come(job.options.concurrency);
	if (!isCancelled()) return request(job, input);
};

const conclude = async (
	run: Run,
	answer: Answer,
	preparing: Promise<SubmitCallback | void> | SubmitCallback | void
): Promise<void> => {
	const { turn, input } = run;
	const { signal } = input.controller;
	// Whoever has aborted it need not wait for its preparation.
	if (isAborted(signal)) run.end();
	const callback = (run.callback = await preparing);
	const { result } = answer;
	const stale = turn.isStale();
	const inert = stale || isAborted(signal);
	if (!inert) {
		turn.apply();
		note(run, result);
	}
	const update = async (update?: UpdateOptions): Promise<void> => {
		if (!inert) await apply(run, answer, update);
	};
	await (callback ? callback({ ...input, result, stale, update }) : update());
};

/** Whether the answer was there, and the fresh data that its `update` asked for could not be had. */
const isUnreached = (cause: unknown): cause is SoftpostError =>
	cause instanceof SoftpostError && cause.code === 'network';

/** Shows what a `SubmitFunction` or its callback threw; where nothing may be shown, the console does. */
const showThrown = async (run: Run, cause: unknown): Promise<void> => {
	const { turn, input } = run;
	// A preparation that was given up most often throws just that.
	const given = isAborted(input.controller.signal) && !('callback' in run);
	if (given || turn.isStale()) return console.error(cause);
	turn.apply();
	const error = isUnreached(cause)
		? cause
		: new SoftpostError('callback', 'A submit function threw', {}, { cause });
	const result: ActionResult = { type: 'error', error };
	note(run, result);
	if (run.job.options.onError === 'keep') console.error(error);
	// Nobody is left who could show that there is no way to show it.
	await apply(run, { result }).catch((cause) => console.error(cause));
};

/**
 * Runs one submission of one form, from the event to its last effect. Everything up to the first
 * `await` happens in the submit event.
 *
 * @returns a promise that resolves after the last effect
 */
export const submitForm = async (job: Job): Promise<void> => {
	const run = begin(job);
	if (!run) return;
	const { input, isCancelled } = run;
	try {
		const preparing = job.options.submit?.(input);
		if (isCancelled()) return;
		const answered = await Promise.race([
			answer(run, preparing),
			untilAborted(input.controller.signal)
		]);
		if (answered) await conclude(run, answered, preparing);
	} catch (cause) {
		await showThrown(run, cause);
	} finally {
		run.end();
	}
};
