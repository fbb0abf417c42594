import { loadOnce } from '../dom/load-once.ts';
import { whenIdle } from '../dom/when-idle.ts';
import { hostNavigator } from '../navigation/current.ts';

export type SecondStage = typeof import('./sent/second-stage.ts');

const importOnce = /* @__PURE__ */ loadOnce(() => import('./sent/second-stage.ts'));

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
		whenIdle(resolve);
	})
		.then(loadSecondStage)
		.catch(() => {}));

/** Preloads it at once, where it is planned. */
export const preloadSecondStage = (): void => begin?.();
