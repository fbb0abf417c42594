import { doc } from '../dom/doc.ts';
import { native } from '../dom/native.ts';
import { decodeDocument } from './make/charset.ts';
import { isRestorable, keepControls, type KeptControls } from './controls.ts';
import { makeDocument, type DocumentText } from './make/make.ts';
import { DOCUMENT_ACCEPT, DOCUMENT_MARK, isHtml } from '../protocol/wire.ts';
import { keepListening, realm } from './make/realm.ts';
import { inspectScripts, noteScriptError, whyNative } from './why-native.ts';

/** A document of this tab's history. */
export interface Entry {
	/** The response to a POST, which cannot be requested again. */
	page?: DocumentText | undefined;
	/** The document's referrer. */
	referrer?: string;
	/** The user's input when it was left. */
	controls?: KeptControls;
	/** The scroll position when it was left. */
	scroll?: [x: number, y: number];
}

/** How much text of responses to keep for Back and Forward, in characters. */
const MAX_KEPT = 4_000_000;

const markOf = (state: any): string | undefined => state?.[DOCUMENT_MARK];

let count = 0;
const newMark = (): string => `${Date.now().toString(36)}-${count++}`;

const write = (
	method: 'pushState' | 'replaceState',
	mark: string,
	url: string,
	state?: object
): void => history[method]({ ...state, [DOCUMENT_MARK]: mark }, '', url);

/** Marks the entry that is left, and keeps the page's own state. */
const markLeft = (mark: string): void => {
	const state: unknown = history.state;
	// A state that is not an object cannot have a mark.
	if (markOf(state) === mark || (state != null && typeof state !== 'object')) return;
	write('replaceState', mark, location.href, state ?? {});
};

/** Drops the oldest responses first. Their entries are then requested by GET. */
const forgetOld = ({ entries }: { entries: Map<string, Entry> }): void => {
	let kept = 0;
	for (const entry of [...entries.values()].reverse()) {
		kept += entry.page?.text.length ?? 0;
		if (kept > MAX_KEPT) entry.page = undefined;
	}
};

const withoutFragment = (url: string): string => url.split('#')[0]!;

/** Saves the state of the shown document before it is left. */
const leave = (): void => {
	const state = realm();
	const entry = state.entries.get(state.shown) ?? {};
	entry.controls = keepControls(isRestorable);
	entry.scroll = [scrollX, scrollY];
	entry.referrer = state.referrer;
	state.entries.set(state.shown, entry);
};

/** Dispatches the events of leaving, like browsers: pages use them to save drafts and send statistics. */
const tellLeft = (): void => {
	dispatchEvent(new PageTransitionEvent('pagehide'));
	dispatchEvent(new Event('unload'));
};

/** The referrer for the next document (Referrer Policy, section 8.4). */
const referrerFrom = (url: string): string => {
	const meta = [...doc.querySelectorAll<HTMLMetaElement>('meta[name=referrer i]')].at(-1);
	const policy = meta?.content.trim().toLowerCase() ?? '';
	if (/^(no-referrer|never)$/.test(policy)) return '';
	return /^(strict-)?origin$/.test(policy) ? `${location.origin}/` : withoutFragment(url);
};

/** Scrolls a made document to a position. */
export const scrollAfter = (scroll: [x: number, y: number] | undefined): void => {
	if (!scroll) return;
	const go = (): void => scrollTo(...scroll);
	go();
	// Content that is still loading may make the page long enough.
	if (doc.readyState !== 'complete') addEventListener('load', go, { once: true });
};

/** Focuses the element with `autofocus`, which browsers only do once per window. */
export const focusAutofocus = (): void => {
	if (doc.activeElement !== doc.body) return;
	for (const element of doc.querySelectorAll<HTMLElement>('[autofocus]')) {
		element.focus({ preventScroll: !!location.hash });
		if (doc.activeElement === element) return;
	}
};

/** A document that replaces the shown one. */
export interface Arrival {
	page: DocumentText;
	/** Its address, with a fragment. */
	url: string;
	/** Whether it cannot be loaded by GET. */
	isPost: boolean;
	/** The scroll position; the start by default. */
	scroll?: [x: number, y: number] | undefined;
	/** Whether the form must not tell where it was. */
	isUnreferred?: boolean;
	/** Called when it is parsed. */
	parsed(): void;
	/** The function that makes it. */
	make: typeof makeDocument;
}

