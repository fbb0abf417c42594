import { SoftpostError } from '../../protocol/errors.ts';
import type { SubmissionStore } from '../store.ts';

/** Milliseconds that a store has for one step, because a user is waiting. */
export const STEP = 1000;

/** The same for a step that must not be overtaken by the next one. */
const LATE = 30_000;

/** Milliseconds between two offers of the same value to a store: double each time. */
const FIRST_PAUSE = 50;
const LAST_PAUSE = 500;

export const sleep = (pause: number): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve, pause);
	});

/**
 * Waits for one step of a store, up to a limit. The step may still complete later.
 *
 * @param limit in milliseconds
 * @throws the store's error, or `SoftpostError` `store` if the store does not respond in time
 */
export const inTime = <Value>(
	step: () => Value | Promise<Value>,
	limit: number = STEP
): Value | Promise<Value> => {
	const result = step();
	// A store in memory is done already: a timer and a promise would cost more than the step.
	if (!(result instanceof Promise)) return result;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		const message = `The store of submissions did not respond within ${limit} ms. Check the store`;
		timer = setTimeout(() => reject(new SoftpostError('store', message)), limit);
	});
	return Promise.race([result, late]).finally(() => clearTimeout(timer));
};

/**
 * Replaces a value with another.
 *
 * @param maxAge in milliseconds; 0 deletes the key
 * @returns whether the store had the expected value
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
	// A late `set` could overwrite the next value, so this waits long.
	else await inTime(() => store.set(key, value, maxAge), LATE);
	return true;
};

/** A value that is offered to a store until it accepts. */
interface Offer {
	/** Settles after the first attempt, successful or not. Neither promise rejects. */
	offered: Promise<void>;
	/** Settles when the store has accepted, or when the value has expired. */
	over: Promise<void>;
}

/**
 * Repeats a step until the store accepts it. Logs the first error.
 *
 * @param maxAge milliseconds after which it gives up
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
