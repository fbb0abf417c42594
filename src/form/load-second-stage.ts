import { currentNavigator } from '../navigation/current.ts';

export type SecondStage = typeof import('./sent/second-stage.ts');

/**
 * Loads the rest of the form runtime, and of a host. Rejects if one of them cannot be loaded, for example after a new
 * deployment.
 */
export const loadSecondStage = async (): Promise<SecondStage> => {
	const [stage] = await Promise.all([
		import('./sent/second-stage.ts'),
		currentNavigator().ready?.()
	]);
	return stage;
};

let isAsked = false;

/** Preloads it at the user's first interaction. If that fails, the submission tries again. */
export const preloadSecondStage = (): void => {
	if (isAsked) return;
	isAsked = true;
	loadSecondStage().catch(() => {});
};

let isPlanned = false;

/** Preloads it when the page is idle. */
export const planSecondStage = (): void => {
	if (isPlanned) return;
	isPlanned = true;
	// Safari lacks `requestIdleCallback`.
	(globalThis.requestIdleCallback ?? setTimeout)(preloadSecondStage);
};
