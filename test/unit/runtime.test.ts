// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createForms, deserialize, SoftpostError } from '../../src/index.ts';
import type { EnhanceOptions, SubmitFunction } from '../../src/index.ts';
import { browserPage } from '../../src/page/browser-page.ts';
import { defer, find, render, submit, tasks } from './dom.ts';
import { blankPage } from '../../src/page/page-state.ts';
import { createStore } from '../../src/page/store.ts';
import { bodyOf, ERROR, FAILURE, FORM, setup, SUCCESS } from './forms.ts';

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

describe('enhance', () => {
	it.each(['', 'method="get"', 'method="dialog"', 'method="put"'])(
		'refuses <form %s>',
		(attributes) => {
			const { enhance } = setup(SUCCESS);
			const form = render<HTMLFormElement>(`<form ${attributes}></form>`);
			expect(() => enhance(form)).toThrow(SoftpostError);
			expect(() => enhance(form)).toThrow(expect.objectContaining({ code: 'form_method' }));
		}
	);

	it.each([
		['nothing', () => document.querySelector('#missing')],
		['a selector', () => 'form'],
		['a list', () => document.querySelectorAll('form')],
		['another element', () => document.createElement('div')]
	])('says what it needs when it gets %s', (_, given) => {
		const { enhance } = setup(SUCCESS);
		render('<form method="POST"></form>');
		expect(() => enhance(given() as never)).toThrow(
			expect.objectContaining({ code: 'form_method' })
		);
	});

	it('takes POST in any case', () => {
		const { enhance } = setup(SUCCESS);
		expect(() => enhance(render('<form method="PoSt"></form>'))).not.toThrow();
	});

	it('sends the form in place of the browser, with the button that was used', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form);
		expect(submit(form, find('button'))).toBe(false);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(bodyOf(app)).toBe('a=1&act=go');
	});

	it('sends a form once that was enhanced twice', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form);
		app.enhance(form);
		submit(form);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
	});

	it('still sends after one of two was destroyed', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const { destroy } = app.enhance(form);
		app.enhance(form);
		destroy();
		expect(submit(form)).toBe(false);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
	});

	it('leaves nothing behind when it is destroyed', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const before = document.body.innerHTML;
		const { destroy } = app.enhance(form);
		submit(form);
		await tasks();
		destroy();
		expect(submit(form)).toBe(true);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(document.body.innerHTML).toBe(before);
	});

	it('uses what update gives it from then on', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const [first, second] = [vi.fn<SubmitFunction>(), vi.fn<SubmitFunction>()];
		const { update } = app.enhance(form, first);
		update(second);
		submit(form);
		update({ submit: ({ formData }) => formData.set('a', '2') });
		submit(form);
		await tasks();
		expect(first).not.toHaveBeenCalled();
		expect(second).toHaveBeenCalledOnce();
		expect(bodyOf(app)).toBe('a=2');
	});

	it('has no options left after an update without', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const { update } = app.enhance(form, { submit: ({ cancel }) => cancel() });
		update();
		submit(form);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
	});
});

describe('what is intercepted', () => {
	it.each([
		['registered before enhance', true],
		['registered after enhance', false]
	])('not what a listener on the form has prevented, %s', async (_, early) => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const prevent = (event: Event): void => event.preventDefault();
		if (early) form.addEventListener('submit', prevent);
		app.enhance(form);
		if (!early) form.addEventListener('submit', prevent);
		submit(form);
		await tasks();
		expect(app.fetch).not.toHaveBeenCalled();
	});

	it('not events that a listener registered between two submits has prevented', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form);
		submit(form);
		await tasks();
		form.addEventListener('submit', (event) => event.preventDefault());
		submit(form);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
	});

	it.each([
		'<form method="post" target="_blank"></form>',
		'<form method="post" action="https://evil.example/"></form>',
		'<form method="post" data-sveltekit-reload></form>'
	])('not %s', async (markup) => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(markup);
		app.enhance(form);
		expect(submit(form)).toBe(true);
		await tasks();
		expect(app.fetch).not.toHaveBeenCalled();
	});

	it('not a GET by the submitter, nor a submit event of something below', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(
			'<form method="post"><button formmethod="get"></button></form>'
		);
		app.enhance(form);
		expect(submit(form, find('button'))).toBe(true);
		expect(submit(find('button'))).toBe(true);
		await tasks();
		expect(app.fetch).not.toHaveBeenCalled();
	});

	it.each(['ctrlKey', 'metaKey', 'shiftKey'])(
		'not a submitter clicked with %s, but the next click without',
		async (key) => {
			const app = setup(SUCCESS);
			const form = render<HTMLFormElement>(FORM);
			app.enhance(form);
			const button = find('button');
			// No form is submitted by the clicks themselves: only the events say what a browser would do.
			button.addEventListener('click', (event) => event.preventDefault());
			button.dispatchEvent(
				new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true })
			);
			expect(submit(form, button)).toBe(true);
			button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
			expect(submit(form, button)).toBe(false);
		}
	);
});

