import { createSubscriber } from 'svelte/reactivity';
import type { Readable } from '../page/store.ts';

/**
 * Wraps a store's fields as reactive getters. A field that stays the same triggers no updates.
 *
 * @param store the store; all of its fields must exist from the beginning
 */
export const reactive = <Snapshot extends object>(
	store: Readable<Snapshot>
): Readonly<Snapshot> => {
	const wrapped = {} as Snapshot;
	for (const field of Object.keys(store.current) as (keyof Snapshot)[]) {
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

const wrapped = new WeakMap<object, object>();

/** Like {@link reactive}, but returns the same object for the same store, so that templates may call it. */
export const reactiveOnce = <Snapshot extends object>(
	store: Readable<Snapshot>
): Readonly<Snapshot> => {
	const known = wrapped.get(store) ?? reactive(store);
	wrapped.set(store, known);
	return known as Readonly<Snapshot>;
};
