import { MAY_BE_DONE, type SoftpostError } from '../protocol/errors.ts';
import { findRedirectAway } from './away.ts';

const withMessage = (error: SoftpostError, message: string): SoftpostError =>
	Object.assign(error, { message: `${message}. ${MAY_BE_DONE}` });

/**
 * Explains a failed request to a server that may run it twice: only the server knows whether it has processed the
 * request.
 *
 * @returns the error without the advice to resend; `redirected_away` for a redirect to another origin
 */
export const explain = async (error: SoftpostError, action: URL): Promise<SoftpostError> => {
	const { code, data } = error;
	if (code === 'not_an_action_result')
		return withMessage(error, 'The server responded, but not with a page');
	if (code === 'response_limit') return withMessage(error, error.message);
	// An offline device sends nothing, so a retry is safe.
	if (code !== 'network' || !navigator.onLine) return error;
	if (data.isAnswered) return withMessage(error, 'The response of the server broke off');
	return (
		(await findRedirectAway(action)) ??
		withMessage(error, 'Could not reach the server. Check the connection')
	);
};
