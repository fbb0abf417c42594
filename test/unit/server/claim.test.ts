import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memorySubmissions, type SubmissionStore } from '../../../src/server.ts';
import { claim, type Claim } from '../../../src/server/once/claim.ts';
import { record, toText, type Recording } from '../../../src/server/once/recording.ts';
import { sharedStore } from './shared-store.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const recordingOf = (body: string): Promise<Recording> => record(new Response(body));
const bodyOf = (found: Claim | Recording): string =>
	'body' in found ? new TextDecoder().decode(found.body as Uint8Array) : 'a claim';

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
	it('is waited for, and its answer found, by whoever comes while it is held', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const second = watch(claim(store, 'key'));
		await vi.advanceTimersByTimeAsync(5000);
		expect(second).toEqual({});
		await first.settle(await recordingOf('done'), 'kept');
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(second.value!)).toBe('done');
		expect(bodyOf(await claim(store, 'key'))).toBe('done');
	});

	it('is for one key', async () => {
		const store = memorySubmissions();
		await held(store);
		expect(bodyOf(await claim(store, 'other'))).toBe('a claim');
	});

	it('that fails gives its answer to those that wait, and to nobody else', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const waiting = [watch(claim(store, 'key')), watch(claim(store, 'key'))];
		await vi.advanceTimersByTimeAsync(100);
		await first.settle(await recordingOf('failed'), 'shared');
		const later = await held(store);
		await vi.advanceTimersByTimeAsync(500);
		// The one that came later holds the key by now: those that waited are not of its time.
		expect(waiting.map(({ value }) => bodyOf(value!))).toEqual(['failed', 'failed']);
		await later.settle(await recordingOf('done'), 'kept');
		expect(bodyOf(await claim(store, 'key'))).toBe('done');
	});

	it('that fails is free again, also for those that have read its answer', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const waiting = watch(claim(store, 'key'));
		await vi.advanceTimersByTimeAsync(0);
		await first.settle(await recordingOf('failed'), 'shared');
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(waiting.value!)).toBe('failed');
		expect(bodyOf(await claim(store, 'key'))).toBe('a claim');
	});

	it('that fails between two looks gives its answer all the same', async () => {
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
		const waiting = watch(claim(failing, 'key'));
		await vi.advanceTimersByTimeAsync(500);
		expect(bodyOf(waiting.value!)).toBe('failed');
	});

	it('that is dropped goes to one of those that wait', async () => {
		const store = memorySubmissions();
		const first = await held(store);
		const waiting = [watch(claim(store, 'key')), watch(claim(store, 'key'))];
		await vi.advanceTimersByTimeAsync(0);
		await first.settle(await recordingOf('broken'), 'dropped');
		await vi.advanceTimersByTimeAsync(500);
		const [next] = waiting.flatMap(({ value }) => value ?? []);
		expect(waiting.filter(({ value }) => value)).toHaveLength(1);
		await (next as Claim).settle(await recordingOf('done'), 'kept');
		await vi.advanceTimersByTimeAsync(500);
		expect(waiting.map(({ value }) => bodyOf(value!)).toSorted()).toEqual(['a claim', 'done']);
	});

	it('holds for as long as its server works, and no longer than half a minute after that', async () => {
		const { store } = sharedStore();
		const opening = claim(store, 'key');
		await vi.advanceTimersByTimeAsync(1);
		await opening;
		const waiting = watch(claim(store, 'key'));
		await vi.advanceTimersByTimeAsync(600_000);
		expect(waiting).toEqual({});

		void store.add('dead', '?a server that is no more', 30_000);
		const heir = watch(claim(store, 'dead'));
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

	it('is not renewed after its answer, however slow the store', async () => {
		const store = memorySubmissions();
		const { set } = store;
		const delays = [5000, 0];
		store.set = async (...args) => {
			await new Promise((resolve) => setTimeout(resolve, delays.shift()));
			return set(...args);
		};
		const first = await held(store);
		await vi.advanceTimersByTimeAsync(10_000);
		const recording = await recordingOf('done');
		const settled = first.settle(recording, 'kept');
		await vi.advanceTimersByTimeAsync(60_000);
		await settled;
		expect(store.get('key')).toBe(toText(recording));
	});

	it('is given up whatever the store does, and what went wrong is logged', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const store = memorySubmissions();
		const set = vi.spyOn(store, 'set').mockImplementation(() => {
			throw new Error('down');
		});
		const first = await held(store);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(log).toHaveBeenCalledTimes(1);
		set.mockReturnValue(Promise.reject(new Error('down')));
		await first.settle(await recordingOf('done'), 'kept');
		expect(log.mock.calls).toEqual([[new Error('down')], [new Error('down')]]);
		log.mockRestore();
	});

	it('is refused where the store cannot tell', async () => {
		const store = { ...memorySubmissions(), add: () => Promise.reject(new Error('down')) };
		await expect(claim(store, 'key')).rejects.toThrow('down');
	});
});
