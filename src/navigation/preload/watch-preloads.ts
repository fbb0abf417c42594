import { currentNavigator } from '../current.ts';
import { afterNavigate } from '../hooks.ts';

const ASKS = ['data', 'code']
	.flatMap((what) => [`[data-sveltekit-preload-${what}]`, `[data-softpost-preload-${what}]`])
	.join();

const savesData = (): boolean =>
	!!(navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;

/**
 * Loads what loads pages ahead, once there is something on the page that asks for it. Users who save data get none.
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
		// Without it links are followed all the same.
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
