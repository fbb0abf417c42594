import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memorySubmissions, type SubmissionStore } from '../../../src/server.ts';
import { claim, PATIENCE } from '../../../src/server/once/claim.ts';
import type { Claim } from '../../../src/server/once/hold.ts';
import { record, toText, type Recording } from '../../../src/server/once/recording.ts';
import { sharedStore } from './shared-store.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const recordingOf = (body: string): Promise<Recording> => record(new Response(body));
const bodyOf = (found: Claim | Recording): string => {
	if (!('body' in found)) return 'a claim';
	return typeof found.body === 'string' ? found.body : new TextDecoder().decode(found.body!);
};

/** Claims with all the time in the world. */
const patient = (store: SubmissionStore, key = 'key') => claim(store, key, Infinity);

/** A store that has no step but the four that it needs. */
const plain = (store: SubmissionStore): SubmissionStore => {
	const { replace: _, ...steps } = store;
	return steps;
};

/** A promise as query builders have it, with nothing but `then`. */
const bare = (then: unknown): Promise<any> => {
	const promised = {} as Promise<any>;
	Reflect.set(promised, 'then', then);
	return promised;
};

/** A promise that can be asked whether it has settled. */
const watch = <Value>(promise: Promise<Value>) => {
	const state: { value?: Value; error?: unknown } = {};
	promise.then(
		(value) => (state.value = value),
		(error) => (state.error = error)
	);
	return state;
};

const held = async (store: SubmissionStore): Promise<Claim> => (await claim(store, 'key')) as Claim;

