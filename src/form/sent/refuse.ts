import type { ActionResult } from '../../protocol/action-result.ts';
import type { Submission } from '../submission.ts';

/** Whether a submission must not be sent any more. */
export const isOver = ({ isCancelled, controller }: Submission): boolean =>
	isCancelled || controller.signal.aborted;

/**
 * Checks the form with its schema, if it has one, before anything is sent.
 *
 * @returns the failure that the server would return; nothing if the form is valid or the server must decide
 */
export const refuse = async (submission: Submission): Promise<ActionResult | undefined> => {
	const { init, request } = submission;
	if (!init.options.schema || isOver(submission)) return undefined;
	const result = await import('../../fields/live/live.ts').then(
		({ refuse }) => refuse(init, request.entries),
		// If the code cannot be loaded, the server decides.
		() => undefined
	);
	return isOver(submission) ? undefined : result;
};
