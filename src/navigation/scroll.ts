const STORAGE_KEY = 'softpost:scroll';

type Position = [x: number, y: number];

const stored = (): Record<number, Position> => {
	try {
		return { ...JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}') } as Record<
			number,
			Position
		>;
	} catch {
		// Storage may be forbidden or hold anything; scrolling is no reason to fail.
		return {};
	}
};

/** The element that the fragment of `url` names, by id or by an anchor's name (HTML, section 7.4.6.3). */
export const fragmentTarget = (url: URL): HTMLElement | null => {
	const name = url.hash.slice(1);
	if (!name) return null;
	const find = (id: string): HTMLElement | null =>
		document.getElementById(id) ?? document.querySelector(`a[name="${CSS.escape(id)}"]`);
	try {
		return find(name) ?? find(decodeURIComponent(name));
	} catch {
		return null;
	}
};

/** Scrolls to the element a fragment names, or to the top. */
export const scrollToStart = (fragment: HTMLElement | null): void =>
	fragment ? fragment.scrollIntoView() : scrollTo(0, 0);

/** Remembers where each history entry was scrolled to, also through a reload. */
export interface ScrollMemory {
	/** Notes the position of the entry that is about to be left. */
	save(index: number): void;
	/** Scrolls to where the entry was left, or to the top. */
	restore(index: number): void;
	/** Gives scrolling back to the browser. */
	destroy(): void;
}

export const createScrollMemory = (currentIndex: () => number): ScrollMemory => {
	const positions = stored();
	const { scrollRestoration } = history;
	history.scrollRestoration = 'manual';
	const save = (index: number): void => {
		positions[index] = [scrollX, scrollY];
	};
	const onPageHide = (): void => {
		save(currentIndex());
		// For the time that another document is shown, and for a reload, the browser knows best.
		history.scrollRestoration = 'auto';
		try {
			sessionStorage.setItem(STORAGE_KEY, JSON.stringify(positions));
		} catch {
			// Full or forbidden: the positions are lost with the document.
		}
	};
	const onPageShow = (): void => {
		history.scrollRestoration = 'manual';
	};
	addEventListener('pagehide', onPageHide);
	addEventListener('pageshow', onPageShow);
	return {
		save,
		restore: (index) => scrollTo(...(positions[index] ?? [0, 0])),
		destroy() {
			removeEventListener('pagehide', onPageHide);
			removeEventListener('pageshow', onPageShow);
			history.scrollRestoration = scrollRestoration;
		}
	};
};
