import { describe, expect, it, vi } from 'vitest';
import { blankPage, pageFields } from '../../../src/page/page-state.ts';
import { createStore } from '../../../src/page/store.ts';

describe('createStore', () => {
	it('tells a new subscriber the current snapshot at once', () => {
		const listener = vi.fn();
		createStore({ a: 1 }).subscribe(listener);
		expect(listener).toHaveBeenCalledExactlyOnceWith({ a: 1 });
	});

	it('replaces the named fields and tells every subscriber once', () => {
		const store = createStore({ a: 1, b: 1 });
		const [one, other] = [vi.fn(), vi.fn()];
		store.subscribe(one);
		store.subscribe(other);
		store.set({ b: 2 });
		expect(store.current).toEqual({ a: 1, b: 2 });
		expect(one.mock.calls).toEqual([[{ a: 1, b: 1 }], [{ a: 1, b: 2 }]]);
		expect(other).toHaveBeenCalledTimes(2);
	});

	it('makes a new snapshot and leaves the old one as it was', () => {
		const store = createStore({ a: 1 });
		const before = store.current;
		store.set({ a: 2 });
		expect(before).toEqual({ a: 1 });
		expect(store.current).not.toBe(before);
	});

	it('calls no listener after the undo', () => {
		const store = createStore({ a: 1 });
		const [gone, there] = [vi.fn(), vi.fn()];
		const undo = store.subscribe(gone);
		store.subscribe(there);
		undo();
		undo();
		store.set({ a: 2 });
		expect(gone).toHaveBeenCalledOnce();
		expect(there).toHaveBeenCalledTimes(2);
	});

	it('lets a subscriber leave during its call', () => {
		const store = createStore({ a: 1 });
		const seen: number[] = [];
		let undo = (): void => {};
		undo = store.subscribe(({ a }) => {
			seen.push(a);
			undo();
		});
		const other = vi.fn();
		store.subscribe(other);
		store.set({ a: 2 });
		store.set({ a: 3 });
		expect(seen).toEqual([1, 2]);
		expect(other).toHaveBeenCalledTimes(3);
	});
});

describe('blankPage', () => {
	it('knows its URL and nothing else', () => {
		const url = new URL('https://app.example/');
		expect(blankPage(url)).toEqual({
			url,
			params: {},
			route: { id: null },
			status: 200,
			error: null,
			data: {},
			form: null,
			state: {}
		});
	});
});

describe('pageFields', () => {
	it('is what the server decides: never url, state or form', () => {
		const fields = pageFields({
			route: '/blog/:slug',
			params: { slug: 'a' },
			status: 404,
			layouts: [['/', { user: 'Ada' }]],
			data: { post: 1 },
			error: { message: 'Not Found' },
			form: { never: true }
		});
		expect(fields).toEqual({
			params: { slug: 'a' },
			route: { id: '/blog/:slug' },
			status: 404,
			error: { message: 'Not Found' },
			data: { user: 'Ada', post: 1 }
		});
	});
});
