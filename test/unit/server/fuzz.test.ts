import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectDefined, fuzzApp, SECRET } from './fuzz-app.ts';
import { chunksOf, lengthOf, wildRequest, type Wild } from './fuzz-requests.ts';
import { ORIGIN } from './setup.ts';

const RUNS = 10_000;
const SEED = Number(process.env.FUZZ_SEED ?? 6);
const HANG = 5000;

const streamOf = (wild: Wild): ReadableStream<Uint8Array> => {
	const chunks = chunksOf(wild);
	return new ReadableStream({
		pull(controller) {
			const chunk = chunks.shift();
			if (chunk) controller.enqueue(chunk);
			// A lie about the length is a body that breaks off, as a server's socket would have it.
			else if (wild.length === 'more') controller.error(new Error('aborted'));
			else controller.close();
		}
	});
};

/** The request, or `null` where the platform itself takes none such. */
const requestOf = (wild: Wild): Request | null => {
	const { method, target, headers } = wild;
	const length = lengthOf(wild);
	const body = /^(GET|HEAD)$/i.test(method) ? {} : { body: streamOf(wild), duplex: 'half' };
	try {
		const request = new Request(ORIGIN + target, { method, ...body } as RequestInit);
		for (const [name, value] of headers) request.headers.append(name, value);
		if (length !== null) request.headers.set('content-length', length);
		return request;
	} catch {
		return null;
	}
};

const orHang = async <Value>(promise: Promise<Value>): Promise<Value> => {
	let timer: NodeJS.Timeout | undefined;
	const hang = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('No answer')), HANG);
	});
	return Promise.race([promise, hang]).finally(() => clearTimeout(timer));
};

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
const logged: unknown[][] = [];

beforeEach(() => {
	vi.spyOn(console, 'warn').mockImplementation(() => {});
	vi.spyOn(console, 'error').mockImplementation((...args) => void logged.push(args));
	process.on('unhandledRejection', note);
});
afterEach(() => {
	vi.restoreAllMocks();
	process.off('unhandledRejection', note);
});

describe(`random requests (${RUNS} of them, FUZZ_SEED=${SEED})`, () => {
	it('end in a defined status, without a hang, an unhandled rejection or a leak', async () => {
		const app = fuzzApp();
		const seen: Record<string, number> = {};
		await fc.assert(
			fc.asyncProperty(wildRequest, async (wild) => {
				const request = requestOf(wild);
				if (!request) return;
				logged.length = 0;
				const { status, text, headers } = await orHang(
					app.fetch(request).then(async (response) => ({
						status: response.status,
						text: await response.text(),
						headers: JSON.stringify([...response.headers])
					}))
				);
				seen[status] = (seen[status] ?? 0) + 1;
				const isBroken = wild.length === 'more';
				expectDefined(status, text + headers, isBroken || wild.target.includes('/fault'));
				// Nobody but the app itself, and a connection that breaks, may fill the log.
				const others = logged.filter(([error]) => (error as Error).message !== SECRET);
				expect(isBroken ? [] : others).toEqual([]);
			}),
			{ numRuns: RUNS, seed: SEED }
		);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(unhandled).toEqual([]);
		// Otherwise the requests do not test anything.
		for (const status of [200, 303, 400, 403, 404, 405, 413, 415, 422, 500])
			expect(seen).toHaveProperty(String(status));
	}, 120_000);
});
