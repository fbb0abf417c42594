import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memorySubmissions } from '../../../src/server.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const MINUTE = 60_000;

describe('memorySubmissions', () => {
	it('adds where nothing is, and only there', () => {
		const store = memorySubmissions();
		expect(store.add('a', '1', MINUTE)).toBe(true);
		expect(store.add('a', '2', MINUTE)).toBe(false);
		expect(store.get('a')).toBe('1');
		expect(store.get('b')).toBeUndefined();
	});

	it('sets in place of what is there, and deletes', () => {
		const store = memorySubmissions();
		void store.set('a', '1', MINUTE);
		void store.set('a', '2', MINUTE);
		expect(store.get('a')).toBe('2');
		void store.delete('a');
		void store.delete('never');
		expect(store.get('a')).toBeUndefined();
	});

	it('keeps for ten minutes, or for the given time', () => {
		expect(memorySubmissions().maxAge).toBe(10 * MINUTE);
		expect(memorySubmissions({ maxAge: 5 }).maxAge).toBe(5);
	});

	it('forgets in time, without a timer', () => {
		const store = memorySubmissions();
		void store.set('a', '1', MINUTE);
		vi.advanceTimersByTime(MINUTE - 1);
		expect(store.get('a')).toBe('1');
		expect(store.add('a', '2', MINUTE)).toBe(false);
		vi.advanceTimersByTime(1);
		expect(store.get('a')).toBeUndefined();
		expect(store.add('a', '2', MINUTE)).toBe(true);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('gives the room of expired values back', () => {
		const store = memorySubmissions({ maxBytes: 30 });
		void store.set('a', 'x'.repeat(9), 1);
		void store.set('b', 'x'.repeat(9), MINUTE);
		vi.advanceTimersByTime(1);
		void store.set('c', 'x'.repeat(9), MINUTE);
		void store.set('d', 'x'.repeat(9), MINUTE);
		expect([store.get('b'), store.get('c'), store.get('d')]).toEqual(Array(3).fill('xxxxxxxxx'));
	});

	it('drops the oldest where all of them no longer fit', () => {
		const store = memorySubmissions({ maxBytes: 20 });
		void store.set('a', 'x'.repeat(9), MINUTE);
		void store.set('b', 'x'.repeat(9), MINUTE);
		// As large as both together: exactly what fits.
		expect(store.get('a')).toBeDefined();
		// Set again, it is the younger one.
		void store.set('a', 'y'.repeat(9), MINUTE);
		void store.set('c', 'x', MINUTE);
		expect([store.get('a'), store.get('b'), store.get('c')]).toEqual(['yyyyyyyyy', undefined, 'x']);
	});

	it('holds 16 MiB by default', () => {
		const store = memorySubmissions();
		const half = 'x'.repeat(8 * 1024 * 1024 - 1);
		void store.set('a', half, MINUTE);
		void store.set('b', half, MINUTE);
		expect(store.get('a')).toBe(half);
		void store.set('c', '', MINUTE);
		expect(store.get('a')).toBeUndefined();
		expect(store.get('b')).toBe(half);
	});

	it('does not keep what is larger than all of it, nor what was there before', () => {
		const store = memorySubmissions({ maxBytes: 20 });
		void store.set('a', 'x', MINUTE);
		void store.add('b', '?claim', MINUTE);
		void store.set('b', 'x'.repeat(20), MINUTE);
		expect([store.get('a'), store.get('b')]).toEqual(['x', undefined]);
	});

	it('drops no submission that is running, however many there are', () => {
		const store = memorySubmissions({ maxBytes: 20 });
		void store.add('a', '?claim-a', MINUTE);
		void store.set('b', 'x', MINUTE);
		void store.add('c', '?claim-c', MINUTE);
		void store.add('d', '?a claim that is larger', MINUTE);
		expect(['a', 'b', 'c', 'd'].map((key) => store.get(key))).toEqual([
			'?claim-a',
			undefined,
			'?claim-c',
			'?a claim that is larger'
		]);
		vi.advanceTimersByTime(MINUTE);
		void store.set('e', 'x', MINUTE);
		expect(store.get('a')).toBeUndefined();
		expect(store.get('e')).toBe('x');
	});

	it('replaces a value that is expected, and no other', () => {
		const store = memorySubmissions();
		expect(store.replace!('a', '', '1', MINUTE)).toBe(false);
		void store.set('a', '1', MINUTE);
		expect(store.replace!('a', '2', '3', MINUTE)).toBe(false);
		expect(store.get('a')).toBe('1');
		expect(store.replace!('a', '1', '2', 5)).toBe(true);
		expect(store.get('a')).toBe('2');
		vi.advanceTimersByTime(5);
		expect(store.replace!('a', '2', '3', MINUTE)).toBe(false);
	});

	it('drops what has expired before anything that is alive, in whatever order they came', () => {
		const store = memorySubmissions({ maxBytes: 1000 });
		void store.set('old', 'x'.repeat(100), MINUTE);
		for (let index = 0; index < 50; index++) void store.add(`?${index}`, '?claim', 1);
		for (let index = 0; index < 4; index++) void store.set(`${index}`, 'x'.repeat(100), 1);
		vi.advanceTimersByTime(1);
		void store.set('new', 'x'.repeat(800), MINUTE);
		expect([store.get('old'), store.get('new')]).toEqual(['x'.repeat(100), 'x'.repeat(800)]);
	});

	it('keeps failures in a quarter as much room, beside that of the other responses', () => {
		const store = memorySubmissions({ maxBytes: 1000 });
		void store.set('order', 'x'.repeat(995), MINUTE);
		for (let index = 0; index < 1000; index++) void store.set(`${index}`, '!'.repeat(97), MINUTE);
		expect(store.get('order')).toBe('x'.repeat(995));
		const kept = Array.from({ length: 1000 }, (_, index) => store.get(`${index}`)).filter(Boolean);
		expect(kept).toHaveLength(2);
		expect(store.get('999')).toBe('!'.repeat(97));
		void store.set('too large', '!'.repeat(251), MINUTE);
		expect([store.get('too large'), store.get('999')]).toEqual([undefined, '!'.repeat(97)]);
		void store.set('other order', 'x'.repeat(500), MINUTE);
		expect([store.get('order'), store.get('999')]).toEqual([undefined, '!'.repeat(97)]);
	});

	it('counts bytes, as the engine has them: two a character where one of them needs two', () => {
		const store = memorySubmissions({ maxBytes: 100 });
		for (const [key, text] of [
			['a', 'ж'.repeat(49)],
			['b', 'ü'.repeat(99)],
			['c', '\u0000'.repeat(99)]
		] as const) {
			void store.set(key, text, MINUTE);
			expect(store.get(key)).toBe(text);
			void store.set(key, text + text.at(0), MINUTE);
			expect(store.get(key)).toBeUndefined();
		}
	});

	it('puts a value in and out in a time that does not grow with how many there are', () => {
		const timeFor = (amount: number): number => {
			const store = memorySubmissions({ maxBytes: 100 * amount });
			for (let index = 0; index < amount; index++)
				void store.set(`${index}`, 'x'.repeat(90), MINUTE);
			const started = performance.now();
			for (let index = 0; index < 20_000; index++) {
				void store.add(`n${index}`, '?claim', MINUTE);
				void store.set(`n${index}`, 'x'.repeat(90), MINUTE);
			}
			return performance.now() - started;
		};
		timeFor(100);
		// Linear time would be a thousand times as much.
		expect(timeFor(100_000)).toBeLessThan(Math.max(timeFor(100), 20) * 30);
	});

	it('keeps the youngest that fit, in whatever order they come and go', () => {
		const maxBytes = 60;
		const store = memorySubmissions({ maxBytes });
		/** Oldest first. */
		let kept: [key: string, value: string][] = [];
		let seed = 1;
		const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
		for (let step = 0; step < 5000; step++) {
			const key = `k${random(12)}`;
			const value = random(3) ? 'x'.repeat(random(20)) : '?claim';
			kept = kept.filter(([other]) => other !== key);
			if (random(4)) {
				void store.set(key, value, MINUTE);
				kept.push([key, value]);
			} else void store.delete(key);
			const size = () => kept.reduce((sum, entry) => sum + entry.join('').length, 0);
			for (let oldest; size() > maxBytes; kept.splice(oldest, 1)) {
				oldest = kept.findIndex(([, text]) => !text.startsWith('?'));
				if (oldest < 0) break;
			}
			for (let index = 0; index < 12; index++) {
				const found = kept.find(([other]) => other === `k${index}`);
				expect([step, store.get(`k${index}`)]).toEqual([step, found?.[1]]);
			}
		}
	});
});
