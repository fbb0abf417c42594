import { setTimeout } from 'node:timers/promises';

/** How long it takes to count one press, in milliseconds: long enough to press again meanwhile. */
const SLOWNESS = 1000;

let count = 0;

/** How many presses were counted since this server started, whoever pressed. */
export const countedSoFar = (): number => count;

/** Counts one press, slowly; none of a browser that has taken its request back meanwhile. */
export const countSlowly = async (signal: AbortSignal): Promise<void> => {
	await setTimeout(SLOWNESS);
	if (!signal.aborted) count += 1;
};