describe('the submit function', () => {
	it('is called in the submit event, with what will be sent', () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const submitted = vi.fn<SubmitFunction>();
		app.enhance(form, submitted);
		const button = find('button');
		submit(form, button);
		const [input] = submitted.mock.calls[0]!;
		expect(input).toMatchObject({
			formElement: form,
			submitter: button,
			cancel: expect.any(Function)
		});
		expect(input.action.href).toBe(location.href);
		expect([...input.formData]).toEqual([
			['a', '1'],
			['act', 'go']
		]);
		expect(input.controller).toBeInstanceOf(AbortController);
		expect(input.action).toBeInstanceOf(URL);
	});

	it('gets no submitter if there was none', () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		const submitted = vi.fn<SubmitFunction>();
		app.enhance(form, submitted);
		submit(form);
		expect(submitted.mock.calls[0]![0].submitter).toBeNull();
	});

	it('may change entries and action, also when it is async', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form, async (input) => {
			await tasks(2);
			input.formData.set('a', '2');
			input.action.search = '?/other';
		});
		submit(form);
		await tasks(6);
		expect(bodyOf(app)).toBe('a=2');
		expect(String(app.fetch.mock.calls[0]![0])).toContain('?/other');
	});

	it('may put other entries and another action in their place', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form, (input) => {
			input.formData = new FormData();
			input.action = new URL('/elsewhere', location.href);
		});
		submit(form);
		await tasks();
		expect(bodyOf(app)).toBe('');
		expect(String(app.fetch.mock.calls[0]![0])).toMatch(/\/elsewhere$/);
	});

	it.each<[name: string, SubmitFunction]>([
		['at once', ({ cancel }) => cancel()],
		[
			'later',
			async ({ cancel }) => {
				await tasks();
				cancel();
			}
		]
	])('cancels %s: nothing is sent and nothing changes', async (_, cancelling) => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form, cancelling);
		expect(submit(form)).toBe(false);
		await tasks(6);
		expect(app.fetch).not.toHaveBeenCalled();
		expect(app.log).toEqual([]);
	});

	it.each<[name: string, SubmitFunction, requests: number]>([
		[
			'the function throws',
			() => {
				throw new Error('mine');
			},
			0
		],
		['the async function throws', async () => Promise.reject(new Error('mine')), 0],
		[
			'its callback throws',
			() => () => {
				throw new Error('mine');
			},
			1
		],
		['its async callback throws', () => async () => Promise.reject(new Error('mine')), 1]
	])('ends as an error when %s', async (_, throwing, requests) => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(form, throwing);
		expect(submit(form)).toBe(false);
		await tasks();
		expect(app.fetch).toHaveBeenCalledTimes(requests);
		expect(app.log).toEqual(['error']);
		const [error, status] = app.navigation.showError.mock.calls[0]!;
		expect(error).toMatchObject({ code: 'callback', cause: { message: 'mine' } });
		expect(status).toBe(500);
	});

	it('leaves a form alive that threw before', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		let throwing = true;
		app.enhance(form, () => {
			if (throwing) throw new Error('mine');
		});
		submit(form);
		await tasks();
		throwing = false;
		submit(form);
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
	});
});

