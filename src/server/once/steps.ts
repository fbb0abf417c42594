import { SoftpostError } from '../../protocol/errors.ts';
import type { SubmissionStore } from '../store.ts';

/** Milliseconds that a store has for one step: a user waits for it. */
export const STEP = 1000;

/** The same for a step that nothing may overtake. */
const LATE = 30_000;

/** Milliseconds between two offers of what a store has to take: double each time. */
const FIRST_PAUSE = 50;
const LAST_PAUSE = 500;

export const sleep = (pause: number): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, pause);
	});

/**
 * Waits for one step of a store, and no longer than that may take. The step may be done all the same, later.
 *
 * @param limit in milliseconds
 * @throws what the store throws, and `SoftpostError` `store` when it does not answer in time
 */
export const inTime = async <Value>(
	step: () => Value | Promise<Value>,
	limit: number = STEP
): Promise<Value> => {
	const result = step();
	// Of a store in memory: a timer would cost more than the step.
	if (!(result instanceof Promise)) return result;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		const message = `The store of submissions did not respond within ${limit} ms. Check the store`;
		timer = setTimeout(() => reject(new SoftpostError('store', message)), limit);
	});
	return Promise.race([result, late]).finally(() => clearTimeout(timer));
};

/**
 * Puts a value in place of another.
 *
 * @param maxAge in milliseconds; with 0 the key has no value then
 * @returns whether the other was there
 */
export const replaceIn = async (
	store: SubmissionStore,
	key: string,
	[expected, value]: [expected: string, value: string],
	maxAge: number
): Promise<boolean> => {
	if (store.replace) return inTime(() => store.replace!(key, expected, value, maxAge));
	if ((await inTime(() => store.get(key))) !== expected) return false;
	if (maxAge === 0) await inTime(() => store.delete(key));
	// One that is late would come after what is put there next, and replace it.
	else await inTime(() => store.set(key, value, maxAge), LATE);
	return true;
};

/** Something that a store has to take. */
interface Offer {
	/** Settles with the first offer, whether it was taken or not. Neither of the two rejects. */
	offered: Promise<void>;
	/** Settles when the store has taken it, or when it is of no use any more. */
	over: Promise<void>;
}

/**
 * Offers something to a store until the store has taken it. What went wrong first is logged.
 *
 * @param maxAge milliseconds after which it is of no use
 */
export const offer = (step: () => unknown, maxAge: number): Offer => {
	const end = Date.now() + maxAge;
	const once = async (): Promise<unknown> => {
		try {
			await step();
			return null;
		} catch (error) {
			return error ?? new Error('The store of submissions rejected');
		}
	};
	const first = once();
	const repeat = async (): Promise<void> => {
		const error = await first;
		if (error === null) return;
		console.error(error);
		for (let pause = FIRST_PAUSE; Date.now() < end; pause = Math.min(pause * 2, LAST_PAUSE)) {
			await sleep(pause);
			if ((await once()) === null) return;
		}
	};
	return { offered: first.then(() => {}), over: repeat() };
};
