import { createSubscriber } from 'svelte/reactivity';
import type { Readable } from '../page/page-state.ts';

/**
 * Wraps a store's fields as reactive getters. A field that stays the same wakes nobody.
 *
 * @param store  the store
 * @param fields the fields to wrap
 */
export const reactive = <Snapshot extends object>(
	store: Readable<Snapshot>,
	fields: readonly (keyof Snapshot)[]
): Readonly<Snapshot> => {
	const wrapped = {} as Snapshot;
	for (const field of fields) {
		const track = createSubscriber((update) => {
			let last = store.current[field];
			return store.subscribe((snapshot) => {
				if (snapshot[field] === last) return;
				last = snapshot[field];
				update();
			});
		});
		Object.defineProperty(wrapped, field, {
			enumerable: true,
			get() {
				track();
				return store.current[field];
			}
		});
	}
	return wrapped;
};
