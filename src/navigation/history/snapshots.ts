import { listen } from '../../dom/listen.ts';
import { attempt } from '../attempt.ts';
import type { Host } from '../host.ts';

const STORAGE_KEY = 'softpost:snapshots';

/** The captured values of each page's components, from the root layout down, by visit. */
type Captured = Record<number, unknown[]>;

/** The most pages to keep per tab; the oldest go first. */
const MOST_VISITS = 50;

const stored = (): Captured => {
	try {
		return { ...JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') } as Captured;
	} catch {
		// Storage may be forbidden or contain anything. A page works without its snapshot.
		return {};
	}
};

/** Keeps the snapshots of each page's components, even across a reload. */
export interface Snapshots {
	/** Captures the snapshots of the page that is left. */
	capture(): void;
	/** Restores the snapshots of the shown page. */
	restore(): void;
	destroy(): void;
}

/**
 * @param host  captures and restores the components
 * @param visit returns the visit of the shown page
 */
export const createSnapshots = (
	{ capture, restore }: Pick<Host<unknown>, 'capture' | 'restore'>,
	visit: () => number
): Snapshots => {
	const captured = stored();
	const note = (): void => {
		const values = attempt(() => capture?.());
		if (values) captured[visit()] = values;
		else delete captured[visit()];
	};
	const onPageHide = (): void => {
		note();
		// They are in the order in which the pages were first left.
		for (const old of Object.keys(captured).slice(0, -MOST_VISITS)) delete captured[Number(old)];
		try {
			sessionStorage.setItem(STORAGE_KEY, JSON.stringify(captured));
		} catch {
			// If storage is full or forbidden, or a value is not JSON, the snapshots are lost with the document.
		}
	};
	return {
		capture: note,
		restore() {
			const values = captured[visit()];
			if (values) attempt(() => restore?.(values));
		},
		destroy: listen(window, 'pagehide', onPageHide)
	};
};
