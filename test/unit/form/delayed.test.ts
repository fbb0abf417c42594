// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defer, find, render, submit } from '../dom.ts';
import { FORM, setup, SUCCESS } from '../forms.ts';

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

/** An app with one form, whose answers come when the test says so; each change of `delayed` is noted. */
const start = (options: object, count = 1) => {
	const answers = Array.from({ length: count }, () => defer<object>());
	const app = setup(...answers.map(({ promise }) => promise));
	const enhanced = app.enhance(render(FORM), { key: 'k', ...options });
	const status = app.submission('k');
	const seen: boolean[] = [];
	status.subscribe(({ delayed }) => {
		if (delayed !== seen.at(-1)) seen.push(delayed);
	});
	return { answers, enhanced, status, seen };
};

it.each([
	[500, {}],
	[80, { delay: 80 }]
])('is true after %d ms, and until the end: %j', async (ms, options) => {
	const { answers, status, seen } = start(options);
	submit(find('form'), find('button'));
	await pass(ms - 1);
	expect(status.delayed).toBe(false);
	await pass(1);
	expect(status).toMatchObject({ pending: 1, delayed: true });
	expect(find('button').getAttribute('data-submitting')).toBe('delayed');
	answers[0]!.resolve(SUCCESS);
	await pass(1);
	expect(status).toMatchObject({ pending: 0, delayed: false });
	expect(seen).toEqual([false, true, false]);
});

it('is true for a submission without a button, too', async () => {
	const { status } = start({});
	submit(find('form'));
	await pass(500);
	expect(status.delayed).toBe(true);
});

it('is never true where the response comes before', async () => {
	const { answers, seen } = start({});
	submit(find('form'));
	await pass(400);
	answers[0]!.resolve(SUCCESS);
	await pass(1000);
	expect(seen).toEqual([false]);
});

it('is true until the last slow one is over', async () => {
	const { answers, status, seen } = start({}, 2);
	submit(find('form'));
	await pass(300);
	submit(find('form'));
	await pass(500);
	answers[1]!.resolve(SUCCESS);
	await pass(1);
	expect(status).toMatchObject({ pending: 1, delayed: true });
	answers[0]!.resolve(SUCCESS);
	await pass(1);
	expect(status).toMatchObject({ pending: 0, delayed: false });
	expect(seen).toEqual([false, true, false]);
});

it('is false again when the form is given back, and stays so', async () => {
	const { answers, enhanced, status, seen } = start({});
	submit(find('form'));
	await pass(600);
	enhanced.destroy();
	expect(status.delayed).toBe(false);
	answers[0]!.resolve(SUCCESS);
	await pass(1);
	expect(seen).toEqual([false, true, false]);
});
