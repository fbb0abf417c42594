import { native } from '../../dom/native.ts';
import type { ActionResult } from '../../protocol/action-result.ts';
import type { Submission } from '../submission.ts';

/** Whether a submission is not to be sent any more. */
export const isOver = ({ isCancelled, controller }: Submission): boolean =>
	isCancelled || controller.signal.aborted;

/**
 * Asks the form's schema before anything is sent.
 *
 * @returns the failure that the server would answer with; nothing where it is the server's to decide
 */
export const refuse = async (submission: Submission): Promise<ActionResult | undefined> => {
	const { form, submitter, options } = submission.init;
	if (!options.schema || isOver(submission)) return undefined;
	if ((submitter as HTMLButtonElement | null)?.formNoValidate || native(form, 'noValidate'))
		return undefined;
	try {
		const { checkForm, noteOwn } = await import('../../fields/live/live.ts');
		const data = await checkForm(form, submission.request.entries, options);
		if (!data || isOver(submission)) return undefined;
		noteOwn(data);
		return { type: 'failure', status: 422, data };
	} catch (cause) {
		// A schema that cannot tell, or that could not be loaded, leaves the decision to the server.
		reportError(cause);
		return undefined;
	}
};
