import { createClock } from '../page/clock.ts';
import { isSamePath } from './intent.ts';

/** Knows when the page that is shown gives way to another one, or to a fresh copy of it. */
export interface Departures {
	/**
	 * Notes that a page gives way.
	 *
	 * @param byApp whether the app's code asked for it
	 */
	leave(from: URL, to: URL, byApp?: boolean): void;
	/** Starts to watch: the predicate returns whether a page has given way since. */
	since(): () => boolean;
	/** Calls `listener` where the page is another one (origin or pathname). Returns the undo. */
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
