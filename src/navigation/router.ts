import type { Decoders } from '../protocol/codec.ts';
import { createClock } from '../page/clock.ts';
import { pageFields, type PageStore } from '../page/page-state.ts';
import type { PageData } from '../protocol/page-data.ts';
import { announce } from '../dom/announce.ts';
import { installNavigator } from './current.ts';
import { runAfter, runAround, runBefore, type Navigation } from './hooks.ts';
import type { FieldKeeper, Host, RouterParts } from './host.ts';
import { describeNavigation, isSamePage, isSamePath, isWithin, type Intent } from './intent.ts';
import { listen } from '../dom/listen.ts';
import { createLoadPage, isUnknown, type Landed, type LoadPage } from './load-page.ts';
import type { Location } from './location.ts';
import { idle, navigating } from './navigating.ts';
import type { GotoOptions, Navigator, Outcome } from './navigator.ts';
import { createPagesAlong } from './page-along.ts';
import { reveal } from './reveal.ts';
import { createScrollMemory, type ScrollMemory } from './scroll.ts';

/** Turns URLs into pages: guard, load, commit, settle. The newest navigation wins. */
export class Router<View> {
	readonly #page: PageStore;
	readonly #location: Location;
	readonly #host: Host<View>;
	readonly #load: LoadPage<View>;
	readonly #fields: FieldKeeper;
	readonly #scroll: ScrollMemory;
	readonly #undo: (() => void)[];
	readonly #along = createPagesAlong();
	readonly #leaveListeners = new Set<(byApp: boolean) => void>();
	/** Ticks when the page is about to give way, also to a fresh copy of it, and when it does. */
	readonly #departures = createClock();
	readonly #refreshes = createClock();
	/** The newest refresh. */
	#refreshed: Promise<void> | undefined;
	/** Aborted by the next navigation: the newest one wins. */
	#loading = new AbortController();
	/** Aborted by the next navigation that leaves the page: that one brings fresh data itself. */
	#refreshing = new AbortController();
	/** What the shown page was made from. */
	#source: PageData;
	/** Whether the callbacks have been asked about leaving the document. */
	#asked = false;
	/** The index of the entry whose page is shown; during `popstate` the browser is ahead of it. */
	#shown: number;

	constructor({ page, first, location, host, fields, fetch, decoders }: RouterParts<View>) {
		this.#page = page;
		this.#location = location;
		this.#host = host;
		this.#fields = fields;
		this.#load = createLoadPage(host, fetch, decoders);
		this.#shown = location.entry.index;
		this.#source = first;
		this.#scroll = createScrollMemory(() => this.#shown);
		this.#undo = [
			installNavigator(this.#navigator(decoders)),
			location.listen((type) => this.#onMove(type)),
			() => this.#scroll.destroy(),
			() => this.#fields.destroy(),
			listen(window, 'beforeunload', (event) => this.#onLeave(event))
		];
	}

	/** The face that the rest of the browser half sees. */
	#navigator(decoders: Decoders): Navigator {
		return {
			here: () => this.#location.url,
			goto: (...wish) => this.#goto(...wish),
			showError: (...shown) => this.#showError(...shown),
			invalidateAll: (...result) => (this.#refreshed = this.#refresh(...result)),
			show: (change) => this.#show(change),
			onLeave: (listener) => this.#onLeavePage(listener),
			askAlong: (...wish) => this.#along.ask(...wish),
			decoders
		};
	}

	#describe(intent: Intent): ReturnType<typeof describeNavigation> {
		return describeNavigation(this.#page.current, intent);
	}

	#onLeavePage(listener: (byApp: boolean) => void): () => void {
		this.#leaveListeners.add(listener);
		return () => void this.#leaveListeners.delete(listener);
	}

	#leavePage(url: URL, { byApp = false }: Intent): void {
		this.#departures.tick();
		if (isSamePath(url, this.#page.current.url)) return;
		for (const listener of this.#leaveListeners) listener(byApp);
	}

	#goto(url: URL, options?: GotoOptions, outcome?: Outcome, byApp?: boolean): Promise<void> {
		if (url.origin !== this.#location.url.origin) return this.#location.load(url);
		return this.#navigate({ ...options, url, type: 'goto', outcome, byApp });
	}

	/** Follows a link or a GET form. */
	follow(type: 'link' | 'form', url: URL, options?: GotoOptions): Promise<void> {
		return this.#navigate({ ...options, url, type });
	}

	async #refresh(outcome?: Outcome, isLate?: () => boolean): Promise<void> {
		this.#refreshes.tick();
		const isOld = this.#refreshes.since();
		const { error } = this.#page.current;
		const { url } = this.#location;
		const { signal } = this.#refreshing;
		const fresh = this.#along.take(url);
		this.#along.touch();
		const landed = await this.#load(url, { signal, fresh });
		this.#along.touch();
		if (signal.aborted || !isSamePage(url, this.#location.url)) return;
		// A newer refresh brings newer data. Who goes on with the result of this one must not hide that one's.
		if (isOld()) return outcome ? undefined : this.#refreshed;
		// The browser's own error page would take what is on this one.
		if (landed.failure) throw landed.failure;
		if (!landed.page) return this.#loadDocument(landed.url, true);
		if (landed.url.href !== url.href) return this.#goto(landed.url, { invalidateAll: true });
		const { view, page: source } = landed;
		await this.#show(() => {
			const { error: shown, status } = this.#page.current;
			// A boundary that came meanwhile is newer news.
			if (shown !== error) return;
			if (source.error) this.#fields.keep(url);
			this.#source = source;
			this.#host.show(view);
			this.#page.set({ ...pageFields(source), ...(isLate?.() ? { status } : outcome) });
		});
		// An error has no fields to put them into.
		if (!this.#page.current.error) this.#fields.restore(url);
	}

	/** Changes what is shown in place, inside of what `onNavigate` wraps around it. */
	async #show(change: () => void): Promise<void> {
		const { signal } = this.#refreshing;
		const [navigation, done] = this.#describe({ url: this.#location.url, type: 'form' });
		const cleanup = await runAround(navigation);
		if (!signal.aborted) change();
		await this.#host.settled();
		done();
		cleanup();
	}

	async #showError(thrown: unknown, status: number, isLate?: () => boolean): Promise<void> {
		const isLeft = this.#departures.since();
		const error = this.#host.describeError(thrown, status);
		const view = await this.#host.prepareError(error);
		if (isLeft() || isLate?.()) return;
		this.#fields.keep(this.#page.current.url);
		this.#host.show(view);
		this.#page.set({ error, status });
		await this.#host.settled();
	}

	/** Gives history, scrolling and the entries' navigator back. */
	destroy(): void {
		for (const undo of this.#undo) undo();
	}

	/** The user leaves the document: all that a callback can do is to have the browser ask. */
	#onLeave(event: BeforeUnloadEvent): void {
		const asked = this.#asked;
		this.#asked = false;
		const [leaving] = this.#describe({ url: this.#page.current.url, type: 'leave' });
		if (!asked && !runBefore({ ...leaving, to: null, willUnload: true })) event.preventDefault();
	}

	/** Loads a document in place of a page; its navigation has passed `beforeNavigate` already. */
	#loadDocument(url: URL, replace: boolean): Promise<void> {
		this.#asked = true;
		return this.#location.load(url, replace);
	}

