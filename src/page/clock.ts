/** Counts the events that make earlier work late. The browser half has no other notion of late. */
export interface Clock {
	/** Counts one such event. */
	tick(): void;
	/** Starts to watch: the predicate returns whether the clock has ticked since. */
	since(): () => boolean;
}

export const createClock = (): Clock => {
	let now = 0;
	return {
		tick() {
			now += 1;
		},
		since() {
			const then = now;
			return () => then !== now;
		}
	};
};
