import type { PageData } from '../../protocol/page-data.ts';
import { addOld, ELSEWHERE, oldBecause, type Old } from './held.ts';
import type { Landed, LoadPage } from './load-page.ts';
import type { Navigator } from '../navigator.ts';
import { createPagesAlong } from './page-along.ts';

/** Every load has to run. */
const ALL: Old = { stale: undefined, again: undefined };

/** What is not as good for another page has to run. */
const FOR_ANOTHER = { stale: ELSEWHERE, again: [] } as const;

/** What the shown page was made from, and how the data of the next one is got. */
export class PageSource<View> {
	readonly #load: LoadPage<View>;
	readonly #along = createPagesAlong();
	#shown: PageData;
	/** What of it is known to be old: a refresh that is not over, or that failed, was to load it. */
	#old: Old | undefined;
	/** The page that was loaded ahead. */
	#ready: { href: string; landed: Landed<View>; isOld: () => boolean } | undefined;

	constructor(first: PageData, load: LoadPage<View>) {
		this.#shown = first;
		this.#load = load;
	}

	get askAlong(): NonNullable<Navigator['askAlong']> {
		return this.#along.ask;
	}

	/** The page has been replaced, or refreshed. */
	replace(page: PageData): void {
		this.#shown = page;
		this.#old = this.#ready = undefined;
	}

	/** What of the page depends on something that is stale; `null` where nothing does. */
	old(isStale: (url: URL) => boolean): Old | null {
		return oldBecause(this.#shown, isStale);
	}

	/**
	 * Loads another page.
	 *
	 * @param all whether every `load` has to run
	 */
	async load(url: URL, signal: AbortSignal, all: boolean | undefined): Promise<Landed<View>> {
		const ready = this.#ready;
		this.#ready = undefined;
		const isGood = ready?.href === url.href && !all && !this.#old && !ready.isOld();
		if (isGood) return ready.landed;
		const fresh = this.#along.take(url);
		const how = all || this.#old ? ALL : FOR_ANOTHER;
		return this.#load(url, { signal, fresh, shown: this.#shown, ...how });
	}

	/** Loads a page ahead, for the next navigation to use if that leads there and nothing is sent before. */
	async preload(url: URL): Promise<Landed<View>> {
		const isOld = this.#along.since();
		const { signal } = new AbortController();
		const shown = this.#shown;
		const landed = await this.#load(url, { signal, shown, ...FOR_ANOTHER });
		// What it left out was the data of the page that was shown then.
		if (landed.page && shown === this.#shown) this.#ready = { href: url.href, landed, isOld };
		return landed;
	}

	/** Loads the page again, or some of it. */
	async reload(url: URL, signal: AbortSignal, old: Old = ALL): Promise<Landed<View>> {
		this.#old = addOld(this.#old, old);
		const fresh = this.#along.take(url);
		this.#along.touch();
		const landed = await this.#load(url, { signal, fresh, shown: this.#shown, ...this.#old });
		this.#along.touch();
		return landed;
	}
}
