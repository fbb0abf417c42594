// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnhanceOptions } from '../../../src/index.ts';
import { find, render, submit, tasks } from '../dom.ts';
import { ERROR, FORM, headersOf, setup, SUCCESS, type App } from '../forms.ts';

/** The effect of an option: the visible state of a submission without it, and with it. */
interface Case {
	option: string;
	options: EnhanceOptions;
	answer?: object;
	markup?: string;
	/** What is looked at. */
	look(app: App): unknown;
	without: unknown;
	with: unknown;
}

const calls = (what: 'invalidateAll' | 'goto' | 'showError') => (app: App) =>
	app.navigation[what].mock.calls.length;

const own = vi.fn<typeof globalThis.fetch>(async () => Response.json(SUCCESS));
const submitting = vi.fn();

const CASES: Case[] = [
	{
		option: 'submit',
		options: { submit: submitting },
		look: () => submitting.mock.calls.length,
		without: 0,
		with: 1
	},
	{
		option: 'key',
		options: { key: 'mine' },
		look: (app) => app.submission('mine').result,
		without: null,
		with: SUCCESS
	},
	{
		option: 'reset',
		options: { reset: false },
		look: () => find<HTMLInputElement>('input').value,
		without: '1',
		with: 'typed'
	},
	{
		option: 'invalidateAll',
		options: { invalidateAll: false },
		look: calls('invalidateAll'),
		without: 1,
		with: 0
	},
	{
		option: 'navigate',
		options: { navigate: true },
		markup: FORM.replace('method', 'action="/other?/save" method'),
		look: ({ log }) => log.join(),
		without: 'refresh',
		with: 'goto /other'
	},
	{
		option: 'onError',
		options: { onError: 'keep' },
		answer: ERROR,
		look: calls('showError'),
		without: 1,
		with: 0
	},
	{
		option: 'fetch',
		options: { fetch: own },
		look: (app) => [app.fetch.mock.calls.length, own.mock.calls.length],
		without: [1, 0],
		with: [0, 1]
	},
	{
		option: 'headers',
		options: { headers: { authorization: 'Bearer 1' } },
		look: (app) => headersOf(app).get('authorization'),
		without: null,
		with: 'Bearer 1'
	},
	{
		option: 'credentials',
		options: { credentials: 'include' },
		look: (app) => app.fetch.mock.calls[0]![1]!.credentials,
		without: 'same-origin',
		with: 'include'
	}
];

const run = async (
	{ answer = SUCCESS, markup = FORM, look }: Case,
	all: EnhanceOptions,
	form?: EnhanceOptions
): Promise<unknown> => {
	const app = setup(answer);
	app.configure(all);
	app.enhance(render(markup), form);
	find<HTMLInputElement>('input').value = 'typed';
	submit(find('form'));
	await tasks();
	return look(app);
};

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	own.mockClear();
	submitting.mockClear();
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

describe.each(CASES)('$option', (example) => {
	it('has a default', async () => {
		expect(await run(example, {})).toEqual(example.without);
	});

	it('may be set for a form', async () => {
		expect(await run(example, {}, example.options)).toEqual(example.with);
	});

	it('may be set for all forms', async () => {
		expect(await run(example, example.options)).toEqual(example.with);
	});
});

it.each<[option: string, all: EnhanceOptions, form: EnhanceOptions, index: number]>([
	['reset', { reset: false }, { reset: true }, 2],
	['invalidateAll', { invalidateAll: false }, { invalidateAll: true }, 3],
	['navigate', { navigate: true }, { navigate: false }, 4],
	['onError', { onError: 'keep' }, { onError: 'boundary' }, 5]
])('%s of a form comes before that of all', async (_, all, form, index) => {
	expect(await run(CASES[index]!, all, form)).toEqual(CASES[index]!.without);
});

it('headers of the form cannot take the place of those that the wire needs', async () => {
	const app = setup(SUCCESS);
	app.enhance(render(FORM), {
		headers: { accept: 'text/html', 'x-sveltekit-action': 'false', 'x-softpost-submission': '1' }
	});
	submit(find('form'));
	await tasks();
	const headers = headersOf(app);
	expect(headers.get('accept')).toBe('application/json');
	expect(headers.get('x-sveltekit-action')).toBe('true');
	expect(headers.get('x-softpost-submission')).toHaveLength(32);
});

it('options that come by update count from the next submission on', async () => {
	const app = setup(SUCCESS);
	const { update } = app.enhance(render(FORM), { key: 'before' });
	submit(find('form'));
	update({ key: 'after' });
	await tasks();
	expect(app.submission('before').result).toEqual(SUCCESS);
	submit(find('form'));
	await tasks();
	expect(app.submission('after').result).toEqual(SUCCESS);
});
