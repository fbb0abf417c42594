import { SoftpostError } from './errors.ts';

/** Makes the error for a redirect to another origin, which `fetch` may not follow. */
export const redirectedAway = (action: URL): SoftpostError =>
	new SoftpostError(
		'redirected_away',
		'This was sent, but the response is on another site and cannot be shown here. Check whether it was done before you send it again.',
		{ action: action.href }
	);
