import type { Entry, Location } from '../../../src/navigation/history/location.ts';

/** A history in memory, with the entries and the documents left for to look at. */
export interface MemoryLocation extends Location {
	readonly entries: readonly { url: URL; entry: Entry }[];
	/** The URLs of the documents that were loaded, newest last. */
	readonly loaded: readonly URL[];
}

/**
 * A location for tests and for hosts without `history`.
 *
 * @param start the URL to begin at
 */
export const createMemoryLocation = (start: string | URL): MemoryLocation => {
	let index = 0;
	let entries = [{ url: new URL(start), entry: { index, state: {} } as Entry }];
	const loaded: URL[] = [];
	const listeners = new Set<(type: 'popstate' | 'fragment') => void>();
	return {
		get url() {
			return entries[index]!.url;
		},
		get entry() {
			return entries[index]!.entry;
		},
		get entries() {
			return entries;
		},
		loaded,
		push(url, state, within) {
			index += 1;
			entries = [...entries.slice(0, index), { url, entry: { index, state, ...within } }];
		},
		replace(url, state, within) {
			entries[index] = { url, entry: { index, state, ...within } };
		},
		go(delta) {
			if (!entries[index + delta]) return;
			index += delta;
			for (const listener of listeners) listener('popstate');
		},
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		async load(url) {
			loaded.push(url);
		}
	};
};
