import type { RequestEvent } from './types.ts';

/** `run` makes the event of a request available to `getRequestEvent` while the request is answered. */
export const requestScope: {
	run?: <Result>(event: RequestEvent, run: () => Promise<Result>) => Promise<Result>;
} = {};
