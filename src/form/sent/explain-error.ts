import type { ActionResult } from '../../protocol/action-result.ts';
import type { SoftpostError } from '../../protocol/errors.ts';
import { errorResult } from './error-result.ts';
import type { Submission } from '../submission.ts';

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