/** Shows a document: a new entry of the history, unless the address stays. */
export const showDocument = (arrival: Arrival): void => {
	const { page, url, isPost, scroll, parsed, make } = arrival;
	const state = realm();
	const isSame = url === location.href;
	leave();
	state.referrer = arrival.isUnreferred ? '' : referrerFrom(location.href);
	if (make === makeDocument) tellLeft();
	if (!isSame) markLeft(state.shown);
	const left = state.shown;
	state.shown = newMark();
	// The entry gets another document, so its saved input is obsolete.
	if (isSame) state.entries.delete(left);
	state.isAdded = !isSame;
	state.entries.set(state.shown, { page: isPost ? page : undefined });
	forgetOld(state);
	write(isSame ? 'replaceState' : 'pushState', state.shown, url);
	// A new entry has that of the page that is left. If morphed, so has the page, whose scripts do not run again.
	if (make === makeDocument) history.scrollRestoration = 'auto';
	state.url = url;
	make(page, parsed, scroll ?? [0, 0]);
};

/** Loads a document by GET, from the cache if possible, like a browser going back. */
const fetchDocument = async (url: string): Promise<DocumentText | undefined> => {
	const response = await fetch(url, {
		headers: { accept: DOCUMENT_ACCEPT },
		cache: 'force-cache',
		credentials: 'same-origin'
	});
	if (!isHtml(response) || new URL(response.url).origin !== location.origin) return undefined;
	const bytes = new Uint8Array(await response.arrayBuffer());
	const { headers } = response;
	const decoded = decodeDocument(bytes, headers.get('content-type') ?? '');
	return { ...decoded, headers, url: response.url };
};

/** Shows the document of the current history entry. */
const showEntry = async (mark: string): Promise<void> => {
	const state = realm();
	leave();
	state.shown = mark;
	// Submissions in flight belong to a page that was left.
	state.latest = state.begun + 1;
	const entry = state.entries.get(mark) ?? {};
	const { href } = location;
	await inspectScripts();
	if (state.shown !== mark) return;
	if (whyNative()) return location.reload();
	const page = entry.page ?? (await fetchDocument(href).catch(() => undefined));
	// The history may have moved on in the meantime.
	if (state.shown !== mark || location.href !== href) return;
	if (!page) return location.reload();
	const arrived = withoutFragment(page.url);
	if (!entry.page && arrived !== withoutFragment(href))
		write('replaceState', mark, arrived, history.state);
	state.url = location.href;
	state.referrer = entry.referrer ?? '';
	state.isAdded = false;
	state.entries.set(mark, entry);
	tellLeft();
	makeDocument(
		page,
		() => {
			entry.controls?.restore(!/no-store/i.test(page.headers.get('cache-control') ?? ''));
			scrollAfter(entry.scroll);
			if (!entry.controls?.restoreFocus()) focusAutofocus();
		},
		entry.scroll ?? [0, 0]
	);
};

const onPopState = ({ state: entryState }: PopStateEvent): void => {
	const state = realm();
	const mark = markOf(entryState);
	if (mark === state.shown) return void (state.url = location.href);
	if (mark) return void showEntry(mark);
	const shown = new URL(state.url);
	// An entry without our mark is a fragment of the shown document, or its scripts have made it.
	if (shown.origin + shown.pathname === location.origin + location.pathname) {
		if (entryState == null) write('replaceState', state.shown, location.href);
		state.url = location.href;
	} else if (state.made) void showEntry(newMark());
};

/** Sends a form in the encoding of its document, which may differ from the window's. */
const onSubmit = ({ target }: Event): void => {
	const { encoding } = realm();
	const form = target as HTMLFormElement;
	if (encoding && !native(form, 'hasAttribute')('accept-charset'))
		native(form, 'setAttribute')('accept-charset', encoding);
};

const onError = ({ message }: ErrorEvent): void => noteScriptError(message);

let isWatched = false;

/** Starts to manage the history. */
export const watchHistory = (): void => {
	if (isWatched) return;
	isWatched = true;
	const state = realm();
	const mark = state.shown ? undefined : markOf(history.state);
	state.shown ||= mark ?? newMark();
	keepListening(() => {
		addEventListener('popstate', onPopState);
		addEventListener('error', onError);
		addEventListener('submit', onSubmit, true);
	});
	// The user may have gone back after a reload, before this code could listen.
	const [loaded] = performance.getEntriesByType('navigation');
	if (mark && loaded && withoutFragment(loaded.name) !== withoutFragment(location.href))
		void showEntry(mark);
};
