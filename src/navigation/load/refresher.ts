import { createClock } from '../../page/clock.ts';
import { pageFields, type PageStore } from '../../page/page-state.ts';
import type { PageData } from '../../protocol/page-data.ts';
import type { Navigation } from '../hooks.ts';
import { runAround } from '../run-hooks.ts';
import type { FieldKeeper, Host } from '../host.ts';
import { isSamePage } from '../same-page.ts';
import type { LeaveGuard } from '../leave-guard.ts';
import type { BeforeShown, Outcome } from '../navigator.ts';
import type { Old } from './held.ts';
import type { PageSource } from './page-source.ts';

/** The parts of a refresher. */
export interface RefresherParts<View> {
	page: PageStore;
	host: Host<View>;
	fields: FieldKeeper;
	source: PageSource<View>;
	guard: LeaveGuard;
	/** Follows a redirect of the refreshed page. */
	redirect(url: URL): Promise<void>;
	/** Describes a change in place for `onNavigate`. Call `done` when it is over. */
	describe(): [navigation: Navigation, done: () => void];
}

/** Updates the shown page in place. */
export class Refresher<View> {
	readonly #parts: RefresherParts<View>;
	readonly #refreshes = createClock();
	#newest: Promise<void> | undefined;
	/** Aborted when the page is replaced: the next page brings fresh data itself. */
	#staying = new AbortController();

	constructor(parts: RefresherParts<View>) {
		this.#parts = parts;
	}

	/** Call it when another page replaces this one. */
	leave(): void {
		this.#staying.abort();
		this.#staying = new AbortController();
	}

	/** Reruns all loads; see `Navigator.invalidateAll`. */
	all(outcome?: Outcome, isLate?: () => boolean, beforeShown?: BeforeShown): Promise<void> {
		return (this.#newest = this.#refresh(outcome, isLate, beforeShown));
	}

	/** Reruns the loads that depend on stale data. */
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
		// A newer refresh brings newer data. Callers that wait for data wait for that one.
		if (isOld()) return outcome ? undefined : this.#newest;
		// Keep the page: the browser's own error page would replace it.
		if (landed.failure) throw landed.failure;
		if (!landed.page) return guard.load(landed.url, true);
		if (landed.url.href !== url.href) return this.#parts.redirect(landed.url);
		const { view, page: fresh } = landed;
		const change = (): void => {
			// A boundary that appeared in the meantime is newer.
			if (page.current.error !== error) return;
			const { status } = page.current;
			this.#replace(fresh, view, isLate?.() ? { status } : outcome);
		};
		await this.show(change, async () => {
			this.#parts.host.expect?.(view);
			return beforeShown?.() ?? [];
		});
		// An error page has no fields to restore.
		if (!page.current.error) fields.restore(url);
	}

	#replace(fresh: PageData, view: View, outcome: Partial<Outcome> | undefined): void {
		const { page, host, fields, source } = this.#parts;
		if (fresh.error) fields.keep();
		source.replace(fresh);
		host.show(view);
		page.set({ ...pageFields(fresh), ...outcome });
	}

	/** Makes a change in place, wrapped by `onNavigate`. */
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
