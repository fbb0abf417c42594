// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmitFunction, SubmitOutcome } from '../../../src/index.ts';
import { defer, find, render, submit, tasks } from '../dom.ts';
import { bodyOf, FAILURE, FORM, setup, SUCCESS, type Answer } from '../forms.ts';

const numbered = (number: number): object => ({ ...SUCCESS, data: { number } });

/** A form with a key, what its callback is told, and answers that come when the test says so. */
const start = (options: object, count = 3, submitting: SubmitFunction = () => {}) => {
	const answers = Array.from({ length: count }, () => defer<object>());
	const app = setup(...answers.map(({ promise }): Answer => promise));
	const ends: string[] = [];
	app.enhance(render(FORM), {
		key: 'k',
		...options,
		async submit(input) {
			await submitting(input);
			return async ({ result, stale, update }: SubmitOutcome<any, any>) => {
				const how = 'data' in result ? result.data.number : 'error' in result && result.error.code;
				ends.push(`${how}${stale ? ' stale' : ''}`);
				await update();
			};
		}
	});
	/** Fills in a value, submits, and waits for pending tasks. */
	const send = async (value: string | number): Promise<void> => {
		find<HTMLInputElement>('input').value = String(value);
		submit(find('form'));
		await tasks();
	};
	const answer = async (number: number): Promise<void> => {
		answers[number - 1]!.resolve(numbered(number));
		await tasks();
	};
	return { app, ends, send, answer, status: app.submission('k') };
};

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

describe('parallel, the default', () => {
	it('sends all, and drops late results', async () => {
		const { app, ends, send, answer, status } = start({});
		await send(1);
		await send(2);
		expect(app.fetch).toHaveBeenCalledTimes(2);
		expect(status.pending).toBe(2);
		await answer(2);
		expect(status.pending).toBe(1);
		await answer(1);
		expect(ends).toEqual(['2', '1 stale']);
		expect(app.page.current.form).toEqual({ number: 2 });
		expect(status).toMatchObject({ pending: 0, result: { data: { number: 2 } } });
	});
});

describe('drop', () => {
	it('ignores submissions while one is in flight, without calling the submit function', async () => {
		const submitting = vi.fn<SubmitFunction>();
		const { app, ends, send, answer, status } = start({ concurrency: 'drop' }, 2, submitting);
		await send(1);
		expect(submit(find('form'))).toBe(false);
		await send(2);
		expect(status.pending).toBe(1);
		await answer(1);
		expect(submitting).toHaveBeenCalledOnce();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(ends).toEqual(['1']);
		await send(3);
		expect(bodyOf(app, 1)).toBe('a=3');
	});

	it('takes one while the effects of another form last', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		app.configure({ concurrency: 'drop' });
		render(`<div>${FORM}${FORM}</div>`);
		const forms = [...document.querySelectorAll('form')];
		for (const form of forms) app.enhance(form);
		for (const form of forms) submit(form);
		await tasks();
		expect(app.fetch).toHaveBeenCalledTimes(2);
	});
});

describe('replace', () => {
	it('aborts the one in flight when the next is about to be sent', async () => {
		const { app, ends, send, answer, status } = start({ concurrency: 'replace' });
		await send(1);
		await send(2);
		expect(app.fetch.mock.calls.map(([, init]) => init!.signal!.aborted)).toEqual([true, false]);
		expect(status.pending).toBe(1);
		await answer(2);
		expect(ends).toEqual(['aborted', '2']);
		expect(status).toMatchObject({ pending: 0, error: null, result: { data: { number: 2 } } });
	});

	it('leaves it alone if the next one cancels, at once or later', async () => {
		let count = 0;
		const cancelling: SubmitFunction = async ({ cancel }) => {
			if (count++ === 1) cancel();
			await tasks(1);
			if (count === 3) cancel();
		};
		const { app, ends, send, answer, status } = start({ concurrency: 'replace' }, 3, cancelling);
		await send(1);
		await send(2);
		await send(3);
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(status.pending).toBe(1);
		await answer(1);
		expect(ends).toEqual(['1']);
	});

	it('leaves it alone where the next one is aborted before it is sent', async () => {
		let count = 0;
		const aborting: SubmitFunction = async ({ controller }) => {
			if (count++ === 1) controller.abort();
			await tasks(1);
		};
		const { ends, send, answer } = start({ concurrency: 'replace' }, 2, aborting);
		await send(1);
		await send(2);
		await answer(1);
		expect(ends).toEqual(['aborted', '1']);
	});
});

