// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserLocation } from '../../../src/navigation/history/browser-location.ts';
import { createMemoryLocation } from './memory-location.ts';

const at = (path: string): URL => new URL(path, location.origin);
const undo: (() => void)[] = [];

beforeEach(() => {
	history.replaceState(null, '', '/start');
	vi.spyOn(Date, 'now').mockReturnValue(0);
});
afterEach(() => {
	for (const step of undo.splice(0)) step();
	vi.restoreAllMocks();
});

/** Moves like a browser: the event comes after the move. */
const move = (path: string, state: unknown): void => {
	history.replaceState(state, '', path);
	dispatchEvent(Object.assign(new Event('popstate'), { state }));
};

describe('createBrowserLocation', () => {
	it('marks the entry it finds, and leaves what others keep there', () => {
		history.replaceState({ other: 1 }, '', '/start');
		const { entry, url } = createBrowserLocation();
		expect(entry).toEqual({ index: 0, state: {} });
		expect(url.pathname).toBe('/start');
		expect(history.state).toEqual({ other: 1, softpost: { index: 0, state: {} } });
	});

	it('goes on with the mark of an entry after a reload', () => {
		history.replaceState({ softpost: { index: 4, state: { open: true } } }, '', '/start');
		expect(createBrowserLocation().entry).toEqual({ index: 4, state: { open: true } });
	});

	it('adds entries with increasing indexes', () => {
		history.replaceState({ other: 1 }, '', '/start');
		const memory = createBrowserLocation();
		memory.push(at('/a'), { a: 1 });
		expect(location.pathname).toBe('/a');
		expect(memory.entry).toEqual({ index: 1, state: { a: 1 } });
		expect(history.state).toEqual({ softpost: { index: 1, state: { a: 1 } } });
	});

	it('changes the current entry, and leaves what others keep there', () => {
		const memory = createBrowserLocation();
		memory.push(at('/a'), {});
		history.replaceState({ ...history.state, other: 1 }, '');
		memory.replace(at('/b'), { b: 1 });
		expect(location.pathname).toBe('/b');
		expect(history.state).toEqual({ other: 1, softpost: { index: 1, state: { b: 1 } } });
	});

	it('hears of back and forward, until the undo', () => {
		const memory = createBrowserLocation();
		const listener = vi.fn();
		const off = memory.listen(listener);
		move('/a', { softpost: { index: 3, state: { a: 1 } } });
		expect(listener).toHaveBeenCalledExactlyOnceWith('popstate');
		expect(memory.entry).toEqual({ index: 3, state: { a: 1 } });
		off();
		move('/start', { softpost: { index: 2, state: {} } });
		expect(listener).toHaveBeenCalledOnce();
	});

	it.each([null, { other: 1 }])(
		'marks an entry that the browser made for a fragment: %j',
		(state) => {
			const memory = createBrowserLocation();
			const listener = vi.fn();
			undo.push(memory.listen(listener));
			move('/start#part', state);
			expect(listener).toHaveBeenCalledExactlyOnceWith('fragment');
			expect(memory.entry).toEqual({ index: 1, state: {}, visit: 0 });
			expect(history.state).toEqual({ ...state, softpost: { index: 1, state: {}, visit: 0 } });
			expect(location.hash).toBe('#part');
		}
	);

	it('moves in the history of the tab', () => {
		const go = vi.spyOn(history, 'go').mockImplementation(() => {});
		createBrowserLocation().go(-2);
		expect(go).toHaveBeenCalledExactlyOnceWith(-2);
	});

	it.each([
		['assign', undefined],
		['replace', true]
	] as const)('leaves the document by %s', async (method, replace) => {
		const leave = vi.spyOn(location, method).mockImplementation(() => {});
		const gone = createBrowserLocation().load(at('/a'), replace);
		expect(String(leave.mock.calls[0]![0])).toBe(at('/a').href);
		dispatchEvent(new Event('pagehide'));
		await gone;
	});
});

describe('createMemoryLocation', () => {
	it('has entries as a browser has', () => {
		const memory = createMemoryLocation('https://app.example/');
		memory.push(at('/a'), { a: 1 });
		memory.push(at('/b'), {});
		memory.go(-1);
		expect(memory.entry).toEqual({ index: 1, state: { a: 1 } });
		memory.push(at('/c'), {});
		expect(memory.entries.map(({ url }) => url.pathname)).toEqual(['/', '/a', '/c']);
		memory.replace(at('/d'), { d: 1 });
		expect(memory.entry).toEqual({ index: 2, state: { d: 1 } });
		expect(memory.url.pathname).toBe('/d');
	});

	it('stays if there is no entry to go to, and calls no listener', () => {
		const memory = createMemoryLocation('https://app.example/');
		const listener = vi.fn();
		const off = memory.listen(listener);
		memory.go(-1);
		expect(listener).not.toHaveBeenCalled();
		memory.push(at('/a'), {});
		memory.go(-1);
		expect(listener).toHaveBeenCalledExactlyOnceWith('popstate');
		off();
		memory.go(1);
		expect(listener).toHaveBeenCalledOnce();
	});
});