describe('the callback', () => {
	it('is called once with the result, and replaces the default', async () => {
		const app = setup(FAILURE);
		const form = render<HTMLFormElement>(FORM);
		const callback = vi.fn();
		app.enhance(form, () => callback);
		submit(form);
		await tasks();
		expect(callback).toHaveBeenCalledOnce();
		expect(callback.mock.calls[0]![0]).toMatchObject({
			formElement: form,
			result: FAILURE,
			stale: false
		});
		expect(app.page.current.form).toBeNull();
		expect(app.log).toEqual([]);
	});

	it('has the default as update, with what it leaves out', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		app.enhance(
			form,
			() =>
				({ update }) =>
					update({ invalidateAll: false, reset: false })
		);
		find<HTMLInputElement>('input').value = 'typed';
		submit(form);
		await tasks();
		expect(app.page.current.form).toEqual({ ok: true });
		expect(app.navigation.invalidateAll).not.toHaveBeenCalled();
		expect(find<HTMLInputElement>('input').value).toBe('typed');
	});

	it('gets an abort once, and its update changes nothing', async () => {
		const app = setup(new Promise(() => {}));
		const form = render<HTMLFormElement>(FORM);
		const results: unknown[] = [];
		let controller!: AbortController;
		app.enhance(form, (input) => {
			({ controller } = input);
			return async ({ result, update }) => {
				results.push(result);
				await update();
			};
		});
		submit(form);
		await tasks();
		controller.abort();
		await tasks();
		expect(results).toMatchObject([{ type: 'error', error: { code: 'aborted' } }]);
		expect(app.log).toEqual([]);
	});

	it('shows nothing for an abort without a callback', async () => {
		const app = setup(SUCCESS);
		app.enhance(render(FORM), ({ controller }) => controller.abort());
		submit(find('form'));
		await tasks();
		expect(app.fetch).not.toHaveBeenCalled();
		expect(app.log).toEqual([]);
	});
});

