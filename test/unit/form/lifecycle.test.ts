import { describe, expect, it } from 'vitest';
import { createOrder } from '../../../src/form/lifecycle.ts';

describe('createOrder', () => {
	it('makes earlier submissions stale when a later one is applied, and none before', () => {
		const begin = createOrder(() => 0);
		const [first, second, third] = [begin(), begin(), begin()];
		expect([first, second, third].map((turn) => turn.isStale())).toEqual([false, false, false]);
		second.apply();
		expect([first, second, third].map((turn) => turn.isStale())).toEqual([true, false, false]);
		third.apply();
		expect([first, second, third].map((turn) => turn.isStale())).toEqual([true, true, false]);
	});

	it('makes nothing stale that comes in order', () => {
		const begin = createOrder(() => 0);
		const first = begin();
		first.apply();
		const second = begin();
		expect(second.isStale()).toBe(false);
		second.apply();
		expect(second.isStale()).toBe(false);
	});

	it('makes all submissions stale when the user moves on, but not those after it', () => {
		let age = 0;
		const begin = createOrder(() => age);
		const before = begin();
		age += 1;
		expect(before.isStale()).toBe(true);
		expect(begin().isStale()).toBe(false);
	});

	it('knows no moving on where nobody counts it', () => {
		expect(createOrder(() => undefined)().isStale()).toBe(false);
	});

	it('orders each form for itself', () => {
		const [one, other] = [createOrder(() => 0), createOrder(() => 0)];
		const turn = one();
		other();
		other().apply();
		expect(turn.isStale()).toBe(false);
	});
});

describe('wait', () => {
	it('ends in a later task', async () => {
		let over = false;
		const waiting = createOrder(() => 0)()
			.wait(new AbortController())
			.then(() => (over = true));
		for (let microtask = 0; microtask < 10; microtask++) await null;
		expect(over).toBe(false);
		await waiting;
		expect(over).toBe(true);
	});

	it('gives the place to the last submission of one task', async () => {
		const begin = createOrder(() => 0);
		const controllers = [new AbortController(), new AbortController(), new AbortController()];
		await Promise.all(controllers.map((controller) => begin().wait(controller)));
		expect(controllers.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
	});

	it('leaves a submission alone that was planned in an earlier task', async () => {
		const begin = createOrder(() => 0);
		const first = new AbortController();
		await begin().wait(first);
		await begin().wait(new AbortController());
		expect(first.signal.aborted).toBe(false);
	});
});
