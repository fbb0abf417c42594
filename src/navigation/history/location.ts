/** The data of a history entry in addition to its URL. */
export interface Entry {
	/** The unique position in this document's history. The difference of two is a delta for `go`. */
	index: number;
	/** `page.state` of the entry. */
	state: Record<string, any>;
	/** The index of the entry that opened the page; omitted if that is the entry itself. */
	visit?: number;
	/** The URL of the page, if the address bar shows another one (`pushState`). */
	shown?: string;
}

/** An entry for the shown page: another part of it, or another state. */
export type Within = Required<Pick<Entry, 'visit'>> & Pick<Entry, 'shown'>;

/** The index of the entry that opened the page of an entry. */
export const visitOf = ({ visit, index }: Entry): number => visit ?? index;

/**
 * The session history as the router needs it. `browser-location.ts` implements it; tests use a history in memory.
 */
export interface Location {
	/** The URL in the address bar. */
	readonly url: URL;
	/** The current entry. */
	readonly entry: Entry;
	/** Adds an entry after the current one: for a new page, or `within` the shown page. */
	push(url: URL, state: Record<string, any>, within?: Within): void;
	/** Changes the current entry. */
	replace(url: URL, state: Record<string, any>, within?: Within): void;
	/** Moves by `delta` entries, which calls the listeners. */
	go(delta: number): void;
	/** Calls `listener` after the user has gone back, forward or to a fragment. Returns the undo. */
	listen(listener: (type: 'popstate' | 'fragment') => void): () => void;
	/** Loads another document; resolves when this one is left. */
	load(url: URL, replace?: boolean): Promise<void>;
}

/** The URL of the page that the current entry shows. */
export const shownUrl = ({ url, entry: { shown } }: Location): URL =>
	shown ? new URL(shown) : url;