describe('the default', () => {
	it('success: refresh, then form and status, then the reset', async () => {
		const app = setup(SUCCESS);
		const form = render<HTMLFormElement>(FORM);
		form.addEventListener('reset', () => app.log.push('reset'));
		app.enhance(form);
		submit(form);
		await tasks();
		expect(app.log).toEqual(['refresh', 'show', 'reset']);
		expect(app.page.current).toMatchObject({ form: { ok: true }, status: 200 });
	});

	it('success: nothing is shown again that the refresh has shown', async () => {
		const app = setup(SUCCESS);
		app.navigation.invalidateAll.mockImplementation(async (outcome) => app.page.set(outcome!));
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		const [outcome] = app.navigation.invalidateAll.mock.calls[0]!;
		expect(outcome).toEqual({ form: { ok: true }, status: 200 });
		expect(app.log).toEqual([]);
		expect(app.page.current.form).toEqual({ ok: true });
	});

	it('success without its fresh data: an error of the network, and the fields stay', async () => {
		const app = setup(SUCCESS);
		const broken = new SoftpostError('network', 'offline');
		app.navigation.invalidateAll.mockRejectedValueOnce(broken);
		const form = render<HTMLFormElement>(FORM);
		form.addEventListener('reset', () => app.log.push('reset'));
		app.enhance(form, { key: 'k' });
		submit(form);
		await tasks();
		expect(app.log).toEqual(['error']);
		expect(app.navigation.showError.mock.calls[0]![0]).toBe(broken);
		expect(app.submission('k').error).toMatchObject({ code: 'network' });
		expect(app.submission('k').pending).toBe(0);
	});

	it('success: an error goes away, where no host shows it in the place of the page', async () => {
		const page = createStore(blankPage(new URL(location.href)));
		const answers = [ERROR, SUCCESS];
		const fetch = async (): Promise<Response> => Response.json(answers.shift());
		const { enhance } = createForms({ page, fetch });
		enhance(render(FORM), { onError: 'keep' });
		page.set({ error: { message: 'Down' }, status: 503 });
		for (const count of [1, 0]) {
			submit(find('form'));
			await tasks();
			expect(answers).toHaveLength(count);
			expect(page.current.error).toEqual(count ? { message: 'Down' } : null);
		}
	});

	it('failure: form and status, no refresh, no reset', async () => {
		const app = setup(FAILURE);
		const form = render<HTMLFormElement>(FORM);
		form.addEventListener('reset', () => app.log.push('reset'));
		app.enhance(form);
		submit(form);
		await tasks();
		expect(app.log).toEqual(['show']);
		expect(app.page.current).toMatchObject({ form: { missing: true }, status: 422 });
	});

	it('redirect: goto with all data new', async () => {
		const app = setup({ type: 'redirect', status: 303, location: '/home' });
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(app.log).toEqual(['goto /home']);
		expect(app.navigation.goto.mock.calls[0]![1]).toEqual({ invalidateAll: true });
		expect(app.page.current.form).toBeNull();
	});

	it.each([
		'javascript:alert(1)',
		'data:text/html,x',
		'https://[',
		'https://user:secret@app.example/',
		'x'.repeat(100_000)
	])('redirect that must not be followed, case %#: an error that can be kept', async (location) => {
		const app = setup({ type: 'redirect', status: 303, location });
		const results: unknown[] = [];
		app.enhance(render(FORM), {
			key: 'k',
			onError: 'keep',
			submit: () => async (outcome) => {
				results.push(outcome.result);
				await outcome.update();
			}
		});
		submit(find('form'));
		await tasks();
		expect(results).toMatchObject([{ type: 'error', error: { code: 'external_url' } }]);
		expect(app.submission('k').error).toMatchObject({ code: 'external_url' });
		expect(app.log).toEqual([]);
		await app.submission('k').retry();
		expect(app.fetch).toHaveBeenCalledOnce();
	});

	it('redirect: what data-sveltekit-* asks of the navigation', async () => {
		const app = setup({ type: 'redirect', status: 303, location: '/home' });
		app.enhance(
			render(
				'<form method="post" data-sveltekit-replacestate><button data-sveltekit-noscroll></button></form>'
			)
		);
		submit(find('form'), find('button'));
		await tasks();
		expect(app.navigation.goto.mock.calls[0]![1]).toEqual({
			invalidateAll: true,
			replaceState: true,
			noScroll: true
		});
	});

	it('error: the boundary, with status', async () => {
		const app = setup({ type: 'error', status: 410, error: { message: 'Gone' } });
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(app.log).toEqual(['error']);
		expect(app.navigation.showError.mock.calls[0]!.slice(0, 2)).toEqual([{ message: 'Gone' }, 410]);
	});

	it('an action on another page: the data is refreshed, form and status stay', async () => {
		const app = setup(SUCCESS);
		app.enhance(render('<form method="post" action="/other?/save"></form>'));
		submit(find('form'));
		await tasks();
		expect(app.navigation.invalidateAll).toHaveBeenCalledOnce();
		expect(app.page.current).toMatchObject({ form: null, status: 200 });
		expect(app.log).not.toContain('show');
	});

	it('an action on another page with navigate: that page with the result', async () => {
		const app = setup(FAILURE);
		app.enhance(render('<form method="post" action="/other?/save"></form>'), { navigate: true });
		submit(find('form'));
		await tasks();
		expect(app.log).toEqual(['goto /other']);
		expect(app.navigation.goto.mock.calls[0]![2]).toEqual({ form: { missing: true }, status: 422 });
	});
});

describe('focus', () => {
	const two = '<form method="post"><input id="a"><input id="b" aria-invalid="true"></form>';

	it('goes to the first invalid control of the form on a failure', async () => {
		const app = setup(FAILURE);
		render('<input aria-invalid="true">' + two);
		app.enhance(find('form'));
		submit(find('form'));
		await tasks();
		expect(document.activeElement).toBe(find('#b'));
	});

	it('goes to the element with autofocus on a success, invalid or not', async () => {
		const app = setup(SUCCESS);
		render(two + '<input id="c" autofocus>');
		app.enhance(find('form'));
		submit(find('form'));
		await tasks();
		expect(document.activeElement).toBe(find('#c'));
	});

	it('goes to the start of the document where nothing else asks for it', async () => {
		const app = setup(FAILURE);
		app.enhance(render('<form method="post"><input id="a"></form>'));
		find('#a').focus();
		submit(find('form'));
		await tasks();
		expect(document.activeElement).toBe(document.body);
		expect(document.body.hasAttribute('tabindex')).toBe(false);
	});

	it.each([
		'<form method="post" data-sveltekit-keepfocus><button></button></form>',
		'<form method="post"><button data-sveltekit-keepfocus></button></form>'
	])('stays with %s', async (markup) => {
		const app = setup(SUCCESS);
		app.enhance(render(markup));
		find('button').focus();
		submit(find('form'), find('button'));
		await tasks();
		expect(document.activeElement).toBe(find('button'));
	});
});

