import { describe, expect, it } from 'vitest';
import { createLifecycle, type Turn } from '../../../src/form/lifecycle.ts';

/** Begins submissions of one form, as a function. */
const createOrder = (age: () => number | undefined) => {
	const { begin } = createLifecycle(age);
	return (controller = new AbortController()): Turn => begin(controller)!;
};

describe('the order', () => {
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

describe('plan', () => {
	it('ends in a later task', async () => {
		let over = false;
		const waiting = createOrder(() => 0)()
			.plan()
			.then(() => (over = true));
		for (let microtask = 0; microtask < 10; microtask++) await null;
		expect(over).toBe(false);
		await waiting;
		expect(over).toBe(true);
	});

	it('gives the place to the last submission of one task', async () => {
		const begin = createOrder(() => 0);
		const controllers = [new AbortController(), new AbortController(), new AbortController()];
		await Promise.all(controllers.map((controller) => begin(controller).plan()));
		expect(controllers.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
	});

	it('leaves a submission alone that was planned in an earlier task', async () => {
		const begin = createOrder(() => 0);
		const first = new AbortController();
		await begin(first).plan();
		await begin().plan();
		expect(first.signal.aborted).toBe(false);
	});
});

describe('one that comes while another is under way', () => {
	const setup = () => {
		const { begin } = createLifecycle(() => 0);
		const first = new AbortController();
		return { begin, first, turn: begin(first)! };
	};

	it("is dropped with 'drop', until the other is over", () => {
		const { begin, turn } = setup();
		expect(begin(new AbortController(), 'drop')).toBeNull();
		turn.end();
		expect(begin(new AbortController(), 'drop')).not.toBeNull();
	});

	it.each(['parallel', undefined] as const)('goes its own way with %s', async (concurrency) => {
		const { begin, first } = setup();
		await begin(new AbortController(), concurrency)!.come(concurrency);
		expect(first.signal.aborted).toBe(false);
	});

	it("aborts those before it with 'replace', and none that came later", async () => {
		const { begin, first } = setup();
		const turn = begin(new AbortController())!;
		const later = new AbortController();
		begin(later);
		expect(first.signal.aborted).toBe(false);
		await turn.come('replace');
		expect([first, later].map(({ signal }) => signal.aborted)).toEqual([true, false]);
	});

	it("waits for all those before it with 'queue'", async () => {
		const { begin, turn } = setup();
		const second = begin(new AbortController())!;
		const third = begin(new AbortController())!;
		const order: string[] = [];
		const come = async (turn: Turn, name: string): Promise<void> => {
			await turn.come('queue');
			order.push(name);
		};
		const coming = [come(third, 'third'), come(second, 'second')];
		await null;
		turn.end();
		await coming[1];
		expect(order).toEqual(['second']);
		second.end();
		await coming[0];
		expect(order).toEqual(['second', 'third']);
	});

	it('says once that it is over', () => {
		const { turn } = setup();
		expect([turn.end(), turn.end()]).toEqual([true, false]);
	});
});
