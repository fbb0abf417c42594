import { SoftpostError } from '../../protocol/errors.ts';
import type { SubmissionStore } from '../store.ts';

/** Milliseconds that a store has for one step, because a user is waiting. */
export const STEP = 1000;

/** The same for a step that must not be overtaken by the next one. */
const LATE = 30_000;

/** Milliseconds between two offers of the same value to a store: double each time. */
const FIRST_PAUSE = 50;
const LAST_PAUSE = 500;

/** A value, or the promise of one. A store in memory needs no promises: each one takes longer than a step. */
export type Maybe<Value> = Value | Promise<Value>;

/** Not every promise is a `Promise`: those of some query builders only have `then`. */
const isPromised = <Value>(value: Maybe<Value>): value is Promise<Value> =>
	typeof (value as Partial<PromiseLike<Value>> | null | undefined)?.then === 'function';

/** Goes on with a value: at once, unless it is promised. */
export const after = <Value, Next>(
	value: Maybe<Value>,
	goOn: (value: Value) => Maybe<Next>
): Maybe<Next> => (value instanceof Promise ? value.then(goOn) : goOn(value));

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
export const inTime = <Value>(step: () => Maybe<Value>, limit: number = STEP): Maybe<Value> => {
	const result = step();
	if (!isPromised(result)) return result;
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
export const replaceIn = (
	store: SubmissionStore,
	key: string,
	change: [expected: string, value: string],
	maxAge: number
): Maybe<boolean> =>
	store.replace
		? inTime(() => store.replace!(key, ...change, maxAge))
		: replaceInSteps(store, key, change, maxAge);

const replaceInSteps = async (
	store: SubmissionStore,
	key: string,
	[expected, value]: [expected: string, value: string],
	maxAge: number
): Promise<boolean> => {
	if ((await inTime(() => store.get(key))) !== expected) return false;
	if (maxAge === 0) await inTime(() => store.delete(key));
	// A late `set` could overwrite the next value, so this waits long.
	else await inTime(() => store.set(key, value, maxAge), LATE);
	return true;
};

/** A value that is offered to a store until it accepts. */
interface Offer {
	/** Settles after the first attempt, successful or not. Neither of them rejects. */
	offered: Maybe<unknown>;
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
	const failure = (error: unknown): unknown =>
		error ?? new Error('The store of submissions rejected');
	const once = (): Maybe<unknown> => {
		try {
			const done = step();
			return done instanceof Promise ? done.then(() => null, failure) : null;
		} catch (error) {
			return failure(error);
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
	return { offered: first, over: repeat() };
};
