import { after, around, before, type Cleanup, type Navigation } from './hooks.ts';

/** Calls every `beforeNavigate` callback; `false` if one cancelled. */
export const runBefore = (navigation: Navigation): boolean => {
	let cancelled = false;
	for (const callback of [...before]) {
		callback({ ...navigation, cancel: () => (cancelled = true) });
	}
	return !cancelled;
};

/** Calls functions of the app when the page is already shown: an error in one must stop neither the others nor the navigation. */
const callEach = <Args extends unknown[]>(
	callbacks: Iterable<(...args: Args) => void>,
	...args: Args
): void => {
	for (const callback of [...callbacks]) {
		try {
			callback(...args);
		} catch (cause) {
			reportError(cause);
		}
	}
};

/** Waits for every `onNavigate` callback; returns the function to run once the page is shown. */
export const runAround = async (navigation: Navigation): Promise<Cleanup> => {
	const cleanups = await Promise.all([...around].map((callback) => callback(navigation)));
	// A callback may return anything: `onNavigate(({ to }) => visited.push(to))`.
	return () => callEach(cleanups.filter((cleanup) => typeof cleanup === 'function'));
};

/**
 * Calls every `afterNavigate` callback.
 *
 * @param cleanup what {@link runAround} returned, to run first
 */
export const runAfter = (navigation: Navigation, cleanup?: Cleanup): void => {
	cleanup?.();
	callEach(after, navigation);
};
