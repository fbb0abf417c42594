import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';

/** The answer to tries that come too fast: `blocked` is in minutes, for people. */
export const tooMany = <Data extends object>(
	{ setHeaders }: Pick<RequestEvent, 'setHeaders'>,
	seconds: number,
	data: Data
): ActionFailure<Data & { blocked: number }> => {
	// For programs.
	setHeaders({ 'retry-after': String(seconds) });
	return fail(429, { ...data, blocked: Math.ceil(seconds / 60) });
};
