import type { ActionResult } from '../../protocol/action-result.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import type { SentSubmission } from '../submission.ts';

/** Makes a result of any error. */
export const errorResult = (error: unknown, status = 500): ActionResult & { type: 'error' } => ({
	type: 'error',
	status,
	error
});

/**
 * Makes the result of a request without a response. A timeout is an abort with an error of ours as its reason.
 *
 * @param isAnswered whether a response has begun, and broke off
 */
export const failed = (
	{ aborted, reason }: AbortSignal,
	cause?: unknown,
	isAnswered = false
): ActionResult => {
	const known = [reason, cause].find((error) => error instanceof SoftpostError);
	if (known) return errorResult(known);
	const error = aborted
		? new SoftpostError('aborted', 'Aborted', {}, { cause })
		: new SoftpostError(
				'network',
				'Could not reach the server. Check the connection and try again',
				{ isAnswered },
				{ cause }
			);
	return errorResult(error);
};

/** Whether a submission was aborted. A timeout does not count: it has a result. */
export const isAborted = ({ aborted, reason }: AbortSignal): boolean =>
	aborted && !(reason instanceof SoftpostError);

/** Resolves as soon as the signal aborts. */
export const untilAborted = (signal: AbortSignal): Promise<ActionResult> =>
	new Promise((resolve) => {
		const onAbort = (): void => resolve(failed(signal));
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort);
	});

/**
 * Makes the result to show after an error of the app's code. Reports the error itself like an uncaught one.
 *
 * @param result the result that the callback was called with, if it was called
 */
export const thrownResult = (cause: unknown, result: ActionResult | undefined): ActionResult => {
	// The submission had a result, but `update` could not load the fresh data.
	if (cause instanceof SoftpostError && cause.code === 'network') return errorResult(cause);
	// Test environments may lack `reportError`.
	(globalThis.reportError ?? console.error)(cause);
	// If a callback throws on an error result, show that result.
	if (result?.type === 'error') return result;
	return errorResult(new SoftpostError('callback', 'Internal Error', {}, { cause }));
};

/**
 * Adds a more precise error to the result of a failed submission, if one is known.
 *
 * @param known the error because of the page's policy, if any
 */
export const explainError = async (
	{ visit, request }: SentSubmission,
	result: ActionResult & { type: 'error' },
	known: SoftpostError | boolean
): Promise<ActionResult> => {
	if (typeof known === 'object') return errorResult(known);
	const { error } = result;
	if (!visit || !(error instanceof SoftpostError)) return result;
	return { ...result, error: await visit.explain(error, request.action) };
};
