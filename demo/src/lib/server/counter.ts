import { setTimeout } from 'node:timers/promises';

/** How long it takes to count one press, in milliseconds: long enough to press again. */
const SLOWNESS = 1000;

let count = 0;

/** The number of presses since this server started, by all visitors. */
export const countedSoFar = (): number => count;

/**
 * Counts one press, slowly; none of a browser that has taken its request back in the meantime.
 *
 * @throws the reason of the signal then: a success would be kept for copies of the request, and a copy
 *   that arrives after a lost connection would be told that it was counted
 */
export const countSlowly = async (signal: AbortSignal): Promise<void> => {
	await setTimeout(SLOWNESS);
	signal.throwIfAborted();
	count += 1;
};
