import { listen } from '../../dom/listen.ts';
import type { Host } from '../host.ts';

const STORAGE_KEY = 'softpost:snapshots';

/** By visit: what each component of the page has captured, from the root layout down. */
type Captured = Record<number, unknown[]>;

/** As many pages of a tab are kept; the oldest go first. */
const MOST_VISITS = 50;

const stored = (): Captured => {
	try {
		return { ...JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') } as Captured;
	} catch {
		// Storage may be forbidden or hold anything; a page without its snapshot is a page all the same.
		return {};
	}
};

/** Keeps what the components of each page in the history have captured of themselves, also through a reload. */
export interface Snapshots {
	/** Has the page that is left captured. */
	capture(): void;
	/** Gives the page that is shown back what it captured when it was left. */
	restore(): void;
	destroy(): void;
}

/**
 * @param host  whose components capture and restore
 * @param visit names the page that is shown among those in the history
 */
export const createSnapshots = (
	{ capture, restore }: Pick<Host<unknown>, 'capture' | 'restore'>,
	visit: () => number
): Snapshots => {
	const captured = stored();
	const note = (): void => {
		const values = capture?.();
		if (values) captured[visit()] = values;
		else delete captured[visit()];
	};
	const onPageHide = (): void => {
		note();
		// They are in the order in which they were left first.
		for (const old of Object.keys(captured).slice(0, -MOST_VISITS)) delete captured[Number(old)];
		try {
			sessionStorage.setItem(STORAGE_KEY, JSON.stringify(captured));
		} catch {
			// Full, forbidden, or no JSON: it is lost with the document.
		}
	};
	return {
		capture: note,
		restore() {
			const values = captured[visit()];
			if (values) restore?.(values);
		},
		destroy: listen(window, 'pagehide', onPageHide)
	};
};
