import type { ActionResult } from '../../protocol/action-result.ts';
import { SoftpostError } from '../../protocol/errors.ts';

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