describe('order', () => {
	it('makes two submits in one task one request, the later one', async () => {
		const app = setup(SUCCESS);
		const results: unknown[] = [];
		app.enhance(
			render(FORM),
			() =>
				({ result }) =>
					void results.push(result.type)
		);
		submit(find('form'));
		find<HTMLInputElement>('input').value = '2';
		submit(find('form'));
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(bodyOf(app)).toBe('a=2');
		expect(results).toEqual(['error', 'success']);
	});

	it('does not let a later submit that cancels take the place of the one before', async () => {
		const app = setup(SUCCESS);
		let count = 0;
		app.enhance(render(FORM), ({ cancel }) => {
			if (count++) cancel();
		});
		submit(find('form'));
		submit(find('form'));
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(app.page.current.form).toEqual({ ok: true });
	});

	it('drops a result that arrives after a later one: its update changes nothing', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise, { ...SUCCESS, data: { number: 2 } });
		const stale: boolean[] = [];
		app.enhance(render(FORM), () => async (outcome) => {
			stale.push(outcome.stale);
			await outcome.update();
		});
		submit(find('form'));
		await tasks();
		submit(find('form'));
		await tasks();
		slow.resolve({ ...SUCCESS, data: { number: 1 } });
		await tasks();
		expect(stale).toEqual([false, true]);
		expect(app.page.current.form).toEqual({ number: 2 });
	});

	it('drops a result that arrives after the user has moved on', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		app.leave();
		slow.resolve(SUCCESS);
		await tasks();
		expect(app.log).toEqual([]);
		expect(app.page.current.form).toBeNull();
	});

	it('stops applying a result when the user moves on in the middle of it', async () => {
		const app = setup(SUCCESS);
		app.navigation.invalidateAll.mockImplementation(async () => app.leave());
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(app.page.current.form).toBeNull();
	});
});

describe('options', () => {
	it.each<
		[name: string, all: EnhanceOptions, own: EnhanceOptions | undefined, credentials: string]
	>([
		["the platform's default", {}, undefined, 'same-origin'],
		['of all forms by configure', { credentials: 'include' }, undefined, 'include'],
		['of one form before those of all', { credentials: 'include' }, { credentials: 'omit' }, 'omit']
	])('%s', async (_, all, own, credentials) => {
		const app = setup(SUCCESS);
		app.configure(all);
		app.enhance(render(FORM), own);
		submit(find('form'));
		await tasks();
		expect(app.fetch.mock.calls[0]![1]).toMatchObject({ credentials });
	});

	it('reach forms that were enhanced before', async () => {
		const app = setup(SUCCESS);
		app.enhance(render(FORM));
		app.configure({ headers: { 'x-late': '1' } });
		submit(find('form'));
		await tasks();
		expect((app.fetch.mock.calls[0]![1]!.headers as Headers).get('x-late')).toBe('1');
	});

	it('of one instance are not those of another', async () => {
		const [one, other] = [setup(SUCCESS), setup(SUCCESS)];
		one.configure({ credentials: 'include' });
		other.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(one.fetch).not.toHaveBeenCalled();
		expect(other.fetch.mock.calls[0]![1]).toMatchObject({ credentials: 'same-origin' });
	});

	it('of update come before those of the form', async () => {
		const app = setup(SUCCESS);
		app.enhance(render(FORM), {
			invalidateAll: false,
			submit:
				() =>
				({ update }) =>
					update({ invalidateAll: true })
		});
		submit(find('form'));
		await tasks();
		expect(app.navigation.invalidateAll).toHaveBeenCalledOnce();
	});
});

