import type { ActionResult } from '../../protocol/action-result.ts';
import { SoftpostError } from '../../protocol/errors.ts';
import { errorResult } from './error-result.ts';

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
