import { currentNavigator } from '../document-navigator.ts';
import { afterNavigate } from '../hooks.ts';

const ASKS = ['data', 'code']
	.flatMap((what) => [`[data-sveltekit-preload-${what}]`, `[data-softpost-preload-${what}]`])
	.join();

const savesData = (): boolean =>
	!!(navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;

/**
 * Loads the code for preloading once an element of the page requests it. Does nothing for users who save data.
 *
 * @returns the undo
 */
export const watchPreloads = (): (() => void) => {
	let undo: (() => void) | undefined;
	let isOver = false;
	const look = async (): Promise<void> => {
		if (savesData() || !document.querySelector(ASKS)) return;
		stop();
		const { preload, preloadCode } = currentNavigator();
		// Links work without it.
		const module = await import('./preload-links.ts').catch(() => null);
		if (module && !isOver)
			undo = module.preloadLinks({ preload: preload!, preloadCode: preloadCode! });
	};
	const stop = afterNavigate(() => void look());
	return () => {
		isOver = true;
		stop();
		undo?.();
	};
};
