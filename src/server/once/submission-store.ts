import type { SubmissionStore } from '../store.ts';
import { Entries } from './entries.ts';

export const TEN_MINUTES: number = 10 * 60 * 1000;
export const SIXTEEN_MEBIBYTES: number = 16 * 1024 * 1024;

/**
 * Keeps responses in the memory of this process: the default of `createApp`.
 *
 * What has expired goes first, then the oldest. A response that is larger than all of the room is not kept.
 *
 * @param options `maxAge`: how long a response is kept, in milliseconds, 10 minutes by default;
 *   `maxBytes`: how much the responses to successes and redirects may take, 16 MiB by default. Those to failures have
 *   a quarter as much beside it, and never take the room of the others
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
