import type { ActionResult } from '../../protocol/action-result.ts';
import type { Submission } from '../submission.ts';

/** Whether a submission is not to be sent any more. */
export const isOver = ({ isCancelled, controller }: Submission): boolean =>
	isCancelled || controller.signal.aborted;

/**
 * Asks the form's schema, where it has one, before anything is sent.
 *
 * @returns the failure that the server would answer with; nothing where it is the server's to decide
 */
export const refuse = async (submission: Submission): Promise<ActionResult | undefined> => {
	const { init, request } = submission;
	if (!init.options.schema || isOver(submission)) return undefined;
	const result = await import('../../fields/live/live.ts').then(
		({ refuse }) => refuse(init, request.entries),
		// What could not be loaded leaves the decision to the server.
		() => undefined
	);
	return isOver(submission) ? undefined : result;
};
