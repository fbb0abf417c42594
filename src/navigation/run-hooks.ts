import { attempt } from './attempt.ts';
import { after, around, before, type Cleanup, type Navigation } from './hooks.ts';

/** Calls every `beforeNavigate` callback; `false` if one cancelled. */
export const runBefore = (navigation: Navigation): boolean => {
	let cancelled = false;
	for (const callback of [...before]) {
		callback({ ...navigation, cancel: () => (cancelled = true) });
	}
	return !cancelled;
};

/** Waits for every `onNavigate` callback; returns the function to run once the page is shown. */
export const runAround = async (navigation: Navigation): Promise<Cleanup> => {
	const cleanups = await Promise.all([...around].map((callback) => callback(navigation)));
	// A callback may return anything: `onNavigate(({ to }) => visited.push(to))`.
	return () => {
		for (const cleanup of cleanups) if (typeof cleanup === 'function') attempt(cleanup);
	};
};

/**
 * Calls every `afterNavigate` callback.
 *
 * @param cleanup what {@link runAround} returned, to run first
 */
export const runAfter = (navigation: Navigation, cleanup?: Cleanup): void => {
	cleanup?.();
	for (const callback of [...after]) attempt(() => callback(navigation));
};