describe('applyAction', () => {
	it.each([
		[SUCCESS, { form: { ok: true }, status: 200 }],
		[FAILURE, { form: { missing: true }, status: 422 }],
		[
			{ type: 'success', status: 204 },
			{ form: null, status: 204 }
		]
	])('shows %j on the page that is shown', async (result, shown) => {
		const app = setup();
		await app.applyAction(result as never);
		expect(app.page.current).toMatchObject(shown);
		expect(app.log).toEqual(['show']);
	});

	it('navigates for a redirect', async () => {
		const app = setup();
		await app.applyAction({ type: 'redirect', status: 303, location: '/home' });
		expect(app.navigation.goto).toHaveBeenCalledOnce();
		expect(app.navigation.goto.mock.calls[0]!.slice(0, 2)).toEqual([
			new URL('/home', location.href),
			{ invalidateAll: true }
		]);
	});

	it('shows the boundary for an error, and logs the cause', async () => {
		const app = setup();
		await app.applyAction({ type: 'error', error: { message: 'no' } });
		expect(app.log).toEqual(['error']);
		expect(app.navigation.showError.mock.calls[0]!.slice(0, 2)).toEqual([{ message: 'no' }, 500]);
		expect(console.error).toHaveBeenCalledWith({ message: 'no' });
	});

	it('never leads to a script', async () => {
		const app = setup();
		await app.applyAction({ type: 'redirect', status: 303, location: 'javascript:alert(1)' });
		expect(app.navigation.goto).not.toHaveBeenCalled();
		expect(app.navigation.showError.mock.calls[0]![0]).toMatchObject({ code: 'external_url' });
	});

	it('refuses an invalid URL in the same way', async () => {
		const app = setup();
		await app.applyAction({ type: 'redirect', status: 303, location: 'https://[' });
		expect(app.navigation.goto).not.toHaveBeenCalled();
		expect(app.navigation.showError.mock.calls[0]![0]).toMatchObject({ code: 'external_url' });
	});

	it('puts the focus on the first invalid control of the document on a failure', async () => {
		const app = setup();
		render('<input id="a"><input id="b" aria-invalid="true"><input id="c" autofocus>');
		await app.applyAction(FAILURE as never);
		expect(document.activeElement).toBe(find('#b'));
	});

	it.each([undefined, null, {}, 'success', { type: 'redirect' }])('refuses %j', async (value) => {
		const app = setup();
		await expect(app.applyAction(value as never)).rejects.toMatchObject({
			code: 'not_an_action_result'
		});
		expect(app.log).toEqual([]);
	});
});

describe('createForms', () => {
	it('hands deserialize on', () => {
		expect(createForms().deserialize).toBe(deserialize);
	});

	it("takes this browser's own for parts that are left out", async () => {
		const { applyAction } = createForms();
		await applyAction(FAILURE as never);
		expect(browserPage.current).toMatchObject({ form: { missing: true }, status: 422 });
		browserPage.set({ form: null, status: 200 });
	});

	it('takes single members of a navigation', async () => {
		const invalidateAll = vi.fn(async () => {});
		const fetch = vi.fn(async () => new Response(JSON.stringify(SUCCESS)));
		const { enhance } = createForms({ navigation: { invalidateAll }, fetch });
		enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(invalidateAll).toHaveBeenCalledOnce();
		expect(browserPage.current.form).toEqual({ ok: true });
		browserPage.set({ form: null });
	});
});

describe('an instance with a separate page, without a host', () => {
	it('writes an error to that page, and not to the one that all share', async () => {
		const page = createStore(blankPage(new URL(location.href)));
		const fetch = async (): Promise<Response> => Response.json(ERROR);
		createForms({ page, fetch }).enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(page.current).toMatchObject({ status: 503, error: { message: 'Down' } });
		expect(browserPage.current).toMatchObject({ status: 200, error: null });
	});

	it('takes the error off again with the next result', async () => {
		const page = createStore(blankPage(new URL(location.href)));
		const answers = [ERROR, FAILURE];
		const fetch = async (): Promise<Response> => Response.json(answers.shift());
		createForms({ page, fetch }).enhance(render(FORM));
		for (let count = 0; count < 2; count++) {
			submit(find('form'));
			await tasks();
		}
		expect(page.current).toMatchObject({ status: 422, error: null, form: { missing: true } });
	});
});
