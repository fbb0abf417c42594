import type { ActionResult } from '../../protocol/action-result.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import type { Submission } from '../submission.ts';

/** Any error as a result. */
export const errorResult = (error: unknown, status = 500): ActionResult & { type: 'error' } => ({
	type: 'error',
	status,
	error
});

/** The result of a request without a response. A time-out is an abort that brings its own error. */
export const failed = ({ aborted, reason }: AbortSignal, cause?: unknown): ActionResult => {
	if (reason instanceof SoftpostError) return errorResult(reason);
	const error = aborted
		? new SoftpostError('aborted', 'Aborted', {}, { cause })
		: new SoftpostError(
				'network',
				'Could not reach the server. Check the connection and try again',
				{},
				{ cause }
			);
	return errorResult(error);
};

/** Whether a submission was aborted. A time-out aborts with an error, and counts as a result. */
export const isAborted = ({ aborted, reason }: AbortSignal): boolean =>
	aborted && !(reason instanceof SoftpostError);

/** Resolves as soon as a submission is aborted, whatever it waits for. */
export const untilAborted = (signal: AbortSignal): Promise<ActionResult> =>
	new Promise((resolve) => {
		const onAbort = (): void => resolve(failed(signal));
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort);
	});

/**
 * The result to show where the app's code has thrown. The error itself is reported as an uncaught one is.
 *
 * @param result what the callback was called with, if it was
 */
export const thrownResult = (cause: unknown, result: ActionResult | undefined): ActionResult => {
	// There was a result, and the fresh data that its `update` asked for could not be loaded.
	if (cause instanceof SoftpostError && cause.code === 'network') return errorResult(cause);
	// Environments of tests may lack `reportError`.
	(globalThis.reportError ?? console.error)(cause);
	// A callback that throws for an error result leaves it to be shown.
	if (result?.type === 'error') return result;
	return errorResult(new SoftpostError('callback', 'Internal Error', {}, { cause }));
};

/**
 * The result of a submission that has failed, with the better error where one is known.
 *
 * @param known what the page's policy says about it
 */
export const explainError = async (
	{ visit, request }: Submission,
	result: ActionResult & { type: 'error' },
	known: SoftpostError | boolean
): Promise<ActionResult> => {
	if (typeof known === 'object') return errorResult(known);
	if (result.error?.code !== 'network') return result;
	const error = await visit?.findRedirectAway(request.action);
	return error ? errorResult(error) : result;
};