describe('an abort while the callback runs, before it has called update', () => {
	it.each(['the controller', 'the next submission'])(
		'by %s: update changes nothing',
		async (by) => {
			const first = defer<object>();
			const ready = defer();
			const app = setup(first.promise, defer<object>().promise);
			const controllers: AbortController[] = [];
			app.enhance(render(FORM), {
				key: 'k',
				concurrency: 'replace',
				submit: ({ controller }) => {
					controllers.push(controller);
					return async ({ update }) => {
						await ready.promise;
						await update();
					};
				}
			});
			submit(find('form'));
			await tasks();
			first.resolve(SUCCESS);
			await tasks();
			if (by === 'the controller') controllers[0]!.abort();
			else submit(find('form'));
			await tasks();
			ready.resolve();
			await tasks();
			expect(controllers[0]!.signal.aborted).toBe(true);
			expect(app.log).toEqual([]);
			expect(app.page.current.form).toBeNull();
		}
	);

	it('shows no error where the callback stops by its signal', async () => {
		const app = setup(SUCCESS);
		let abort!: () => void;
		app.enhance(render(FORM), {
			key: 'k',
			submit:
				({ controller }) =>
				async () => {
					const { signal } = controller;
					await new Promise((_, reject) => {
						signal.addEventListener('abort', () => reject(signal.reason as Error));
						abort = () => controller.abort();
					});
				}
		});
		submit(find('form'));
		await vi.waitFor(() => abort());
		await tasks();
		expect(app.log).toEqual([]);
		expect(app.submission('k')).toMatchObject({ pending: 0, error: null });
	});
});

describe('queue', () => {
	it('sends one after another, in order, each after the last effect of the one before', async () => {
		const { app, ends, send, answer, status } = start({ concurrency: 'queue' });
		const refreshed = defer();
		app.navigation.invalidateAll.mockImplementationOnce(() => refreshed.promise);
		for (const number of [1, 2, 3]) await send(number);
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(status.pending).toBe(3);
		await answer(1);
		expect(app.fetch).toHaveBeenCalledOnce();
		refreshed.resolve();
		await tasks();
		expect(app.fetch).toHaveBeenCalledTimes(2);
		await answer(2);
		await answer(3);
		expect(ends).toEqual(['1', '2', '3']);
		expect([0, 1, 2].map((request) => bodyOf(app, request))).toEqual(['a=1', 'a=2', 'a=3']);
		expect(status.pending).toBe(0);
	});

	it('goes on after one that was aborted while it waited, which is over at once', async () => {
		const controllers: AbortController[] = [];
		const { app, ends, send, answer, status } = start(
			{ concurrency: 'queue' },
			2,
			({ controller }) => void controllers.push(controller)
		);
		for (const number of [1, 2, 3]) await send(number);
		controllers[1]!.abort();
		await tasks();
		expect(status.pending).toBe(2);
		await answer(1);
		await answer(2);
		expect(ends).toEqual(['aborted', '1', '2']);
		expect(app.fetch).toHaveBeenCalledTimes(2);
		expect(bodyOf(app, 1)).toBe('a=3');
	});

	it('makes nobody wait for one that cancels, nor that one for others', async () => {
		let count = 0;
		const { send, answer, status } = start({ concurrency: 'queue' }, 2, async ({ cancel }) => {
			await null;
			if (count++ === 1) cancel();
		});
		await send(1);
		await send(2);
		expect(status.pending).toBe(1);
		await answer(1);
		expect(status.pending).toBe(0);
	});

	it('does not send one that cancels while it waits', async () => {
		const cancels: (() => void)[] = [];
		const { app, send, answer, status } = start(
			{ concurrency: 'queue' },
			2,
			({ cancel }) => void cancels.push(cancel)
		);
		await send(1);
		await send(2);
		cancels[1]!();
		await answer(1);
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(status.pending).toBe(0);
	});
});

describe('two submits in one task', () => {
	it('are the first where the second is aborted by its submit function', async () => {
		const app = setup(SUCCESS);
		let count = 0;
		app.enhance(render(FORM), ({ controller }) => {
			if (count++) controller.abort();
		});
		submit(find('form'));
		submit(find('form'));
		await tasks();
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(app.page.current.form).toEqual({ ok: true });
	});

	it('of two forms are two requests', async () => {
		const app = setup(SUCCESS);
		render(`<div>${FORM}${FORM}</div>`);
		const forms = [...document.querySelectorAll('form')];
		for (const form of forms) app.enhance(form);
		for (const form of forms) submit(form);
		await tasks();
		expect(app.fetch).toHaveBeenCalledTimes(2);
	});
});

