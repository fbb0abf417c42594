// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EnhanceOptions, SubmitFunction, SubmitOutcome } from '../../../src/index.ts';
import { find, render, submit } from '../dom.ts';
import { FORM, setup, SUCCESS, type Answer } from '../forms.ts';

const NEVER = new Promise<never>(() => {});

/** Submits a form with options; all timers are the test's. */
const start = (options: EnhanceOptions, answer: Answer = NEVER) => {
	const app = setup(answer);
	app.enhance(render(FORM), { key: 'k', ...options });
	submit(find('form'));
	return { app, status: app.submission('k') };
};

const pass = (time: number): Promise<unknown> => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
	vi.useFakeTimers();
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	vi.useRealTimers();
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

it('ends with the error timeout after this many milliseconds, and the request is aborted', async () => {
	const { app, status } = start({ timeout: 1000 });
	await pass(999);
	expect(status.pending).toBe(1);
	await pass(2);
	expect(status).toMatchObject({
		pending: 0,
		error: { code: 'timeout', data: { timeout: 1000 } },
		result: { type: 'error', status: 500 }
	});
	expect(app.fetch.mock.calls[0]![1]!.signal!.aborted).toBe(true);
	expect(app.log).toEqual(['error']);
});

it('is passed to the callback once, like other results: neither stale nor aborted', async () => {
	const told: SubmitOutcome<any, any>[] = [];
	const { app } = start({
		timeout: 10,
		submit: () => async (outcome) => {
			told.push(outcome);
			await outcome.update();
		}
	});
	await pass(20);
	expect(told).toMatchObject([{ stale: false, result: { error: { code: 'timeout' } } }]);
	expect(app.log).toEqual(['error']);
});

it('is never without one', async () => {
	const { status } = start({});
	await pass(86_400_000);
	expect(status.pending).toBe(1);
});

it('may be set for all forms', async () => {
	const app = setup(NEVER);
	app.configure({ timeout: 10 });
	app.enhance(render('<form method="post" id="k"></form>'));
	submit(find('form'));
	await pass(20);
	expect(app.submission('k').error).toMatchObject({ code: 'timeout' });
});

it('counts from when it is sent: neither preparation nor the wait in a queue is the server being slow', async () => {
	const { app, status } = start({
		timeout: 100,
		concurrency: 'queue',
		submit: () => new Promise((resolve) => setTimeout(resolve, 500))
	});
	await pass(250);
	submit(find('form'));
	await pass(300);
	expect(app.fetch).toHaveBeenCalledOnce();
	expect(status.pending).toBe(2);
	await pass(60);
	expect(status).toMatchObject({ pending: 1, error: { code: 'timeout' } });
});

it.each<[name: string, options: EnhanceOptions, code: string]>([
	['time-out', { timeout: 10 }, 'timeout'],
	[
		'abort',
		{
			submit({ controller }) {
				setTimeout(() => controller.abort(), 10);
			}
		},
		'aborted'
	]
])('a fetch that knows no signal is not waited for after a %s', async (_, options, code) => {
	const told: string[] = [];
	const { app, status } = start({
		fetch: () => new Promise((resolve) => setTimeout(resolve, 1000, Response.json(SUCCESS))),
		...options,
		submit(input) {
			void options.submit?.(input);
			return async ({ result, update }) => {
				told.push(result.type === 'error' ? result.error.code : result.type);
				await update();
			};
		}
	});
	await pass(20);
	expect(status.pending).toBe(0);
	await pass(2000);
	expect(told).toEqual([code]);
	expect(app.page.current.form).toBeNull();
});

const unsendable: SubmitFunction = (input) => {
	input.formData = null!;
};

it.each<[name: string, options: EnhanceOptions, answer?: Answer]>([
	['an answer', {}, SUCCESS],
	['no connection', {}, new TypeError()],
	['a time-out', { timeout: 10 }],
	[
		'an abort',
		{
			submit({ controller }) {
				setTimeout(() => controller.abort(), 10);
			}
		}
	],
	['an abort before it is sent', { submit: ({ controller }) => controller.abort() }],
	['entries that are none', { submit: unsendable }]
])('leaves no timer after %s', async (_, options, answer) => {
	const { status } = start({ timeout: 60_000, ...options }, answer);
	await pass(20);
	expect(status.pending).toBe(0);
	expect(vi.getTimerCount()).toBe(0);
});
