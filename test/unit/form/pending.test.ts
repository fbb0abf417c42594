// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnhanceOptions, SubmitFunction } from '../../../src/index.ts';
import { defer, find, render, submit, tasks } from '../dom.ts';
import { ERROR, FAILURE, FORM, setup, SUCCESS, type Answer, type App } from '../forms.ts';

const REDIRECT = { type: 'redirect', status: 303, location: '/next' };

/** The visible state of submissions: their number, on the form and on its button. */
const seen = (app: App): unknown[] => [
	app.submission('k').pending,
	find('form').getAttribute('aria-busy'),
	find('button').getAttribute('data-submitting')
];

const BUSY = [1, 'true', ''];
const IDLE = [0, null, null];

const start = (app: App, options: EnhanceOptions = {}): ReturnType<App['enhance']> => {
	const enhanced = app.enhance(render(FORM), { key: 'k', ...options });
	expect(submit(find('form'), find('button'))).toBe(false);
	return enhanced;
};

const throwing = (): never => {
	throw new Error('mine');
};

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

describe('a submission is pending', () => {
	it('from the submit event on, while its submit function runs', async () => {
		const prepared = defer();
		const app = setup(SUCCESS);
		let during: unknown;
		start(app, {
			submit() {
				during = seen(app);
				return prepared.promise;
			}
		});
		expect(during).toEqual(BUSY);
		expect(seen(app)).toEqual(BUSY);
		await tasks();
		expect(app.fetch).not.toHaveBeenCalled();
		expect(seen(app)).toEqual(BUSY);
		prepared.resolve();
		await tasks();
		expect(seen(app)).toEqual(IDLE);
	});

	it.each<[name: string, answer: object, what: 'invalidateAll' | 'goto' | 'showError']>([
		['the data is refreshed', SUCCESS, 'invalidateAll'],
		["the redirect's page is shown", REDIRECT, 'goto'],
		['the boundary is shown', ERROR, 'showError']
	])('until %s', async (_, answer, what) => {
		const shown = defer();
		const app = setup(answer);
		app.navigation[what].mockImplementation(() => shown.promise);
		start(app);
		await tasks();
		expect(app.navigation[what]).toHaveBeenCalledOnce();
		expect(seen(app)).toEqual(BUSY);
		shown.resolve();
		await tasks();
		expect(seen(app)).toEqual(IDLE);
	});

	it('until its callback has ended', async () => {
		const ended = defer();
		const app = setup(FAILURE);
		start(app, { submit: () => () => ended.promise });
		await tasks();
		expect(seen(app)).toEqual(BUSY);
		ended.resolve();
		await tasks();
		expect(seen(app)).toEqual(IDLE);
	});

	it('beside others of the same key, whichever form they are of', async () => {
		const answers = [defer<object>(), defer<object>()];
		const app = setup(...answers.map(({ promise }) => promise));
		render(`<div>${FORM}${FORM}</div>`);
		const forms = [...document.querySelectorAll('form')];
		const status = app.submission('k');
		for (const form of forms) {
			app.enhance(form, { key: 'k' });
			submit(form);
		}
		expect(status.pending).toBe(2);
		await tasks();
		answers[1]!.resolve(SUCCESS);
		await tasks();
		expect(status.pending).toBe(1);
		expect(forms.map((form) => form.hasAttribute('aria-busy'))).toEqual([true, false]);
		answers[0]!.resolve(SUCCESS);
		await tasks();
		expect(status.pending).toBe(0);
	});
});

