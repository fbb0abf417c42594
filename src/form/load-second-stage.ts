export type SecondStage = typeof import('./sent/second-stage.ts');

/** Loads the rest of the form runtime. Rejects if it cannot be loaded, for example after a new deployment. */
export const loadSecondStage = (): Promise<SecondStage> => import('./sent/second-stage.ts');

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
