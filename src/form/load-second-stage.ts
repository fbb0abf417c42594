export type SecondStage = typeof import('./sent/second-stage.ts');

/** Loads the rest of the form runtime. Rejects where a deployment or a dead network has taken it away. */
export const loadSecondStage = (): Promise<SecondStage> => import('./sent/second-stage.ts');

let isAsked = false;

/** Loads it ahead, as soon as someone turns to the page. Where that fails, the submission tries again. */
export const preloadSecondStage = (): void => {
	if (isAsked) return;
	isAsked = true;
	loadSecondStage().catch(() => {});
};

let isPlanned = false;

/** Loads it ahead when the page is idle. */
export const planSecondStage = (): void => {
	if (isPlanned) return;
	isPlanned = true;
	// Safari has no idle callbacks.
	(globalThis.requestIdleCallback ?? setTimeout)(preloadSecondStage);
};
