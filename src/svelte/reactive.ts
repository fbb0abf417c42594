import { createSubscriber } from 'svelte/reactivity';
import type { Readable } from '../page/store.ts';

/**
 * Wraps a store's fields as reactive getters. A field that stays the same wakes no one.
 *
 * @param store the store; each of its fields is there from the beginning
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

/** As {@link reactive}, but the same for the same store, so that it may be called in a template. */
export const reactiveOnce = <Snapshot extends object>(
	store: Readable<Snapshot>
): Readonly<Snapshot> => {
	const known = wrapped.get(store) ?? reactive(store);
	wrapped.set(store, known);
	return known as Readonly<Snapshot>;
};
