import { noteOrigin } from '../../apply/apply-action.ts';
import type { FocusAtSubmit } from '../../dom/focus-after-result.ts';
import type { ActionResult } from '../../protocol/action-result.ts';
import type { SubmissionError, SubmissionRecord } from '../submission-status.ts';

/** Turns an error of any kind into an object: some servers send text. */
const describeError = ({ error, status }: ActionResult & { type: 'error' }): SubmissionError => ({
	status,
	code: 'server',
	...(typeof error === 'object' && error),
	// The `message` of an `Error` is not enumerable, so spreading would lose it.
	message: error.message ?? `${error}`
});

/** Records a result, and the function that resubmits if that can help. */
export const noteResult = (
	init: FocusAtSubmit & { record: SubmissionRecord },
	result: ActionResult,
	retry: () => Promise<void>
): void => {
	const { record } = init;
	noteOrigin(result, init);
	const failed = result.type === 'error';
	const error = failed ? describeError(result) : null;
	// If the response was a redirect that cannot be followed, the server has processed the request: no retry.
	record.retry = error && !/^(redirected_away|external_url)$/.test(error.code) ? retry : null;
	record.store.set({ result, error });
};
