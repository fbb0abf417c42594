import type { RequestEvent } from './types.ts';

/** Where what looks up the event of a request has it noted, for the time that the request is answered. */
export const requestScope: {
	run?: <Result>(event: RequestEvent, run: () => Result) => Result;
} = {};

/**
 * Runs code of the app within its request. Each `load` and action is run so, and not the request alone: what looks up the
 * event may come with their own module, in the middle of the first request.
 */
export const withEvent = <Result>(event: RequestEvent, run: () => Result): Result =>
	requestScope.run ? requestScope.run(event, run) : run();
