import { doc } from '../dom/doc.ts';
import type { Decoders } from '../protocol/transport.ts';
import { pageFields, type PageStore } from '../page/page-state.ts';
import { mergedData, type PageData } from '../protocol/page-data.ts';
import { announce, prepareAnnouncements } from '../dom/announce.ts';
import { focusedElement } from '../dom/focused.ts';
import { installNavigator } from './current.ts';
import { createDepartures } from './departures.ts';
import type { Navigation } from './hooks.ts';
import type { FieldKeeper, Host, RouterParts } from './host.ts';
import { describeNavigation, isWithin, landedAt, type Intent } from './intent.ts';
import { isSamePath } from './same-page.ts';
import { createLeaveGuard, type LeaveGuard } from './leave-guard.ts';
import { createLoadPage, isUnknown, type Landed } from './load/load-page.ts';
import type { Location } from './history/location.ts';
import { idle, navigating } from './navigating.ts';
import type { GotoOptions, Navigator, Outcome, Preloaded } from './navigator.ts';
import { PageSource } from './load/page-source.ts';
import { Refresher } from './load/refresher.ts';
import { runAfter, runAround, runBefore } from './run-hooks.ts';
import { reveal } from './history/reveal.ts';
import { Trail } from './history/trail.ts';

/** Turns URLs into pages: guard, load, commit, settle. The newest navigation wins. */
export class Router<View> {
	readonly #page: PageStore;
	readonly #location: Location;
	readonly #host: Host<View>;
	readonly #source: PageSource<View>;
	readonly #refresher: Refresher<View>;
	readonly #fields: FieldKeeper;
	readonly #trail: Trail;
	readonly #guard: LeaveGuard;
	readonly #undo: (() => void)[];
	readonly #departures = createDepartures();
	/** The next navigation aborts it, because the newest one wins. */
	#loading = new AbortController();