	#onMove(type: 'popstate' | 'fragment'): void {
		const leaving = this.#shown;
		this.#shown = this.#location.entry.index;
		// The browser scrolls to a fragment before it tells (Firefox, WebKit) or after (Chromium).
		this.#scroll.save(leaving, type === 'fragment');
		if (type === 'fragment') return this.#page.set({ url: this.#location.url, state: {} });
		const delta = this.#shown - leaving;
		// Sent back below.
		if (!delta) return;
		void this.#navigate({ url: this.#location.url, type, delta });
	}

	async #navigate(intent: Intent): Promise<void> {
		const [navigation, done] = this.#describe(intent);
		if (!runBefore(navigation)) {
			done();
			if (!intent.delta) return;
			// The browser has moved already; it is sent back to the page that stays.
			this.#shown -= intent.delta;
			return this.#location.go(-intent.delta);
		}
		const within = isWithin(intent, this.#page.current);
		if (!within) {
			this.#leavePage(intent.url, intent);
			this.#refreshing.abort();
			this.#refreshing = new AbortController();
		}
		this.#loading.abort();
		this.#loading = new AbortController();
		if (intent.type !== 'popstate') this.#scroll.save(this.#shown);
		navigating.set(within ? idle : { ...idle, ...navigation });
		await (within ? this.#moveWithin(intent) : this.#showPage(intent, navigation)).finally(done);
	}

	/** Shows another part of the page that is there already. */
	#moveWithin(intent: Intent): Promise<void> {
		this.#write(intent, intent.url);
		this.#page.set({ url: intent.url, state: this.#location.entry.state });
		return this.#settle(intent, intent.url);
	}

	async #showPage(intent: Intent, navigation: Navigation): Promise<void> {
		const { signal } = this.#loading;
		const { form } = this.#page.current;
		try {
			const held = intent.invalidateAll ? undefined : this.#source;
			const fresh = this.#along.take(intent.url);
			const landed = await this.#load(intent.url, { signal, held, fresh });
			if (signal.aborted) return;
			if (!landed.page || isUnknown(landed.page)) {
				return this.#loadDocument(landed.url, intent.type === 'popstate');
			}
			const cleanup = await runAround(navigation);
			if (signal.aborted) return;
			await this.#commit(intent, landed, form);
			cleanup();
			const { params, route, url } = this.#page.current;
			runAfter({ ...navigation, to: { url, params, route } });
		} finally {
			if (!signal.aborted) navigating.set(idle);
		}
	}

	/** Shows a page that is loaded. `formBefore` is `page.form` as it was when the navigation began. */
	async #commit(
		intent: Intent,
		{ url, page, view }: Landed<View> & { page: PageData },
		formBefore: unknown
	): Promise<void> {
		// What was submitted from the old page while this one was loading is late from now on.
		this.#leavePage(url, intent);
		const { form, status, url: before } = this.#page.current;
		// On the same page a result that came in the meantime is newer than the wish for a query.
		const kept = form !== formBefore && isSamePath(url, before) ? { form, status } : { form: null };
		this.#write(intent, url);
		this.#source = page;
		this.#host.show(view);
		const { state } = this.#location.entry;
		this.#page.set({ ...pageFields(page), ...kept, ...intent.outcome, url, state });
		await this.#settle(intent, url);
		if (!this.#page.current.error) this.#fields.restore(url);
		announce(document.title);
	}

	#write({ type, replaceState, state }: Intent, url: URL): void {
		const same = url.href === this.#location.url.href;
		if (type === 'popstate') {
			if (!same) this.#location.replace(url, this.#location.entry.state);
		} else this.#location[replaceState || (same && !state) ? 'replace' : 'push'](url, state ?? {});
		this.#shown = this.#location.entry.index;
	}

	async #settle(intent: Intent, url: URL): Promise<void> {
		await this.#host.settled();
		reveal(intent, url, () => this.#scroll.restore(this.#shown));
	}
}
