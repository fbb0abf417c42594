import type { RequestEvent } from './types.ts';

/** `run` makes the event of a request available to `getRequestEvent` while the request is in flight. */
export const requestScope: {
	run?: <Result>(event: RequestEvent, run: () => Result) => Result;
} = {};

/**
 * Runs code of the app within its request. Each `load` and action is run so, and not the request alone: what looks up the
 * event may come with their own module, in the middle of the first request.
 */
export const withEvent = <Result>(event: RequestEvent, run: () => Result): Result =>
	requestScope.run ? requestScope.run(event, run) : run();
