// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnhanceOptions, SubmitFunction } from '../../../src/index.ts';
import { defer, find, render, submit, tasks } from '../dom.ts';
import {
	bodyOf,
	ERROR,
	FAILURE,
	FORM,
	headersOf,
	setup,
	SUCCESS,
	type Answer,
	type App
} from '../forms.ts';

const OFFLINE = new TypeError('offline');

/** A form whose first submission has come to the first of the answers. */
const start = async (options: EnhanceOptions, ...answers: Answer[]): Promise<App> => {
	const app = setup(...answers);
	app.enhance(render(FORM), { key: 'k', ...options });
	submit(find('form'), find('button'));
	await tasks();
	return app;
};

/** What counts of a request. */
const requestOf = (app: App, request: number): unknown[] => [
	String(app.fetch.mock.calls[request]![0]),
	bodyOf(app, request),
	headersOf(app, request).get('x-softpost-submission')
];

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

describe('what is sent again', () => {
	it('is the data that the submit function has made, without calling it again', async () => {
		const prepare = vi.fn<SubmitFunction>(async (input) => {
			input.formData.append('prepared', 'yes');
			input.action.search = '?/other';
			input.action = new URL(input.action);
		});
		const app = await start({ submit: prepare }, OFFLINE, SUCCESS);
		find<HTMLInputElement>('input').value = 'typed meanwhile';
		await app.submission('k').retry();
		expect(prepare).toHaveBeenCalledOnce();
		expect(bodyOf(app)).toBe('a=1&act=go&prepared=yes');
		expect(requestOf(app, 1)).toEqual(requestOf(app, 0));
	});

	it('is prepared again if its preparation failed', async () => {
		let count = 0;
		const app = await start(
			{
				submit({ formData }) {
					formData.set('try', String(++count));
					if (count === 1) throw new Error('mine');
				}
			},
			SUCCESS
		);
		expect(app.fetch).not.toHaveBeenCalled();
		await app.submission('k').retry();
		expect(bodyOf(app)).toBe('a=1&act=go&try=2');
	});

	it('is the same each time, and the callback hears of each', async () => {
		const told: unknown[] = [];
		const app = await start(
			{
				submit:
					() =>
					({ result }) =>
						void told.push(result.type)
			},
			OFFLINE,
			ERROR,
			SUCCESS
		);
		await app.submission('k').retry();
		await app.submission('k').retry();
		expect(told).toEqual(['error', 'error', 'success']);
		expect(requestOf(app, 1)).toEqual(requestOf(app, 0));
		expect(requestOf(app, 2)).toEqual(requestOf(app, 0));
	});

	it('is the last failed submission of all forms with the key', async () => {
		const app = setup(OFFLINE, OFFLINE, SUCCESS);
		render(`<div>${FORM}${FORM}</div>`);
		const forms = [...document.querySelectorAll('form')];
		for (const [index, form] of forms.entries()) {
			app.enhance(form, { key: 'k' });
			find<HTMLInputElement>(`form:nth-child(${index + 1}) input`).value = String(index);
			submit(form);
			await tasks();
		}
		await app.submission('k').retry();
		expect(bodyOf(app, 2)).toBe('a=1');
	});
});

describe('a retry', () => {
	it('is pending, marks form and button, and resolves after the last effect', async () => {
		const shown = defer();
		const app = await start({}, OFFLINE, SUCCESS);
		app.navigation.invalidateAll.mockImplementation(() => shown.promise);
		const status = app.submission('k');
		let over = false;
		const retrying = status.retry().then(() => (over = true));
		expect(status.pending).toBe(1);
		expect(find('form').getAttribute('aria-busy')).toBe('true');
		expect(find('button').hasAttribute('data-submitting')).toBe(true);
		await tasks();
		expect(over).toBe(false);
		shown.resolve();
		await retrying;
		expect(status).toMatchObject({ pending: 0, error: null, result: SUCCESS });
		expect(find('form').hasAttribute('aria-busy')).toBe(false);
	});

	it.each([
		['a success, whose form is reset before its page is back', SUCCESS, '1'],
		['a failure, whose form is as it was', FAILURE, 'typed']
	])('brings the page back with %s', async (_, answer, value) => {
		const app = setup(OFFLINE, answer);
		const form = render(FORM);
		const input = find<HTMLInputElement>('input');
		app.enhance(form, { key: 'k' });
		input.value = 'typed';
		submit(form);
		await tasks();
		form.remove();
		let before = '';
		app.navigation.invalidateAll.mockImplementation(async () => void (before = input.value));
		await app.submission('k').retry();
		expect(before).toBe(value);
	});

	it('is stale where the user moves on before its response', async () => {
		const slow = defer<object>();
		const app = await start({}, OFFLINE, slow.promise);
		app.log.length = 0;
		const retrying = app.submission('k').retry();
		await tasks();
		app.leave();
		slow.resolve(SUCCESS);
		await retrying;
		expect(app.log).toEqual([]);
		expect(app.submission('k').error).toMatchObject({ code: 'network' });
	});

	it('is one where it is asked for twice in one task', async () => {
		const app = await start({}, OFFLINE, SUCCESS);
		const { retry } = app.submission('k');
		await Promise.all([retry(), retry()]);
		expect(app.fetch).toHaveBeenCalledTimes(2);
	});

	it('is a single request even if it is called again while in flight', async () => {
		const slow = defer<object>();
		const app = await start({}, OFFLINE, slow.promise);
		const { retry } = app.submission('k');
		let over = 0;
		const first = retry().then(() => over++);
		await tasks();
		const second = app
			.submission('k')
			.retry()
			.then(() => over++);
		await tasks();
		expect(app.fetch).toHaveBeenCalledTimes(2);
		expect([over, app.submission('k').pending]).toEqual([0, 1]);
		slow.resolve(SUCCESS);
		await Promise.all([first, second]);
	});

	it('can be asked for again after one that was aborted', async () => {
		const app = await start({}, OFFLINE, new Promise<never>(() => {}), SUCCESS);
		const status = app.submission('k');
		const stopped = status.retry();
		await tasks();
		dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		await stopped;
		expect(status).toMatchObject({ pending: 0, error: { code: 'network' } });
		await status.retry();
		expect(status).toMatchObject({ error: null, result: SUCCESS });
	});

	it('is none after an abort, which is not a failure', async () => {
		const app = await start({ submit: ({ controller }) => controller.abort() }, SUCCESS);
		await app.submission('k').retry();
		expect(app.fetch).not.toHaveBeenCalled();
	});

	it('is none before there is a form', async () => {
		const app = setup(SUCCESS);
		const status = app.submission('k');
		await status.retry();
		expect(status).toMatchObject({ pending: 0, progress: null, result: null, error: null });
		expect(app.fetch).not.toHaveBeenCalled();
	});
});

describe('an error that is', () => {
	it.each([
		['text', 'Down', { code: 'server', message: 'Down' }],
		['empty text', '', { code: 'server', message: '' }],
		['a number', 503, { code: 'server', message: '503' }],
		['an object', { message: 'Down', id: 7 }, { code: 'server', message: 'Down', id: 7 }],
		['an object with a code', { message: 'Down', code: 'db' }, { code: 'db', message: 'Down' }]
	])('%s has a code and a message, and can be sent again', async (_, error, shown) => {
		const app = await start({}, { type: 'error', status: 503, error }, SUCCESS);
		const status = app.submission('k');
		expect(status.error).toEqual({ status: 503, ...shown });
		await status.retry();
		expect(status).toMatchObject({ error: null, result: SUCCESS });
	});
});
