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
	return () => {
		for (const cleanup of cleanups) if (cleanup) cleanup();
	};
};

export const runAfter = (navigation: Navigation): void => {
	for (const callback of [...after]) callback(navigation);
};
