import { noteOrigin } from '../../apply/apply-action.ts';
import type { FocusAtSubmit } from '../../dom/focus-after-result.ts';
import type { ActionResult } from '../../protocol/action-result.ts';
import type { SubmissionError, SubmissionRecord } from '../submission-status.ts';

/** An error of any kind as an object: some servers send text. */
const describeError = ({ error, status }: ActionResult & { type: 'error' }): SubmissionError => ({
	status,
	code: 'server',
	...(typeof error === 'object' && error),
	// The text of an `Error` is not among its own enumerable properties.
	message: error.message ?? `${error}`
});

/** Notes a result that counts, and how to send its submission again where that can help. */
export const noteResult = (
	init: FocusAtSubmit & { record: SubmissionRecord },
	result: ActionResult,
	retry: () => Promise<void>
): void => {
	const { record } = init;
	noteOrigin(result, init);
	const failed = result.type === 'error';
	const error = failed ? describeError(result) : null;
	// The server has had what was answered with another site.
	record.retry = error && error.code !== 'redirected_away' ? retry : null;
	record.store.set({ result, error });
};
