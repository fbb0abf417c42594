import type { Parts } from '../apply/target.ts';
import { loadOnce } from '../dom/load-once.ts';
import { whenIdle } from '../dom/when-idle.ts';

export type SecondStage = typeof import('./sent/second-stage.ts');

const importOnce = /* @__PURE__ */ loadOnce(() => import('./sent/second-stage.ts'));

/**
 * Loads the rest of the form runtime, and of an instance's host. Rejects if one of them cannot be loaded, for example
 * after a new deployment.
 */
export const loadSecondStage = async (parts: Parts): Promise<SecondStage> => {
	const stage = importOnce();
	await Promise.all([stage, parts.navigator()?.ready?.()]);
	return stage;
};

let planned: Promise<SecondStage | void> | undefined;
let begin: (() => void) | undefined;

/**
 * Preloads it when the page is idle, or at the user's first interaction.
 *
 * @returns it; nothing if it cannot be loaded. Then a submission tries again
 */
export const planSecondStage = (parts: Parts): Promise<SecondStage | void> =>
	(planned ??= new Promise<void>((resolve) => {
		begin = resolve;
		whenIdle(resolve);
	})
		.then(() => loadSecondStage(parts))
		.catch(() => {}));

/** Preloads it at once, where it is planned. */
export const preloadSecondStage = (): void => begin?.();
