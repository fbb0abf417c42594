interface Failures {
	count: number;
	until: number;
}

export interface RateLimit {
	/** Whether this key has used up its tries. */
	blocked: (key: string) => boolean;
	/** Counts a failure. */
	fail: (key: string) => void;
	/** Forgets the key's failures. */
	clear: (key: string) => void;
}

/**
 * Counts failures per key within a window that begins with the first of them. It lives in memory:
 * enough for one process, and a restart only gives everyone their tries back.
 *
 * @param tries  failures before a key is blocked
 * @param window milliseconds until they are forgotten
 */
export const createRateLimit = (tries: number, window: number): RateLimit => {
	const failures = new Map<string, Failures>();

	/** Keys come from outside: without this they would be kept for ever. */
	const forget = (now: number): void => {
		for (const [key, { until }] of failures) if (until <= now) failures.delete(key);
	};

	return {
		blocked: (key) => {
			forget(Date.now());
			return (failures.get(key)?.count ?? 0) >= tries;
		},
		fail: (key) => {
			const { count, until } = failures.get(key) ?? { count: 0, until: Date.now() + window };
			failures.set(key, { count: count + 1, until });
		},
		clear: (key) => failures.delete(key)
	};
};
