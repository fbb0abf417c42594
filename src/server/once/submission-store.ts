import type { SubmissionStore } from '../store.ts';
import { Entries } from './entries.ts';

export const TEN_MINUTES: number = 10 * 60 * 1000;
export const SIXTEEN_MEBIBYTES: number = 16 * 1024 * 1024;

/**
 * Keeps responses in the memory of this process: the default of `createApp`.
 *
 * When it is full it drops expired responses first, then the oldest. A response larger than `maxBytes` is not kept.
 *
 * @param options `maxAge`: how long a response is kept, in milliseconds, 10 minutes by default;
 *   `maxBytes`: the memory for responses to successes and redirects, 16 MiB by default. Responses to failures get
 *   a quarter of that in addition, and never push out the others
 * @example
 * createApp({ routes, render, submissions: memorySubmissions({ maxAge: 60_000 }) });
 */
export const memorySubmissions = ({
	maxAge = TEN_MINUTES,
	maxBytes = SIXTEEN_MEBIBYTES
}: { maxAge?: number; maxBytes?: number } = {}): SubmissionStore => {
	const entries = new Entries(maxBytes);
	return {
		maxAge,
		add(key, value, age) {
			if (entries.get(key) !== undefined) return false;
			entries.put(key, value, age);
			return true;
		},
		get: (key) => entries.get(key),
		set: (key, value, age) => entries.put(key, value, age),
		replace(key, expected, value, age) {
			if (entries.get(key) !== expected) return false;
			entries.put(key, value, age);
			return true;
		},
		delete: (key) => entries.delete(key)
	};
};
