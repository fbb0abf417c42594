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

	it('keeps for ten minutes, or as it is told', () => {
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