describe('what is stale', () => {
	it('is the response after the user has left, by a router that came after the submit event', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		const { onLeave } = app.navigation;
		Object.assign(app.navigation, { onLeave: undefined });
		const ends: boolean[] = [];
		app.enhance(
			render(FORM),
			() =>
				({ stale }) =>
					void ends.push(stale)
		);
		submit(find('form'));
		Object.assign(app.navigation, { onLeave });
		await tasks();
		app.leave();
		slow.resolve(SUCCESS);
		await tasks();
		expect(ends).toEqual([true]);
	});

	it('is the response to one before another that threw', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		let count = 0;
		app.enhance(render(FORM), () => {
			if (count++) throw new Error('mine');
		});
		submit(find('form'));
		await tasks();
		submit(find('form'));
		await tasks();
		slow.resolve(SUCCESS);
		await tasks();
		expect(app.log).toEqual(['error']);
		expect(app.page.current.form).toBeNull();
	});

	it('logs an error of its callback, and shows nothing', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		const mine = new Error('mine');
		app.enhance(render(FORM), {
			key: 'k',
			submit: () => () => {
				throw mine;
			}
		});
		submit(find('form'));
		await tasks();
		app.leave();
		slow.resolve(SUCCESS);
		await tasks();
		expect(console.error).toHaveBeenCalledExactlyOnceWith(mine);
		expect(app.log).toEqual([]);
		expect(app.submission('k')).toMatchObject({ pending: 0, error: null, result: null });
	});

	it('is not noted as the last result', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		app.enhance(render(FORM), { key: 'k' });
		submit(find('form'));
		await tasks();
		app.leave();
		slow.resolve(FAILURE);
		await tasks();
		expect(app.submission('k').result).toBeNull();
	});

	it('says nothing of a page that shows a later result already, when its data comes', async () => {
		const refreshed = defer();
		const app = setup(SUCCESS, FAILURE);
		app.navigation.invalidateAll.mockImplementation(async (_outcome, isLate) => {
			await refreshed.promise;
			app.log.push(isLate?.() ? 'data' : 'data and result');
		});
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		submit(find('form'));
		await tasks();
		refreshed.resolve();
		await tasks();
		expect(app.log).toEqual(['show', 'data']);
		expect(app.page.current).toMatchObject({ form: { missing: true }, status: 422 });
	});

	it('is not shown by a host that waits with the change until a later one is there', async () => {
		const app = setup({ ...FAILURE, data: { number: 1 } }, { ...FAILURE, data: { number: 2 } });
		const waiting = [defer(), defer()];
		let count = 0;
		app.navigation.show = async (change) => {
			await waiting[count++]!.promise;
			change();
		};
		const { enhance, page } = Object.assign(app, {});
		enhance(render(FORM));
		submit(find('form'));
		await tasks();
		submit(find('form'));
		await tasks();
		waiting[1]!.resolve();
		await tasks();
		waiting[0]!.resolve();
		await tasks();
		expect(page.current.form).toEqual({ number: 2 });
	});
});

describe('a result that comes when an error of an earlier one has taken the place of the page', () => {
	it.each<[name: string, result: object, reset: boolean]>([
		['a failure', FAILURE, false],
		['a success, with its fields reset', SUCCESS, true]
	])('brings the page back: %s', async (_, result, reset) => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		const form = render<HTMLFormElement>(FORM);
		const input = find<HTMLInputElement>('input');
		app.enhance(form);
		input.value = 'typed';
		submit(form);
		await tasks();
		app.page.set({ error: { message: 'Timed out' } });
		form.remove();
		slow.resolve(result);
		await tasks();
		const { form: data, status } = app.page.current;
		expect(app.navigation.invalidateAll.mock.calls[0]![0]).toEqual({ form: data, status });
		expect(input.value).toBe(reset ? '1' : 'typed');
	});

	it('leaves the page alone where it has taken the form away itself', async () => {
		const slow = defer<object>();
		const app = setup(slow.promise);
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		find('form').remove();
		slow.resolve(FAILURE);
		await tasks();
		expect(app.log).toEqual(['show']);
	});
});
