import { doc } from '../../dom/doc.ts';
import { listen } from '../../dom/listen.ts';

const STORAGE_KEY = 'softpost:scroll';

type Position = [x: number, y: number];

const stored = (): Record<number, Position> => {
	try {
		return { ...JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') } as Record<
			number,
			Position
		>;
	} catch {
		// Storage may be forbidden or contain anything. A lost scroll position must not break the app.
		return {};
	}
};

/** The element that the fragment of `url` identifies, by id or by an anchor's name (HTML, section 7.4.6.3). */
export const fragmentTarget = (url: URL): HTMLElement | null => {
	const name = url.hash.slice(1);
	if (!name) return null;
	const find = (id: string): HTMLElement | null =>
		doc.getElementById(id) ?? doc.querySelector(`a[name="${CSS.escape(id)}"]`);
	try {
		return find(name) ?? find(decodeURIComponent(name));
	} catch {
		return null;
	}
};

/** Scrolls to the element of a fragment, or to the top. */
export const scrollToStart = (fragment: HTMLElement | null): void =>
	fragment ? fragment.scrollIntoView() : scrollTo(0, 0);

const position = (): Position => [scrollX, scrollY];

/** Whether nothing has scrolled between `before` and `now`: the document may only have become shorter. */
const isSame = (before: Position, now: Position): boolean => {
	const { scrollWidth, clientWidth, scrollHeight, clientHeight } = doc.documentElement;
	const ends: Position = [scrollWidth - clientWidth, scrollHeight - clientHeight];
	return now.every(
		(at, axis) => at === before[axis]! || (at < before[axis]! && at >= ends[axis]! - 1)
	);
};

/** Remembers the scroll position of each history entry, even across a reload. */
export interface ScrollMemory {
	/**
	 * Saves the position of an entry that is left.
	 *
	 * @param scrolled whether this task may have scrolled already; then the previous position counts
	 */
	save(index: number, scrolled?: boolean): void;
	/** Restores the position of the entry, or scrolls to the top. */
	restore(index: number): void;
	/**
	 * Call it before a change of the document.
	 *
	 * @returns a function that says whether the change has scrolled, other than by making the document shorter
	 */
	watch(): () => boolean;
	/** Gives scrolling back to the browser. */
	destroy(): void;
}

export const createScrollMemory = (currentIndex: () => number): ScrollMemory => {
	const positions = stored();
	const { scrollRestoration } = history;
	history.scrollRestoration = 'manual';
	let painted: Position;
	// The event comes with the next frame, so a task that scrolls can still read the user's position.
	const onScroll = (): void => {
		painted = position();
	};
	const save = (index: number, scrolled?: boolean): void => {
		positions[index] = scrolled ? painted : position();
	};
	const watch =
		(before = position()) =>
		(): boolean =>
			!isSame(before, position()) && !isSame(painted, position());
	const restore = (index: number): void => scrollTo(...(positions[index] ?? [0, 0]));
	const onPageHide = (): void => {
		save(currentIndex());
		// While another document is shown, and for a reload, let the browser restore the position.
		history.scrollRestoration = 'auto';
		try {
			sessionStorage.setItem(STORAGE_KEY, JSON.stringify(positions));
		} catch {
			// If storage is full or forbidden, the positions are lost with the document.
		}
	};
	const onPageShow = ({ persisted }: PageTransitionEvent): void => {
		history.scrollRestoration = 'manual';
		// With manual restoration, WebKit shows a page from the back/forward cache at the top.
		if (persisted) restore(currentIndex());
	};
	onScroll();
	const undo = [
		listen(window, 'scroll', onScroll),
		listen(window, 'pagehide', onPageHide),
		listen(window, 'pageshow', onPageShow)
	];
	return {
		save,
		restore,
		watch,
		destroy() {
			for (const step of undo) step();
			history.scrollRestoration = scrollRestoration;
		}
	};
};
