import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deserialize } from '../../../src/protocol/deserialize.ts';
import { readPage } from '../../../src/protocol/read-page.ts';
import { SoftpostError } from '../../../src/protocol/errors.ts';
import type { PageData } from '../../../src/protocol/page-data.ts';
import { readPayload } from '../../../src/svelte/payload.ts';
import { GROWING, hostileText } from './hostile-texts.ts';

const RUNS = 100_000;
const SEED = Number(process.env.FUZZ_SEED ?? 6);

/** Read with custom types, one of which gives back what it is given. */
const decoders = {
	Money: (encoded: unknown) => ({ encoded }),
	Loop: (encoded: unknown) => encoded
};

const read = (text: string): unknown => {
	try {
		return deserialize(text, { decoders });
	} catch (thrown) {
		return thrown;
	}
};

const readBlock = async (text: string): Promise<unknown> => {
	vi.stubGlobal('document', { getElementById: () => ({ textContent: text }) });
	return readPayload(decoders).catch((thrown: unknown) => thrown);
};

/** What nothing may write to. */
const PROTOTYPES = [Object, Array, Function, String, Number, Map, Set, Date, RegExp, Promise].map(
	(made) => made.prototype as object
);

const stateOf = (object: object): unknown[] => [
	Object.getPrototypeOf(object),
	...Reflect.ownKeys(object).map((key) => [
		key,
		Object.getOwnPropertyDescriptor(object, key)?.value
	])
];

const isCode = (value: unknown, code: string): boolean =>
	value instanceof SoftpostError && value.code === code;

const isResult = (value: any): boolean => {
	const { type, location, error } = value;
	if (type === 'redirect') return typeof location === 'string';
	return type === 'success' || type === 'failure' || (type === 'error' && error != null);
};

const isPage = (value: any): value is PageData =>
	Array.isArray(value?.layouts) && value.layouts.every(([id]: any) => typeof id === 'string');

/** The best of three, in milliseconds of this process: others are at work on this machine. */
const timeOf = (text: string): number =>
	Math.min(
		...[1, 2, 3].map(() => {
			const start = process.cpuUsage();
			read(text);
			const { user, system } = process.cpuUsage(start);
			return (user + system) / 1000;
		})
	);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** In bytes, buffers too. */
const heldMemory = (): number => {
	collect();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
};

afterEach(() => vi.unstubAllGlobals());

const before = PROTOTYPES.map(stateOf);

describe(`hostile texts (${RUNS} of them, FUZZ_SEED=${SEED})`, () => {
	it('end in a result or a page or an error of ours, and write to no prototype', async () => {
		const seen: Record<string, number> = {};
		const count = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);
		await fc.assert(
			fc.asyncProperty(hostileText, async (text) => {
				const result: any = read(text);
				count(`result ${isCode(result, 'not_an_action_result') ? 'refused' : result.type}`);
				if (!isCode(result, 'not_an_action_result') && !isResult(result)) return false;
				const answer = await readPage(text, decoders);
				count(`page ${answer?.type ?? 'refused'}`);
				if (answer && !(answer.type === 'redirect' ? isResult(answer) : isPage(answer)))
					return false;
				const page = await readBlock(text);
				count(`payload ${isPage(page)}`);
				return isPage(page) || isCode(page, 'hydration_data');
			}),
			{ numRuns: RUNS, seed: SEED }
		);
		expect(PROTOTYPES.map(stateOf)).toEqual(before);
		// Otherwise the texts do not test anything.
		for (const what of ['success', 'failure', 'redirect', 'error', 'refused'])
			expect(seen[`result ${what}`]).toBeGreaterThan(RUNS / 100);
		for (const what of ['page', 'redirect', 'refused'])
			expect(seen[`page ${what}`]).toBeGreaterThan(RUNS / 200);
	}, 120_000);

	it.each(GROWING)('cost no more than their size: %s', (_, write) => {
		const [small, large] = [20_000, 160_000].map((size) =>
			JSON.stringify({ type: 'success', status: 200, data: write(size) })
		) as [string, string];
		const quick = timeOf(small);
		// Eight times the size. What grows with its square takes 64 times as long.
		expect(timeOf(large)).toBeLessThan(24 * quick + 200);
	});

	it.each(GROWING)('take no more memory than a small multiple of their size: %s', (_, write) => {
		const text = JSON.stringify({ type: 'success', status: 200, data: write(100_000) });
		const heldBefore = heldMemory();
		const result = read(text);
		expect(heldMemory() - heldBefore).toBeLessThan(2e7 + 30 * text.length);
		expect(isCode(result, 'not_an_action_result') || isResult(result)).toBe(true);
	});

	it.each([10_000, 1_000_000])('may be nested: %d levels of plain JSON', async (levels) => {
		const text = `{"type":"success","data":${'['.repeat(levels)}${']'.repeat(levels)}}`;
		expect(isResult(read(text)) || isCode(read(text), 'not_an_action_result')).toBe(true);
		expect(await readPage(text.replace('success', 'page'))).toBeNull();
	});

	it('never uses an own __proto__ of plain JSON as a prototype', () => {
		const result: any = deserialize('{"type":"success","data":{"a":1},"__proto__":{"admin":true}}');
		expect(result.admin).toBeUndefined();
		expect(({} as any).admin).toBeUndefined();
	});
});
