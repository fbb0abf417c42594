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
	/** The page that was loaded ahead, or is on its way. */
	#ready: { href: string; landing: Promise<Landed<View>>; isOld: () => boolean } | undefined;

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
		const ahead = await this.#takeReady(url, signal, all);
		if (ahead) return ahead;
		const fresh = this.#along.take(url);
		const how = all || this.#old ? ALL : FOR_ANOTHER;
		return this.#load(url, { signal, fresh, shown: this.#shown, ...how });
	}

	/** The page that was loaded ahead, if it is the wanted one and as new as one that would be asked for now. */
	async #takeReady(
		url: URL,
		signal: AbortSignal,
		all: boolean | undefined
	): Promise<Landed<View> | undefined> {
		const ready = this.#ready;
		this.#ready = undefined;
		if (ready?.href !== url.href || all || this.#old || ready.isOld()) return undefined;
		const landed = await ready.landing;
		// It may have failed where one that is asked for now does not.
		return signal.aborted || (landed.page && !ready.isOld()) ? landed : undefined;
	}

	/** Loads a page ahead, for the next navigation to use if that leads there and nothing is sent before. */
	preload(url: URL): Promise<Landed<View>> {
		const ready = this.#ready;
		if (ready?.href === url.href && !ready.isOld()) return ready.landing;
		const isOld = this.#along.since();
		const { signal } = new AbortController();
		// What it leaves out is the data of the page that is shown: another one forgets it.
		const landing = this.#load(url, { signal, shown: this.#shown, ...FOR_ANOTHER });
		this.#ready = { href: url.href, landing, isOld };
		return landing;
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
