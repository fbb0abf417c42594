import { hostNavigator } from '../navigation/current.ts';

export type SecondStage = typeof import('./sent/second-stage.ts');

let loading: Promise<SecondStage> | undefined;

/** A bundler may look for the files of each `import()` again; one that failed must be tried again. */
const importOnce = (): Promise<SecondStage> =>
	(loading ??= import('./sent/second-stage.ts').catch((cause) => {
		loading = undefined;
		throw cause;
	}));

/**
 * Loads the rest of the form runtime, and of a host. Rejects if one of them cannot be loaded, for example after a new
 * deployment.
 */
export const loadSecondStage = async (): Promise<SecondStage> => {
	const stage = importOnce();
	await Promise.all([stage, hostNavigator()?.ready?.()]);
	return stage;
};

let planned: Promise<SecondStage | void> | undefined;
let begin: (() => void) | undefined;

/**
 * Preloads it when the page is idle, or at the user's first interaction.
 *
 * @returns it; nothing if it cannot be loaded. Then a submission tries again
 */
export const planSecondStage = (): Promise<SecondStage | void> =>
	(planned ??= new Promise<void>((resolve) => {
		begin = resolve;
		// Safari lacks `requestIdleCallback`.
		(globalThis.requestIdleCallback ?? setTimeout)(() => resolve());
	})
		.then(loadSecondStage)
		.catch(() => {}));

/** Preloads it at once, where it is planned. */
export const preloadSecondStage = (): void => begin?.();