describe('a claim', () => {
	it('makes other copies wait, who then find its response', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const second = watch(patient(store));
		await vi.advanceTimersByTimeAsync(5000);
		expect(second).toEqual({});
		await first.settle(await recordingOf('done'), 'kept');
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(second.value!)).toBe('done');
		expect(bodyOf(await claim(store, 'key'))).toBe('done');
	});

	it('waits for a store whose promises only have `then`', async () => {
		const late = <Value>(value: Value): Promise<Value> => {
			const done = new Promise<Value>((resolve) => setTimeout(() => resolve(value), 100));
			return bare(done.then.bind(done));
		};
		const memory = memorySubmissions();
		const store: SubmissionStore = {
			maxAge: memory.maxAge,
			add: (...step) => late(memory.add(...step) as boolean),
			get: (key) => late(memory.get(key) as string | undefined),
			set: (...step) => late(memory.set(...step)),
			replace: (...step) => late(memory.replace!(...step) as boolean),
			delete: (key) => late(memory.delete(key))
		};
		const first = held(store);
		await vi.advanceTimersByTimeAsync(200);
		const settled = watch((await first).settle(await recordingOf('done'), 'kept'));
		await vi.advanceTimersByTimeAsync(200);
		expect(bodyOf((settled.value as any).recording)).toBe('done');
		const copy = watch(patient(store));
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(copy.value!)).toBe('done');
	});

	it('gives up on a promise that only has `then`', async () => {
		const never = (): Promise<boolean> => bare(() => {});
		const copy = watch(claim({ ...memorySubmissions(), add: never }, 'key'));
		await vi.advanceTimersByTimeAsync(PATIENCE + 2000);
		expect(copy.error).toMatchObject({ status: 503 });
	});

	it('is for one key', async () => {
		const store = memorySubmissions();
		await held(store);
		expect(bodyOf(await claim(store, 'other'))).toBe('a claim');
	});

	it('that fails gives its response to the waiting copies only', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const waiting = [watch(patient(store)), watch(patient(store))];
		await vi.advanceTimersByTimeAsync(100);
		await first.settle(await recordingOf('failed'), 'shared');
		const later = await held(store);
		await vi.advanceTimersByTimeAsync(500);
		// The one that came later holds the key by now: those that waited are not of its time.
		expect(waiting.map(({ value }) => bodyOf(value!))).toEqual(['failed', 'failed']);
		await later.settle(await recordingOf('done'), 'kept');
		expect(bodyOf(await claim(store, 'key'))).toBe('done');
	});

	it('that fails is free again, also for those that have read its response', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const waiting = watch(patient(store));
		await vi.advanceTimersByTimeAsync(0);
		await first.settle(await recordingOf('failed'), 'shared');
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(waiting.value!)).toBe('failed');
		expect(bodyOf(await claim(store, 'key'))).toBe('a claim');
	});

	it('that fails between two looks gives its response all the same', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const { get } = store;
		let looks = 0;
		const failing: SubmissionStore = {
			...store,
			async get(key) {
				if (++looks === 3) await first.settle(await recordingOf('failed'), 'shared');
				return get(key);
			}
		};
		const waiting = watch(patient(failing));
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(waiting.value!)).toBe('failed');
	});

	it('that is dropped goes to one of those that wait', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const waiting = [watch(patient(store)), watch(patient(store))];
		await vi.advanceTimersByTimeAsync(0);
		await first.settle(await recordingOf('broken'), 'dropped');
		await vi.advanceTimersByTimeAsync(500);
		const [next] = waiting.flatMap(({ value }) => value ?? []);
		expect(waiting.filter(({ value }) => value)).toHaveLength(1);
		await (next as Claim).settle(await recordingOf('done'), 'kept');
		await vi.advanceTimersByTimeAsync(500);
		expect(waiting.map(({ value }) => bodyOf(value!)).toSorted()).toEqual(['a claim', 'done']);
	});

	it('lasts as long as its server works, and at most half a minute longer', async () => {
		const { store } = sharedStore();
		const opening = claim(store, 'key');
		await vi.advanceTimersByTimeAsync(1);
		await opening;
		const waiting = watch(patient(store));
		await vi.advanceTimersByTimeAsync(600_000);
		expect(waiting).toEqual({});

		void store.add('dead', '?a server that is no more', 30_000);
		const heir = watch(patient(store, 'dead'));
		await vi.advanceTimersByTimeAsync(29_000);
		expect(heir).toEqual({});
		await vi.advanceTimersByTimeAsync(2000);
		expect(bodyOf(heir.value!)).toBe('a claim');
	});

	it('leaves no timer behind', async () => {
		for (const fate of ['kept', 'shared', 'dropped'] as const) {
			const first = await held(memorySubmissions());
			expect(vi.getTimerCount()).toBe(1);
			await first.settle(await recordingOf('done'), fate);
			expect(vi.getTimerCount()).toBe(0);
		}
	});

	it('is not renewed after its response, however slow the store', async () => {
		for (const steps of [memorySubmissions(), plain(memorySubmissions())]) {
			const delays = [5000, 0];
			const slow =
				<Args extends unknown[], Result>(step: (...args: Args) => Result) =>
				async (...args: Args): Promise<Awaited<Result>> => {
					await new Promise((resolve) => setTimeout(resolve, delays.shift() ?? 0));
					return await step(...args);
				};
			const store = {
				...steps,
				set: slow(steps.set),
				...(steps.replace && { replace: slow(steps.replace) })
			};
			const first = await held(store);
			await vi.advanceTimersByTimeAsync(5000);
			const recording = await recordingOf('done');
			const settled = first.settle(recording, 'kept');
			await vi.advanceTimersByTimeAsync(60_000);
			await (
				await settled
			).over;
			expect(store.get('key')).toBe(toText(recording));
		}
	});

	it('is renewed again soon after a renewal that failed, which is logged once', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const store = memorySubmissions();
		const { replace } = store;
		const first = await held(store);
		await vi.advanceTimersByTimeAsync(4000);
		store.replace = () => Promise.reject(new Error('down'));
		// Not long enough for the claim to fall, and for a renewal every five seconds it would be.
		await vi.advanceTimersByTimeAsync(24_500);
		store.replace = replace!;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(store.get('key')).toMatch(/^\?/);
		expect(log.mock.calls).toEqual([[new Error('down')]]);
		await first.settle(await recordingOf('done'), 'kept');
		log.mockRestore();
	});

	it('is put in again where the store has lost it', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const own = store.get('key');
		void store.delete('key');
		await vi.advanceTimersByTimeAsync(5000);
		expect(store.get('key')).toBe(own);
		await first.settle(await recordingOf('done'), 'kept');
	});

	it('offers its response until the store accepts it, and nobody waits for that', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		for (const down of [
			() => Promise.reject(new Error('down')),
			() => new Promise<never>(() => {}),
			() => {
				throw new Error('down');
			}
		]) {
			for (const steps of [memorySubmissions(), plain(memorySubmissions())]) {
				log.mockClear();
				const store = { ...steps };
				const first = await held(store);
				const away = { add: down, get: down, set: down, delete: down };
				Object.assign(store, away, steps.replace && { replace: down });
				const settling = watch(first.settle(await recordingOf('done'), 'kept'));
				await vi.advanceTimersByTimeAsync(1000);
				expect(settling.value!.recording).toEqual(await recordingOf('done'));
				const over = watch(settling.value!.over);
				await vi.advanceTimersByTimeAsync(100_000);
				expect(over).toEqual({});
				Object.assign(store, steps);
				await vi.advanceTimersByTimeAsync(2000);
				expect(over).toHaveProperty('value');
				expect(bodyOf(await claim(store, 'key'))).toBe('done');
				expect(log).toHaveBeenCalledTimes(1);
				expect(vi.getTimerCount()).toBe(0);
			}
		}
		log.mockRestore();
	});

	it('that expired while its server was suspended overwrites nothing of another', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const store = memorySubmissions();
		for (const settlesFirst of [true, false]) {
			const key = String(settlesFirst);
			const stopped = (await claim(store, key)) as Claim;
			void store.delete(key);
			const other = (await claim(store, key)) as Claim;
			const order = [stopped, other];
			if (!settlesFirst) order.reverse();
			const given = [];
			for (const each of order) {
				const body = each === stopped ? 'stopped' : 'other';
				given.push((await each.settle(await recordingOf(body), 'kept')).recording);
			}
			// The answer that is there first is that of all copies.
			expect(given.map(bodyOf)).toEqual(Array(2).fill(settlesFirst ? 'stopped' : 'other'));
			expect(log).toHaveBeenCalledTimes(1);
			log.mockClear();
		}
		log.mockRestore();
	});

	it('of another is not waited for longer than a few seconds', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const second = watch(claim(store, 'key'));
		await vi.advanceTimersByTimeAsync(PATIENCE - 500);
		expect(second).toEqual({});
		await vi.advanceTimersByTimeAsync(1000);
		expect(second.error).toMatchObject({ status: 503, body: { code: 'retry_later' } });
		await first.settle(await recordingOf('done'), 'kept');
		expect(bodyOf(await claim(store, 'key'))).toBe('done');
	});

	it('is refused where the store is away for two seconds, and leaves none behind', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const down = new Error('down');
		for (const refuse of [() => Promise.reject(down), () => new Promise<never>(() => {})]) {
			const steps = memorySubmissions();
			// The step is done; only its reply is lost.
			const store = {
				...steps,
				add: (...args: Parameters<typeof steps.add>) => (steps.add(...args), refuse()),
				get: refuse,
				replace: refuse
			};
			const asked = watch(claim(store, 'key'));
			await vi.advanceTimersByTimeAsync(1900);
			expect(asked).toEqual({});
			await vi.advanceTimersByTimeAsync(2000);
			expect(asked.error).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
			expect(steps.get('key')).toMatch(/^\?/);
			Object.assign(store, steps);
			await vi.advanceTimersByTimeAsync(2000);
			expect(steps.get('key')).toBeUndefined();
			expect(vi.getTimerCount()).toBe(0);
		}
		log.mockRestore();
	});

	it('survives a store that is away for less than that', async () => {
		const steps = memorySubmissions();
		const store = { ...steps, add: (): Promise<boolean> => Promise.reject(new Error('down')) };
		const asked = watch(claim(store, 'key'));
		await vi.advanceTimersByTimeAsync(1500);
		Object.assign(store, steps);
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(asked.value!)).toBe('a claim');
		await (asked.value as Claim).settle(await recordingOf('done'), 'kept');
	});

	it('is ours, though the response to our asking for it was lost', async () => {
		const steps = memorySubmissions();
		const store = {
			...steps,
			add: vi.fn((...args: Parameters<typeof steps.add>) => steps.add(...args))
		};
		store.add.mockImplementationOnce((...args) => {
			void steps.add(...args);
			throw new Error('cut');
		});
		const asked = watch(claim(store, 'key'));
		await vi.advanceTimersByTimeAsync(100);
		expect(bodyOf(asked.value!)).toBe('a claim');
		expect(store.add).toHaveBeenCalledTimes(2);
		await (asked.value as Claim).settle(await recordingOf('done'), 'kept');
	});

	it('that was got long ago, as by a server that was stopped then, is looked at again', async () => {
		const steps = memorySubmissions();
		const store = {
			...steps,
			add(...args: Parameters<typeof steps.add>) {
				const isAdded = steps.add(...args);
				vi.setSystemTime(Date.now() + 40_000);
				// Another server has it by now, and has run the action.
				void steps.add('key', '{"text":"done"}', 600_000);
				return isAdded;
			}
		};
		const found = watch(claim(store, 'key', Infinity));
		await vi.advanceTimersByTimeAsync(100);
		expect(bodyOf(found.value!)).toBe('done');
	});
});
