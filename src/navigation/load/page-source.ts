import type { PageData } from '../../protocol/page-data.ts';
import { addOld, ELSEWHERE, oldBecause, type Old } from './held.ts';
import type { Landed, LoadPage } from './load-page.ts';
import type { Navigator } from '../navigator.ts';
import { createPagesAlong } from './page-along.ts';

/** Every load must run. */
const ALL: Old = { stale: undefined, again: undefined };

/** Every load must run whose data is not valid for another page. */
const FOR_ANOTHER = { stale: ELSEWHERE, again: [] } as const;

/** Has the data of the shown page, and loads the data of the next one. */
export class PageSource<View> {
	readonly #load: LoadPage<View>;
	readonly #along = createPagesAlong();
	#shown: PageData;
	/** Its loads that are known to be old, because a refresh for them is still in flight or has failed. */
	#old: Old | undefined;
	/** The preloaded page, loaded or in flight. */
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

	/** The loads of the page that depend on stale data; `null` if there are none. */
	old(isStale: (url: URL) => boolean): Old | null {
		return oldBecause(this.#shown, isStale);
	}

	/**
	 * Loads another page.
	 *
	 * @param all whether every `load` must run
	 */
	async load(url: URL, signal: AbortSignal, all: boolean | undefined): Promise<Landed<View>> {
		const ahead = await this.#takeReady(url, signal, all);
		if (ahead) return ahead;
		const fresh = this.#along.take(url);
		const how = all || this.#old ? ALL : FOR_ANOTHER;
		return this.#load(url, { signal, fresh, shown: this.#shown, ...how });
	}

	/** Takes the preloaded page, if it is the right one and as new as a page that would be requested now. */
	async #takeReady(
		url: URL,
		signal: AbortSignal,
		all: boolean | undefined
	): Promise<Landed<View> | undefined> {
		const ready = this.#ready;
		this.#ready = undefined;
		if (ready?.href !== url.href || all || this.#old || ready.isOld()) return undefined;
		const landed = await ready.landing;
		// A preload may have failed; a new request may succeed.
		return signal.aborted || (landed.page && !ready.isOld()) ? landed : undefined;
	}

	/** Preloads a page. The next navigation uses it if it leads there and nothing was sent in the meantime. */
	preload(url: URL): Promise<Landed<View>> {
		const ready = this.#ready;
		if (ready?.href === url.href && !ready.isOld()) return ready.landing;
		const isOld = this.#along.since();
		const { signal } = new AbortController();
		// It omits data of the currently shown page, so another page must drop it.
		const landing = this.#load(url, { signal, shown: this.#shown, ...FOR_ANOTHER });
		this.#ready = { href: url.href, landing, isOld };
		return landing;
	}

	/** Reloads all or some of the page's data. */
	async reload(url: URL, signal: AbortSignal, old: Old = ALL): Promise<Landed<View>> {
		this.#old = addOld(this.#old, old);
		const fresh = this.#along.take(url);
		this.#along.touch();
		const known = { signal, fresh, shown: this.#shown, inPlace: true, ...this.#old };
		const landed = await this.#load(url, known);
		this.#along.touch();
		return landed;
	}
}