	constructor({ page, first, location, host, fields, fetch, decoders }: RouterParts<View>) {
		this.#page = page;
		this.#location = location;
		this.#host = host;
		this.#fields = fields;
		this.#source = new PageSource(first, createLoadPage(host, fetch, decoders));
		this.#trail = new Trail(location, host);
		this.#guard = createLeaveGuard(page, location);
		this.#refresher = new Refresher({
			page,
			host,
			fields,
			source: this.#source,
			guard: this.#guard,
			redirect: (url) => this.#goto(url, { invalidateAll: true }),
			describe: () => this.#describe({ url: page.current.url, type: 'form' })
		});
		this.#undo = [
			installNavigator(this.#navigator(decoders)),
			location.listen((type) => this.#onMove(type)),
			() => this.#trail.destroy(),
			() => this.#fields.destroy(),
			() => this.#guard.destroy()
		];
	}

	/** The interface for the rest of the browser half. */
	#navigator(decoders: Decoders): Navigator {
		return {
			here: () => this.#page.current.url,
			goto: (...wish) => this.#goto(...wish),
			showError: (error, status, isLate) => this.#showError(error, status, isLate),
			invalidateAll: (outcome, isLate, beforeShown) =>
				this.#refresher.all(outcome, isLate, beforeShown),
			refresh: (isStale) => this.#refresher.some(isStale),
			preload: (url) => this.#preload(url),
			preloadCode: (url) => this.#preloadCode(url),
			shallow: (...entry) => this.#shallow(...entry),
			show: (...change) => this.#refresher.show(...change),
			onLeave: this.#departures.listen,
			askAlong: this.#source.askAlong,
			decoders
		};
	}

	#describe(intent: Intent): ReturnType<typeof describeNavigation> {
		return describeNavigation(this.#page.current, intent, this.#host);
	}

	#goto(url: URL, options?: GotoOptions, outcome?: Outcome, byApp?: boolean): Promise<void> {
		if (url.origin !== this.#location.url.origin) return this.#location.load(url);
		return this.#navigate({ ...options, url, type: 'goto', outcome, byApp });
	}

	/** Follows a link or a GET form. */
	follow(type: 'link' | 'form', url: URL, options?: GotoOptions): Promise<void> {
		return this.#navigate({ ...options, url, type });
	}

	async #preload(url: URL): Promise<Preloaded> {
		const { page, url: landed, failure } = await this.#source.preload(url);
		if (failure) throw failure;
		if (landed.href !== url.href) return { type: 'redirect', location: landed.href };
		return { type: 'loaded', status: page?.status ?? 404, data: page ? mergedData(page) : {} };
	}

	async #preloadCode(url: URL): Promise<void> {
		const found = this.#host.match?.(url);
		if (found) await this.#host.prepareCode?.(found);
	}

	/** Adds or changes a history entry of the shown page. */
	#shallow(replace: boolean, url: URL, state: Record<string, any>): void {
		const { url: shown } = this.#page.current;
		this.#trail.writeShallow(replace ? 'replace' : 'push', url, state, shown);
		this.#page.set({ state });
	}

	async #showError(thrown: unknown, status: number, isLate?: () => boolean): Promise<void> {
		const isLeft = this.#departures.since();
		const error = this.#host.describeError(thrown, status);
		const view = await this.#host.prepareError(error);
		if (isLeft() || isLate?.()) return;
		this.#fields.keep();
		this.#host.show(view);
		this.#page.set({ error, status });
		await this.#host.settled();
	}

	/** Gives history and scrolling back to the browser, and uninstalls the navigator. */
	destroy(): void {
		for (const undo of this.#undo) undo();
	}

	/** Whether the browser may follow a link out of the app. */
	mayLeave(url: URL): boolean {
		return this.#guard.mayLeave(url);
	}

	/** Call it when the first page is shown: restores snapshots after a reload, and runs the hooks. */
	async enter(): Promise<void> {
		const { url, params, route } = this.#page.current;
		const to = { url, params, route };
		const complete = Promise.resolve();
		// The server renders without `page.state`, so set it only after hydration.
		this.#page.set({ state: this.#trail.firstState });
		await this.#host.settled();
		this.#trail.restore();
		runAfter({ from: null, to, type: 'enter', willUnload: false, complete });
	}

	#onMove(type: 'popstate' | 'fragment'): void {
		// The browser scrolls to a fragment before the event (Firefox, WebKit) or after it (Chromium).
		const delta = this.#trail.follow(type === 'fragment');
		const { url } = this.#trail;
		if (type === 'fragment') return this.#page.set({ url, state: {} });
		// Sent back below.
		if (delta) void this.#navigate({ url, type, delta });
	}

	async #navigate(intent: Intent): Promise<void> {
		const isMove = intent.type === 'popstate';
		intent.focused = focusedElement();
		prepareAnnouncements();
		const within = isWithin(intent, this.#page.current) && (!isMove || this.#trail.isOfShownPage);
		const [navigation, done] = this.#describe(intent);
		this.#guard.stay();
		// A move within the page has already happened, and does not leave the page.
		if (!(within && isMove) && !runBefore(navigation)) {
			done();
			// The browser has already moved, so move it back: the page stays.
			return intent.delta ? this.#trail.undo(intent.delta) : undefined;
		}
		if (!within) {
			this.#departures.leave(this.#page.current.url, intent.url, intent.byApp);
			this.#refresher.leave();
		}
		this.#loading.abort();
		this.#loading = new AbortController();
		if (!isMove) this.#trail.save();
		navigating.set(within ? idle : { ...idle, ...navigation });
		const show = within ? this.#moveWithin : this.#showPage;
		await show.call(this, intent, navigation).finally(done);
	}

	/** Shows another part or state of the shown page. */
	async #moveWithin(intent: Intent, navigation: Navigation): Promise<void> {
		const isMove = intent.type === 'popstate';
		const { signal } = this.#loading;
		const cleanup = !isMove && (await runAround(navigation));
		if (signal.aborted) return;
		this.#trail.write(intent, intent.url, true);
		this.#page.set({ url: intent.url, state: this.#trail.state });
		// A dialog that Back or Forward opens or closes manages the focus itself.
		const keepFocus = intent.keepFocus || isMove;
		await this.#settle({ ...intent, keepFocus }, intent.url, () => false);
		if (cleanup) runAfter(navigation, cleanup);
	}

	async #showPage(intent: Intent, navigation: Navigation): Promise<void> {
		const { signal } = this.#loading;
		const { form } = this.#page.current;
		try {
			const landed = await this.#source.load(intent.url, signal, intent.invalidateAll);
			if (signal.aborted) return;
			if (!landed.page || isUnknown(landed.page)) {
				return this.#guard.load(landed.url, intent.type === 'popstate');
			}
			const shown = landedAt(navigation, landed.url, landed.page);
			const cleanup = await runAround(shown);
			if (signal.aborted) return;
			await this.#commit(intent, landed, form);
			runAfter(shown, cleanup);
			if (intent.type === 'popstate') this.#trail.restore();
		} finally {
			if (!signal.aborted) navigating.set(idle);
		}
	}

	/** Shows a loaded page. `formBefore` is the `page.form` at the start of the navigation. */
	async #commit(
		intent: Intent,
		{ url, page, view }: Landed<View> & { page: PageData },
		formBefore: unknown
	): Promise<void> {
		// Submissions from the old page, made while this one was loading, are late from now on.
		const { form, status, url: before } = this.#page.current;
		this.#departures.leave(before, url, intent.byApp);
		// On the same page, a result that arrived in the meantime is newer than the navigation.
		const kept = form !== formBefore && isSamePath(url, before) ? { form, status } : { form: null };
		this.#trail.capture();
		this.#trail.write(intent, url, false);
		this.#source.replace(page);
		const forget = this.#fields.keep();
		const hasScrolled = this.#trail.watchScroll();
		this.#host.show(view);
		const { state } = this.#trail;
		this.#page.set({ ...pageFields(page), ...kept, ...intent.outcome, url, state });
		await this.#settle(intent, url, hasScrolled);
		if (!this.#page.current.error) {
			forget();
			this.#fields.restore(url);
		}
		announce(doc.title);
	}

	async #settle(intent: Intent, url: URL, hasScrolled: () => boolean): Promise<void> {
		await this.#host.settled();
		reveal(intent, url, { hasScrolled, restoreScroll: () => this.#trail.restoreScroll() });
	}
}
