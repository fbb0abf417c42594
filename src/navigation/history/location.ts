/** What a history entry holds besides its URL. */
export interface Entry {
	/** The place in this document's history: the difference of two is a delta for `go`. No other entry has it. */
	index: number;
	/** `page.state` of the entry. */
	state: Record<string, any>;
	/** Where the page that it shows was come to, as that entry's index; left out where that is the entry itself. */
	visit?: number;
	/** The URL of the page that it shows, where the address bar has another one (`pushState`). */
	shown?: string;
}

/** An entry for what is shown already: another part of the page, or another state. */
export type Within = Required<Pick<Entry, 'visit'>> & Pick<Entry, 'shown'>;

/** Where the page of an entry was come to. */
export const visitOf = ({ visit, index }: Entry): number => visit ?? index;

/**
 * The session history as the router needs it. `browser-location.ts` is the real one; a history in memory
 * stands in for it in tests.
 */
export interface Location {
	/** The URL in the address bar. */
	readonly url: URL;
	/** The current entry. */
	readonly entry: Entry;
	/** Adds an entry after the current one, for a new page unless it is `within` the one that is shown. */
	push(url: URL, state: Record<string, any>, within?: Within): void;
	/** Changes the current entry. */
	replace(url: URL, state: Record<string, any>, within?: Within): void;
	/** Moves by `delta` entries; `listen` hears of it. */
	go(delta: number): void;
	/** Calls `listener` after the user went back or forward, or to a fragment. Returns the undo. */
	listen(listener: (type: 'popstate' | 'fragment') => void): () => void;
	/** Leaves for another document; resolves when this one goes away. */
	load(url: URL, replace?: boolean): Promise<void>;
}

/** The URL of the page that the current entry shows. */
export const shownUrl = ({ url, entry: { shown } }: Location): URL =>
	shown ? new URL(shown) : url;
