export interface RateLimit {
	/** Counts a try; if the key has none left, how many seconds until it has, else 0. */
	take: (key: string) => number;
	/** Gives the key its tries back. */
	clear: (key: string) => void;
}

/**
 * Counts tries per key within a window that begins with the first of them. It lives in memory:
 * enough for one process, and a restart only gives everyone their tries back.
 *
 * @param tries    how many a key has
 * @param window   milliseconds until they are forgotten
 * @param capacity how many keys are remembered; beyond it the oldest is forgotten
 */
export const createRateLimit = (tries: number, window: number, capacity = 10_000): RateLimit => {
	// A key stays where its window began, so the oldest is the first.
	const taken = new Map<string, { count: number; until: number }>();

	/** Keys come from outside: without this they would be kept for ever. */
	const forget = (now: number): void => {
		for (const [key, { until }] of taken) {
			if (until > now && taken.size <= capacity) return;
			taken.delete(key);
		}
	};

	return {
		take: (key) => {
			const now = Date.now();
			const old = taken.get(key);
			const entry = old && old.until > now ? old : { count: 0, until: now + window };
			if (entry !== old) taken.delete(key);
			entry.count += 1;
			taken.set(key, entry);
			forget(now);
			return entry.count > tries ? Math.ceil((entry.until - now) / 1000) : 0;
		},
		clear: (key) => taken.delete(key)
	};
};
