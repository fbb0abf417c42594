/** The readable side of a store, which `softpost/page` exports. */
export interface Readable<Snapshot> {
	/** The newest snapshot. */
	readonly current: Snapshot;
	/**
	 * Calls `listener` at once and after every change, as Svelte's store contract has it.
	 *
	 * @returns the undo
	 */
	subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

/** A snapshot store: one value, replaced as a whole. */
export interface Store<Snapshot> extends Readable<Snapshot> {
	/** Replaces the given fields and notifies every subscriber once. */
	set(changes: Partial<Snapshot>): void;
}

export const createStore = <Snapshot extends object>(initial: Snapshot): Store<Snapshot> => {
	let current = initial;
	const listeners = new Set<(snapshot: Snapshot) => void>();
	return {
		get current() {
			return current;
		},
		subscribe(listener) {
			listeners.add(listener);
			listener(current);
			return () => void listeners.delete(listener);
		},
		set(changes) {
			current = { ...current, ...changes };
			for (const listener of listeners) listener(current);
		}
	};
};
