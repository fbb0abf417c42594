import type { PageData } from '../protocol/page-data.ts';
import { addOld, ELSEWHERE, staleLoads, type Old } from './held.ts';
import type { Landed, LoadPage } from './load-page.ts';
import type { Navigator } from './navigator.ts';
import { createPagesAlong } from './page-along.ts';

/** What the shown page was made from, and how the data of the next one is got. */
export class PageSource<View> {
	readonly #load: LoadPage<View>;
	readonly #along = createPagesAlong();
	#shown: PageData;
	/** What of it is known to be old: a refresh that is not over, or that failed, was to load it. */
	#old: Old | undefined;

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
		this.#old = undefined;
	}

	/** Which loads of the page depend on something that is stale; `null` where none does. */
	stale(isStale: (url: URL) => boolean): readonly boolean[] | null {
		const stale = staleLoads(this.#shown, isStale);
		return stale.includes(true) ? stale : null;
	}

	/**
	 * Loads another page.
	 *
	 * @param all whether every `load` has to run
	 */
	load(url: URL, signal: AbortSignal, all: boolean | undefined): Promise<Landed<View>> {
		const fresh = this.#along.take(url);
		const stale = all || this.#old ? undefined : ELSEWHERE;
		return this.#load(url, { signal, fresh, shown: this.#shown, stale });
	}

	/** Loads the page again, or some of it: a list says what. */
	async reload(url: URL, signal: AbortSignal, stale?: readonly boolean[]): Promise<Landed<View>> {
		this.#old = addOld(this.#old, stale);
		const fresh = this.#along.take(url);
		this.#along.touch();
		const landed = await this.#load(url, { signal, fresh, shown: this.#shown, ...this.#old });
		this.#along.touch();
		return landed;
	}
}
