import { createClock } from '../../page/clock.ts';
import { pageFields, type PageStore } from '../../page/page-state.ts';
import type { PageData } from '../../protocol/page-data.ts';
import { runAround, type Navigation } from '../hooks.ts';
import type { FieldKeeper, Host } from '../host.ts';
import { isSamePage } from '../intent.ts';
import type { LeaveGuard } from '../leave-guard.ts';
import type { BeforeShown, Outcome } from '../navigator.ts';
import type { Old } from './held.ts';
import type { PageSource } from './page-source.ts';

/** What a refresher is made of. */
export interface RefresherParts<View> {
	page: PageStore;
	host: Host<View>;
	fields: FieldKeeper;
	source: PageSource<View>;
	guard: LeaveGuard;
	/** Goes where the refreshed page has redirected. */
	redirect(url: URL): Promise<void>;
	/** Describes a change in place to `onNavigate`; the second is called when it is over. */
	describe(): [navigation: Navigation, done: () => void];
}

/** Changes the page that is shown in its place. */
export class Refresher<View> {
	readonly #parts: RefresherParts<View>;
	readonly #refreshes = createClock();
	#newest: Promise<void> | undefined;
	/** Aborted when the page gives way: what comes next brings fresh data itself. */
	#staying = new AbortController();

	constructor(parts: RefresherParts<View>) {
		this.#parts = parts;
	}

	/** The page gives way to another one. */
	leave(): void {
		this.#staying.abort();
		this.#staying = new AbortController();
	}

	/** Runs all loads again; see `Navigator.invalidateAll`. */
	all(outcome?: Outcome, isLate?: () => boolean, beforeShown?: BeforeShown): Promise<void> {
		return (this.#newest = this.#refresh(outcome, isLate, beforeShown));
	}

	/** Runs those loads again that depend on what is stale. */
	async some(isStale: (url: URL) => boolean): Promise<void> {
		const old = this.#parts.source.old(isStale);
		if (old) return (this.#newest = this.#refresh(undefined, undefined, undefined, old));
	}

	async #refresh(
		outcome?: Outcome,
		isLate?: () => boolean,
		beforeShown?: BeforeShown,
		old?: Old
	): Promise<void> {
		const { page, fields, guard, source } = this.#parts;
		this.#refreshes.tick();
		const isOld = this.#refreshes.since();
		const { error, url } = page.current;
		const { signal } = this.#staying;
		const landed = await source.reload(url, signal, old);
		if (signal.aborted || !isSamePage(url, page.current.url)) return;
		// A newer refresh brings newer data. Who goes on with the result of this one must not hide that one's.
		if (isOld()) return outcome ? undefined : this.#newest;
		// The browser's own error page would take what is on this one.
		if (landed.failure) throw landed.failure;
		if (!landed.page) return guard.load(landed.url, true);
		if (landed.url.href !== url.href) return this.#parts.redirect(landed.url);
		const { view, page: fresh } = landed;
		const change = (): void => {
			// A boundary that came in the meantime is newer news.
			if (page.current.error !== error) return;
			const { status } = page.current;
			this.#replace(fresh, view, isLate?.() ? { status } : outcome);
		};
		await this.show(change, async () => {
			this.#parts.host.expect?.(view);
			return beforeShown?.() ?? [];
		});
		// An error has no fields to put them into.
		if (!page.current.error) fields.restore(url);
	}

	#replace(fresh: PageData, view: View, outcome: Partial<Outcome> | undefined): void {
		const { page, host, fields, source } = this.#parts;
		if (fresh.error) fields.keep();
		source.replace(fresh);
		host.show(view);
		page.set({ ...pageFields(fresh), ...outcome });
	}

	/** Changes what is shown in place, inside what `onNavigate` wraps around it. */
	async show(change: () => void, beforeShown?: BeforeShown): Promise<void> {
		const { host } = this.#parts;
		const { signal } = this.#staying;
		const [navigation, done] = this.#parts.describe();
		const cleanup = await runAround(navigation);
		const edited = (!signal.aborted && (await beforeShown?.())) || [];
		const release = host.protect?.(edited);
		if (!signal.aborted) change();
		await host.settled();
		release?.();
		done();
		cleanup();
	}
}
