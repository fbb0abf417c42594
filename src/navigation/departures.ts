import { createClock } from '../page/clock.ts';
import { isSamePath } from './same-page.ts';

/** Knows when the shown page is replaced by another one, or by a fresh copy. */
export interface Departures {
	/**
	 * Records that a page is replaced.
	 *
	 * @param byApp whether the app's code requested it
	 */
	leave(from: URL, to: URL, byApp?: boolean): void;
	/** Starts to watch: the predicate returns whether a page was replaced since. */
	since(): () => boolean;
	/** Calls `listener` if the new page is another one (origin or pathname). Returns the undo. */
	listen(listener: (byApp: boolean) => void): () => void;
}

export const createDepartures = (): Departures => {
	const clock = createClock();
	const listeners = new Set<(byApp: boolean) => void>();
	return {
		leave(from, to, byApp = false) {
			clock.tick();
			if (!isSamePath(from, to)) for (const listener of listeners) listener(byApp);
		},
		since: clock.since,
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
};
