/** What a history entry holds besides its URL. */
export interface Entry {
	/** The place in this app's history; the difference of two is a delta for `go`. */
	index: number;
	/** `page.state` of the entry. */
	state: Record<string, any>;
}

/** The session history as the router needs it. Tests have one in memory. */
export interface Location {
	/** The URL in the address bar. */
	readonly url: URL;
	/** The current entry. */
	readonly entry: Entry;
	/** Adds an entry after the current one. */
	push(url: URL, state: Record<string, any>): void;
	/** Changes the current entry. */
	replace(url: URL, state: Record<string, any>): void;
	/** Moves by `delta` entries; `listen` hears of it. */
	go(delta: number): void;
	/** Calls `listener` after the user went back or forward, or to a fragment. Returns the undo. */
	listen(listener: (type: 'popstate' | 'fragment') => void): () => void;
	/** Leaves for another document; resolves when this one goes away. */
	load(url: URL, replace?: boolean): Promise<void>;
}
