import type { Host } from '../host.ts';
import { isSamePage, type Intent } from '../intent.ts';
import { shownUrl, visitOf, type Location } from './location.ts';
import { createScrollMemory, type ScrollMemory } from './scroll.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';

/**
 * The app's history with what is remembered of each entry: where it was scrolled to, and what the components
 * of its page have captured.
 */
export class Trail {
	readonly #location: Location;
	readonly #scroll: ScrollMemory;
	readonly #snapshots: Snapshots;
	/** The index of the entry that was moved to last; during `popstate` that is before its page is shown. */
	#index: number;
	/** The visit of the page that is shown. */
	#visit: number;

	constructor(location: Location, host: Pick<Host<unknown>, 'capture' | 'restore'>) {
		this.#location = location;
		this.#index = location.entry.index;
		// A document shows what the address bar says, so that an entry of another page begins a visit then.
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

	/** `page.state` that a document begins with: that of its entry, unless it was for another page. */
	get firstState(): Record<string, any> {
		return this.isOfShownPage ? this.state : {};
	}

	/** Whether the current entry shows the page that is there, or another part or state of it. */
	get isOfShownPage(): boolean {
		return visitOf(this.#location.entry) === this.#visit;
	}

	/**
	 * Follows the browser to where it has moved.
	 *
	 * @param scrolled whether it may have scrolled already
	 * @returns by how many entries
	 */
	follow(scrolled: boolean): number {
		const left = this.#index;
		this.#index = this.#location.entry.index;
		this.#scroll.save(left, scrolled);
		return this.#index - left;
	}

	/** Sends the browser back by what `follow` returned: the page stays. */
	undo(delta: number): void {
		this.#index -= delta;
		this.#location.go(-delta);
	}

	/** Notes where the shown entry is scrolled to: it may be left. */
	save(): void {
		this.#scroll.save(this.#index);
	}

	/** Has the components of the page captured: it gives way. */
	capture(): void {
		this.#snapshots.capture();
	}

	/**
	 * Writes what a navigation leads to.
	 *
	 * @param url    where it has ended
	 * @param within whether the page that is shown stays
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
	 * Writes an entry of the page that is shown, whatever the address bar says.
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

	/** Call it before a page is shown. Returns whether that page has scrolled by itself. */
	watchScroll(): () => boolean {
		return this.#scroll.watch();
	}

	/** Scrolls to where the entry was left. */
	restoreScroll(): void {
		this.#scroll.restore(this.#index);
	}

	/** Gives the components of the page back what they captured when it was left. */
	restore(): void {
		this.#snapshots.restore();
	}

	destroy(): void {
		this.#scroll.destroy();
		this.#snapshots.destroy();
	}
}
