import type { RequestEvent } from './types.ts';

/** Where what looks up the event of a request has it noted, for the time that the request is answered. */
export const requestScope: {
	run?: <Result>(event: RequestEvent, run: () => Promise<Result>) => Promise<Result>;
} = {};
