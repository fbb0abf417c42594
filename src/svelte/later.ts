import { listen } from '../dom/listen.ts';
import { loadOnce } from '../dom/load-once.ts';
import { whenIdle } from '../dom/when-idle.ts';

/** The user's first interaction: the second stage is needed now, or soon. */
const SIGNS = ['focusin', 'pointerover', 'touchstart', 'keydown', 'submit', 'click'] as const;

/** Work that waits until the page is idle, or until it is needed. */
export interface Later<Result> {
	/** Does the work now; a second call gives the same result. If it fails, the next call tries again. */
	ask(): Promise<Result>;
	/** Plans the work, and resolves to its result. */
	plan(): Promise<Result>;
}

export const createLater = <Result>(work: () => Promise<Result>): Later<Result> => {
	const ask = loadOnce(work);
	return {
		ask,
		plan: () =>
			new Promise((resolve, reject) => {
				const begin = (): void => {
					undo.forEach((step) => step());
					ask().then(resolve, reject);
				};
				const undo = SIGNS.map((type) => listen(window, type, begin, true));
				whenIdle(begin);
			})
	};
};
