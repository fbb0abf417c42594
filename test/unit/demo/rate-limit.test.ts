import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogInLimit } from '../../../demo/src/lib/server/login-limit.ts';
import { createRateLimit } from '../../../demo/src/lib/server/rate-limit.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a rate limit', () => {
	it('gives each key its tries, then says how long to wait', () => {
		const limit = createRateLimit(2, MINUTE);
		expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 0]);
		expect(limit.take('a')).toBe(60);
		vi.advanceTimersByTime(20_500);
		expect(limit.take('a')).toBe(40);
		vi.advanceTimersByTime(39_500);
		expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 60]);
	});

	it('gives a key its tries back', () => {
		const limit = createRateLimit(1, MINUTE);
		limit.take('a');
		limit.clear('a');
		expect(limit.take('a')).toBe(0);
	});

	it('remembers so many keys and no more: the oldest is forgotten', () => {
		const limit = createRateLimit(1, MINUTE, 2);
		for (const key of ['a', 'b', 'a', 'c']) limit.take(key);
		expect(limit.take('b')).toBeGreaterThan(0);
		expect(limit.take('c')).toBeGreaterThan(0);
		expect(limit.take('a')).toBe(0);
	});

	it('takes a hundred thousand keys in no time', () => {
		vi.useRealTimers();
		const limit = createRateLimit(10, MINUTE);
		// Of this process: others may be at work on this machine.
		const begin = process.cpuUsage();
		for (let key = 0; key < 100_000; key++) limit.take(String(key));
		expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000);
	});
});

describe('the limit on log-ins', () => {
	const guesses = (
		count: number,
		guess: (index: number) => { address: string | undefined; account: string },
		limit = createLogInLimit()
	) => {
		let passed = 0;
		for (let index = 0; index < count; index++) if (!limit.take(guess(index))) passed += 1;
		return { passed, limit };
	};

	it('lets one visitor guess 10 times at one account, and leaves its owner alone', () => {
		const { passed, limit } = guesses(50, () => ({ address: 'evil', account: 'ada' }));
		expect(passed).toBe(10);
		expect(limit.take({ address: 'home', account: 'ada' })).toBe(0);
	});

	it('lets one visitor guess 100 times at all accounts, and make accounts of them', () => {
		const { passed, limit } = guesses(500, (index) => ({
			address: 'evil',
			account: String(index)
		}));
		expect(passed).toBe(100);
		expect(limit.takeAccount('evil')).toBeGreaterThan(0);
		expect(limit.takeAccount('home')).toBe(0);
	});

	it('lets many visitors guess 1,000 times at one account', () => {
		const { passed } = guesses(3000, (index) => ({ address: String(index), account: 'ada' }));
		expect(passed).toBe(1000);
	});

	it('counts the account alone where all visitors have one address', () => {
		const { passed, limit } = guesses(500, (index) => ({
			address: undefined,
			account: String(index)
		}));
		expect(passed).toBe(500);
		expect(limit.take({ address: undefined, account: 'ada' })).toBe(0);
		expect(limit.takeAccount(undefined)).toBe(0);
		expect(guesses(3000, () => ({ address: undefined, account: 'ada' })).passed).toBe(1000);
	});

	it('begins again for who knew the password', () => {
		const guess = { address: 'home', account: 'ada' };
		const { limit } = guesses(10, () => guess);
		limit.clear(guess);
		expect(limit.take(guess)).toBe(0);
	});
});
