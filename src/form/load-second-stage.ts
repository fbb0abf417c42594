import { native } from '../dom/native.ts';

export type SecondStage = typeof import('./sent/second-stage.ts');

/** Loads the rest of the form runtime. Rejects where a deployment or a dead network has taken it away. */
export const loadSecondStage = (): Promise<SecondStage> => import('./sent/second-stage.ts');

const preload = (): void => void loadSecondStage().catch(() => {});

/** Has the second stage loaded when the page is idle, or as soon as someone turns to the form. */
export const preloadSecondStage = (form: Element, signal: AbortSignal): void => {
	for (const type of ['focusin', 'pointerover'])
		native(form, 'addEventListener')(type, preload, { once: true, passive: true, signal });
	// Safari has no idle callbacks.
	(globalThis.requestIdleCallback ?? setTimeout)(preload);
};