describe('nothing is pending, and nothing is left, after', () => {
	const aborting: SubmitFunction = ({ controller }) => void setTimeout(() => controller.abort());

	const unsendable: SubmitFunction = (input) => {
		input.formData = null!;
	};

	it.each<[name: string, answer: Answer, options?: EnhanceOptions]>([
		['a success', SUCCESS],
		['a failure', FAILURE],
		['a redirect', REDIRECT],
		['an error', ERROR],
		['an error that is kept', ERROR, { onError: 'keep' }],
		['no action result', 'Bad Gateway'],
		['no connection', new TypeError()],
		['cancel()', SUCCESS, { submit: ({ cancel }) => cancel() }],
		[
			'a later cancel()',
			SUCCESS,
			{
				async submit({ cancel }) {
					await null;
					cancel();
				}
			}
		],
		['an abort at once', SUCCESS, { submit: ({ controller }) => controller.abort() }],
		['an abort in flight', new Promise<never>(() => {}), { submit: aborting }],
		['a time-out', new Promise<never>(() => {}), { timeout: 1 }],
		['a throw of its function', SUCCESS, { submit: throwing }],
		['a throw of its async function', SUCCESS, { submit: async () => throwing() }],
		['a throw of its callback', SUCCESS, { submit: () => throwing }],
		['entries that are none', SUCCESS, { submit: unsendable }]
	])('%s', async (_, answer, options) => {
		const add = vi.spyOn(window, 'addEventListener');
		const remove = vi.spyOn(window, 'removeEventListener');
		const app = setup(answer);
		const counts: number[] = [];
		app.submission('k').subscribe(({ pending }) => void counts.push(pending));
		start(app, { timeout: 60_000, ...options });
		await tasks(8);
		expect(seen(app)).toEqual(IDLE);
		expect(Math.max(...counts)).toBe(1);
		const lasting = add.mock.calls
			.map(([type]) => type)
			.filter((type) => type !== 'click' && type !== 'submit');
		expect(remove.mock.calls.map(([type]) => type).sort()).toEqual(lasting.sort());
	});

	it('a page comes back from the back/forward cache: submissions in flight are aborted', async () => {
		const app = setup(new Promise<never>(() => {}));
		const told = vi.fn();
		start(app, { submit: () => told });
		await tasks();
		window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
		await tasks();
		expect(seen(app)).toEqual(BUSY);
		window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		await tasks();
		expect(seen(app)).toEqual(IDLE);
		expect(told).toHaveBeenCalledOnce();
		expect(told.mock.calls[0]![0]).toMatchObject({ result: { error: { code: 'aborted' } } });
	});

	it('destroy(): marks are removed at once, submissions in flight end', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		const { destroy } = start(app);
		await tasks();
		destroy();
		expect(seen(app)).toEqual([1, null, null]);
		slow.resolve(SUCCESS);
		await tasks();
		expect(seen(app)).toEqual(IDLE);
		expect(app.page.current.form).toEqual({ ok: true });
	});

	it('an abort whose preparation never ends', async () => {
		const app = setup(SUCCESS);
		let controller!: AbortController;
		start(app, {
			submit(input) {
				({ controller } = input);
				return new Promise(() => {});
			}
		});
		await tasks();
		controller.abort();
		await tasks();
		expect(seen(app)).toEqual(IDLE);
	});
});

describe('a throw', () => {
	it('of a preparation that was aborted is logged, and shows nothing', async () => {
		const app = setup(SUCCESS);
		let controller!: AbortController;
		start(app, {
			submit: (input) =>
				new Promise((_, reject) => {
					({ controller } = input);
					controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
				})
		});
		await tasks();
		controller.abort();
		await tasks();
		expect(app.log).toEqual([]);
		expect(app.submission('k').error).toBeNull();
		expect(console.error).toHaveBeenCalledExactlyOnceWith(controller.signal.reason);
	});

	it('of a host that cannot show the error either is logged, and never unhandled', async () => {
		const unhandled = vi.fn();
		process.on('unhandledRejection', unhandled);
		const broken = new Error('no boundary');
		const app = setup(ERROR);
		app.navigation.showError.mockRejectedValue(broken);
		start(app);
		await tasks(6);
		process.off('unhandledRejection', unhandled);
		expect(unhandled).not.toHaveBeenCalled();
		expect(console.error).toHaveBeenCalledWith(broken);
		expect(seen(app)).toEqual(IDLE);
	});

	it('is kept with onError, and its cause is in the console', async () => {
		const app = setup(SUCCESS);
		start(app, { onError: 'keep', submit: throwing });
		await tasks();
		expect(app.log).toEqual([]);
		expect(app.submission('k').error).toMatchObject({ code: 'callback' });
		expect(console.error).toHaveBeenCalledWith(expect.objectContaining({ message: 'mine' }));
	});
});
