// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnhanceOptions } from '../../../src/index.ts';
import { find, render, submit } from '../dom.ts';
import { FORM, setup } from '../forms.ts';

interface Vector {
	name: string;
	status: number;
	headers: Record<string, string>;
	body: string;
	again: boolean;
	after?: number;
}

const { vectors } = JSON.parse(readFileSync('test/vectors/retry-later.json', 'utf8')) as {
	vectors: Vector[];
};
const [later] = vectors as [Vector];

const answerOf = ({ status, headers, body }: Vector): Response =>
	new Response(body, { status, headers });
const done = (): Response => Response.json({ type: 'success', status: 204 });

/** Submits a form to a server that gives these answers, the last of them for ever. */
const start = (answers: (() => Response)[], options: EnhanceOptions = {}) => {
	const app = setup(Promise.resolve(done()));
	app.fetch.mockImplementation(async (...[, init]) => {
		init!.signal!.throwIfAborted();
		return (answers.length > 1 ? answers.shift()! : answers[0]!)();
	});
	app.enhance(render(FORM), { key: 'k', ...options });
	submit(find('form'));
	return { app, status: app.submission('k') };
};

const pass = (time: number): Promise<unknown> => vi.advanceTimersByTimeAsync(time);

const idsOf = ({ mock }: ReturnType<typeof setup>['fetch']): (string | null)[] =>
	mock.calls.map(([, init]) => new Headers(init!.headers).get('x-softpost-submission'));

beforeEach(async () => {
	// Loaded on demand: not within the time that a test counts.
	await import('../../../src/form/sent/send-again.ts');
	vi.useFakeTimers();
	vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
	vi.useRealTimers();
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

/** Waits until code that is loaded on demand is there. */
const loaded = async (): Promise<void> => {
	await pass(0);
	await vi.dynamicImportSettled();
	await pass(0);
};

describe('a response', () => {
	it.each(vectors)('of $name: sent again $again', async (vector) => {
		const { app, status } = start([() => answerOf(vector), done]);
		await loaded();
		const { after = 0 } = vector;
		await pass(Math.max(1, 1000 * after - 1));
		const isWaiting = after > 0;
		expect([app.fetch.mock.calls.length, status.pending]).toEqual(
			isWaiting ? [1, 1] : [vector.again ? 2 : 1, 0]
		);
		await pass(60_000);
		expect(app.fetch).toHaveBeenCalledTimes(vector.again ? 2 : 1);
		expect(status.pending).toBe(0);
		expect(status.result?.type === 'success').toBe(vector.again);
	});
});

describe('a submission that the server cannot process yet', () => {
	it('is the same each time, and pending until there is a response', async () => {
		const { app, status } = start([() => answerOf(later), () => answerOf(later), done]);
		await loaded();
		await pass(1500);
		expect(status.pending).toBe(1);
		await pass(1000);
		expect(status).toMatchObject({ pending: 0, result: { type: 'success' } });
		expect(new Set(idsOf(app.fetch)).size).toBe(1);
		expect(app.fetch).toHaveBeenCalledTimes(3);
		const bodies = app.fetch.mock.calls.map(([, init]) => String(init!.body));
		expect(new Set(bodies).size).toBe(1);
	});

	it('is given up after fifteen tries more, with the server’s words', async () => {
		const { app, status } = start([() => answerOf(later)]);
		await loaded();
		await pass(120_000);
		expect(app.fetch).toHaveBeenCalledTimes(16);
		expect(status).toMatchObject({
			pending: 0,
			result: { type: 'error', status: 503 },
			error: { code: 'retry_later', message: 'Later' }
		});
		expect(vi.getTimerCount()).toBe(0);
	});

	it('ends at once where it is aborted while it waits, and is not sent again', async () => {
		const controllers: AbortController[] = [];
		const { app, status } = start([() => answerOf(later)], {
			submit: ({ controller }) => void controllers.push(controller)
		});
		await loaded();
		await pass(500);
		controllers[0]!.abort();
		await pass(0);
		expect(status.pending).toBe(0);
		await pass(60_000);
		expect(app.fetch).toHaveBeenCalledTimes(1);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('has no more time than the form’s timeout', async () => {
		const { app, status } = start([() => answerOf(later)], { timeout: 2500 });
		await loaded();
		await pass(2600);
		expect(status).toMatchObject({ pending: 0, error: { code: 'timeout' } });
		await pass(60_000);
		expect(app.fetch).toHaveBeenCalledTimes(3);
	});

	it('is an error of the network where the connection breaks then', async () => {
		const { status } = start([
			() => answerOf(later),
			() => {
				throw new TypeError('Failed to fetch');
			}
		]);
		await loaded();
		await pass(2000);
		expect(status).toMatchObject({ pending: 0, error: { code: 'network' } });
	});
});
