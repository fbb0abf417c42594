export interface RateLimit {
	/** Counts a try; `false` if the key has none left. */
	take: (key: string) => boolean;
	/** Gives the key its tries back. */
	clear: (key: string) => void;
}

/**
 * Counts tries per key within a window that begins with the first of them. It lives in memory:
 * enough for one process, and a restart only gives everyone their tries back.
 *
 * @param tries  how many a key has
 * @param window milliseconds until they are forgotten
 */
export const createRateLimit = (tries: number, window: number): RateLimit => {
	const taken = new Map<string, { count: number; until: number }>();

	/** Keys come from outside: without this they would be kept for ever. */
	const forget = (now: number): void => {
		for (const [key, { until }] of taken) if (until <= now) taken.delete(key);
	};

	return {
		take: (key) => {
			forget(Date.now());
			const { count, until } = taken.get(key) ?? { count: 0, until: Date.now() + window };
			taken.set(key, { count: count + 1, until });
			return count < tries;
		},
		clear: (key) => taken.delete(key)
	};
};
