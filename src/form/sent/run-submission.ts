import { applyUpdate } from '../../apply/apply-action.ts';
import type { UpdateOptions } from '../../apply/plan.ts';
import { targetOf } from '../../apply/target.ts';
import type { PageAlong } from '../../navigation/load/page-along.ts';
import type { ActionResult } from '../../protocol/action-result.ts';
import { submissionId } from '../../protocol/submission-id.ts';
import {
	startSubmission,
	type Preparing,
	type SentSubmission,
	type Submission
} from '../submission.ts';
import { explainError, isAborted, thrownResult, untilAborted } from './error-result.ts';
import { exchange } from './exchange.ts';
import { noteResult } from './note-result.ts';
import { isOver, refuse } from './refuse.ts';
import { submittedForm } from './submitted-form.ts';
import { watchPolicy } from './watch-policy.ts';

/** The state of a submission that has been sent. */
interface Sent {
	/** The last result that counted. */
	result?: ActionResult;
	along?: PageAlong | undefined;
	/** Shows a response that is not an action result. */
	show?: (() => Promise<void>) | undefined;
	/** Resubmits the same data. */
	retry(): Promise<void>;
}

/** Resolves when the submission may be sent: at once, or after the earlier ones. May abort those. */
const waitForTurn = async ({ before, init }: Submission): Promise<void> => {
	const { concurrency } = init.options;
	if (concurrency === 'replace') for (const earlier of before) earlier.controller.abort();
	if (concurrency === 'queue') await Promise.all(before.map((earlier) => earlier.over));
};

/** Sends a submission when it is its turn. Returns the result, or nothing if it was cancelled. */
const sendInTurn = async (
	submission: SentSubmission,
	sent: Sent,
	preparing: Preparing,
	nextTask: Promise<void>
): Promise<ActionResult | void> => {
	const { init, policy, target, visit } = submission;
	const callback = await preparing;
	submission.isSent = true;
	const { action, formData: entries } = submission.input;
	submission.request = { ...submission.request, action, entries };
	await nextTask;
	// A cancelled submission neither waits for others nor replaces them.
	const refused = await refuse(submission);
	if (refused || isOver(submission)) return refused;
	await waitForTurn(submission);
	if (submission.isCancelled) return;
	if (visit && (await visit.whyNative())) {
		submission.end();
		return init.submitNatively();
	}
	const [result, along, show] = await exchange(submission, !callback);
	Object.assign(sent, { along, show });
	if (result.type !== 'error') return result;
	// Without a host the server may be any server, so it must get exactly what the browser would send.
	const handedBack = await policy.handBack(target.navigator().documents ? undefined : init.id);
	if (handedBack === true) submission.controller.abort();
	// Only a page without a host, or a policy, has a more precise error.
	return handedBack || visit ? explainError(submission, result, handedBack) : result;
};

/** Records a result. From now on, earlier submissions of the form are late. */
const note = (submission: SentSubmission, sent: Sent, result: ActionResult): void => {
	sent.result = result;
	for (const earlier of submission.before) earlier.isLate = true;
	noteResult(submission.init, result, sent.retry);
};

const apply = async (
	submission: SentSubmission,
	sent: Sent,
	result: ActionResult,
	options?: UpdateOptions
): Promise<void> => {
	// An error of the app's code has no response to show.
	if (sent.show && result === sent.result) return sent.show();
	const { init, request, target } = submission;
	const submitted = {
		...init,
		...submittedForm(init),
		isRetry: !!init.isRetry,
		isLate: () => !!submission.isLate
	};
	await applyUpdate(result, request.action, target, {
		...init.options,
		...options,
		submitted
	});
};

const conclude = async (
	submission: SentSubmission,
	sent: Sent,
	result: ActionResult,
	preparing: Preparing
): Promise<void> => {
	const { signal } = submission.controller;
	// An aborted submission does not wait for its `SubmitFunction`.
	if (isAborted(signal)) submission.end();
	submission.isSent = false;
	const callback = await preparing;
	const stale = !!submission.isLate;
	// It may also be aborted while its callback runs, before `update` is called.
	const isInert = (): boolean => !!submission.isLate || isAborted(signal);
	if (!isInert()) note(submission, sent, result);
	const update = async (options?: UpdateOptions): Promise<void> => {
		if (!isInert()) await apply(submission, sent, result, options);
	};
	submission.init.tell('result', { result, stale });
	await (callback ? callback({ ...submission.input, result, stale, update }) : update());
};

/** Shows an error of the app's code. If nothing may be shown, only logs it. */
const showThrown = async (
	submission: SentSubmission,
	sent: Sent,
	cause: unknown,
	isPrepared: boolean
): Promise<void> => {
	const { signal } = submission.controller;
	// The code of an aborted submission usually throws its `AbortError`.
	const isAbort = isAborted(signal) && (!isPrepared || cause === signal.reason);
	if (submission.isLate || isAbort) return console.error(cause);
	try {
		const result = thrownResult(cause, sent.result);
		note(submission, sent, result);
		await apply(submission, sent, result);
	} catch (error) {
		// If the error boundary fails too, all we can do is log.
		console.error(error);
	}
};

/**
 * Runs a submission from the end of its event to its last effect.
 *
 * @param preparing the result of its `SubmitFunction`
 * @param nextTask  resolves when no other submission can replace it any more
 */
export const runSubmission = async (
	begun: Submission,
	preparing: Preparing,
	nextTask: Promise<void>
): Promise<void> => {
	const { init } = begun;
	init.id ??= submissionId();
	const target = targetOf(init.parts);
	const { documents, onLeave } = target.navigator();
	init.options.navigate ??= !!target.navigates;
	// A host may have come with this code, and the user may have left in the meantime.
	begun.stopListening ??= onLeave?.(begun.onLeave, new URL(init.from));
	const visit = documents?.begin(init.form, submittedForm(init).isEdited);
	const submission = Object.assign(begun, { target, visit, policy: watchPolicy(begun) });
	let prepared: (() => Preparing) | undefined;
	const sent: Sent = {
		// A retry does not call the `SubmitFunction` again if it has returned.
		retry: () =>
			startSubmission({
				...init,
				request: submission.request,
				options: { ...init.options, ...(prepared && { submit: prepared }) },
				isRetry: true
			})
	};
	preparing.then(
		() => (prepared = () => preparing),
		() => {}
	);
	try {
		const result = await Promise.race([
			sendInTurn(submission, sent, preparing, nextTask),
			untilAborted(submission.controller.signal)
		]);
		if (result) await conclude(submission, sent, result, preparing);
	} catch (cause) {
		await showThrown(submission, sent, cause, !!prepared);
	} finally {
		submission.policy.stop();
		sent.along?.drop();
	}
};
