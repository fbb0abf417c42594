import type { Host } from '../host.ts';
import type { Intent } from '../intent.ts';
import { isSamePage } from '../same-page.ts';
import { shownUrl, visitOf, type Location } from './location.ts';
import { createScrollMemory, type ScrollMemory } from './scroll.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';

/**
 * The app's history, with the scroll position of each entry and the snapshots of its page's components.
 */
export class Trail {
	readonly #location: Location;
	readonly #scroll: ScrollMemory;
	readonly #snapshots: Snapshots;
	/** The index of the newest current entry; during `popstate` its page is not shown yet. */
	#index: number;
	/** The visit of the shown page. */
	#visit: number;

	constructor(location: Location, host: Pick<Host<unknown>, 'capture' | 'restore'>) {
		this.#location = location;
		this.#index = location.entry.index;
		// A new document shows the page of the address bar, so an entry of another page begins a new visit.
		this.#visit = location.entry.shown ? this.#index : visitOf(location.entry);
		this.#scroll = createScrollMemory(() => this.#index);
		this.#snapshots = createSnapshots(host, () => this.#visit);
	}

	/** The URL of the page that the current entry shows. */
	get url(): URL {
		return shownUrl(this.#location);
	}

	/** `page.state` of the current entry. */
	get state(): Record<string, any> {
		return this.#location.entry.state;
	}

	/** The first `page.state` of a document: that of its entry, unless that belongs to another page. */
	get firstState(): Record<string, any> {
		return this.isOfShownPage ? this.state : {};
	}

	/** Whether the current entry belongs to the shown page: the same part and state, or another one. */
	get isOfShownPage(): boolean {
		return visitOf(this.#location.entry) === this.#visit;
	}

	/**
	 * Follows a move of the browser.
	 *
	 * @param scrolled whether the browser may have scrolled already
	 * @returns the number of entries moved
	 */
	follow(scrolled: boolean): number {
		const left = this.#index;
		this.#index = this.#location.entry.index;
		this.#scroll.save(left, scrolled);
		return this.#index - left;
	}

	/** Undoes a move that `follow` returned, because the page stays. */
	undo(delta: number): void {
		this.#index -= delta;
		this.#location.go(-delta);
	}

	/** Saves the scroll position of the shown entry, which may be left. */
	save(): void {
		this.#scroll.save(this.#index);
	}

	/** Captures the snapshots of the page's components, before the page is replaced. */
	capture(): void {
		this.#snapshots.capture();
	}

	/**
	 * Writes the history entry of a navigation.
	 *
	 * @param url    the final URL
	 * @param within whether the shown page stays
	 */
	write({ type, replaceState, state, url: wanted }: Intent, url: URL, within: boolean): void {
		const location = this.#location;
		if (type === 'popstate') {
			if (url.href !== wanted.href) location.replace(url, location.entry.state);
		} else {
			const replace = replaceState || (url.href === location.url.href && !state);
			const stays = within || (replace && isSamePage(url, this.url));
			const part = stays ? { visit: this.#visit } : undefined;
			location[replace ? 'replace' : 'push'](url, state ?? {}, part);
		}
		this.#arrive();
	}

	/**
	 * Writes an entry of the shown page, with any URL in the address bar.
	 *
	 * @param shown the page's own URL
	 */
	writeShallow(method: 'push' | 'replace', url: URL, state: Record<string, any>, shown: URL): void {
		if (method === 'push') this.save();
		const part = url.href === shown.href ? {} : { shown: shown.href };
		this.#location[method](url, state, { visit: this.#visit, ...part });
		this.#arrive();
	}

	#arrive(): void {
		this.#index = this.#location.entry.index;
		this.#visit = visitOf(this.#location.entry);
	}

	/** Call it before a page is shown. The returned function says whether that page has scrolled itself. */
	watchScroll(): () => boolean {
		return this.#scroll.watch();
	}

	/** Restores the scroll position of the entry. */
	restoreScroll(): void {
		this.#scroll.restore(this.#index);
	}

	/** Restores the snapshots of the page's components. */
	restore(): void {
		this.#snapshots.restore();
	}

	destroy(): void {
		this.#scroll.destroy();
		this.#snapshots.destroy();
	}
}
