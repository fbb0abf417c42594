// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionResult, EnhanceOptions } from '../../../src/index.ts';
import { defer, find, render, submit, tasks } from '../dom.ts';
import { FAILURE, FORM, headersOf, setup, SUCCESS, type App } from '../forms.ts';

const PAGE = { url: '/fresh', data: '[]' };
const WITH_PAGE = { ...SUCCESS, page: PAGE };
const WISH = 'x-softpost-page';
const ELSEWHERE = '<form method="post" action="/other?/save&tab=1"></form>';

const send = async (app: App, markup: string, options?: EnhanceOptions): Promise<void> => {
	app.enhance(render(markup), options);
	submit(find('form'));
	await tasks();
};

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	history.replaceState(null, '', '/');
	vi.restoreAllMocks();
});

describe('the wish for a page', () => {
	it('is the page that is shown, path and query', async () => {
		history.replaceState(null, '', '/notes?sort=new#top');
		const app = setup(SUCCESS);
		await send(app, FORM);
		expect(headersOf(app).get(WISH)).toBe('/notes?sort=new');
	});

	it('is still that one where the action is on another page', async () => {
		const app = setup(SUCCESS);
		await send(app, ELSEWHERE);
		expect(headersOf(app).get(WISH)).toBe('/');
	});

	it("is the action's page with navigate", async () => {
		const app = setup(SUCCESS);
		await send(app, ELSEWHERE, { navigate: true });
		expect(headersOf(app).get(WISH)).toBe('/other?tab=1');
	});

	it('says that a callback decides whether the page is used, so that no one-time value is lost', async () => {
		const app = setup(SUCCESS);
		await send(app, FORM, { submit: () => () => {} });
		expect(headersOf(app).get(WISH)).toBe('maybe /');
	});

	it('is certain where the submit function returns no callback', async () => {
		const app = setup(SUCCESS);
		await send(app, FORM, { submit: () => {} });
		expect(headersOf(app).get(WISH)).toBe('/');
	});

	it('is not made with a timeout, which is for the action alone', async () => {
		const app = setup(SUCCESS);
		await send(app, FORM, { timeout: 60_000 });
		expect(headersOf(app).has(WISH)).toBe(false);
	});

	it.each(['invalidateAll', 'refreshAll'])(
		'is not made without %s, which would not use the page',
		async (option) => {
			const app = setup(SUCCESS);
			await send(app, FORM, { [option]: false });
			expect(headersOf(app).has(WISH)).toBe(false);
		}
	);

	it('is not made without a host to show one', async () => {
		const app = setup(SUCCESS);
		Object.assign(app.navigation, { askAlong: undefined });
		await send(app, FORM);
		expect(headersOf(app).has(WISH)).toBe(false);
	});

	it('is not made by a retry, whose response may be a recorded one; nor is its page used', async () => {
		const app = setup(WITH_PAGE);
		app.fetch.mockRejectedValueOnce(new Error('offline'));
		await send(app, FORM, { key: 'k' });
		await app.submission('k').retry();
		expect(headersOf(app).get(WISH)).toBe('/');
		expect(headersOf(app, 1).has(WISH)).toBe(false);
		expect(app.used).toEqual([undefined]);
	});
});

describe('the page that came along', () => {
	it('is what a success refreshes with', async () => {
		const app = setup(WITH_PAGE);
		await send(app, FORM);
		expect(app.used).toEqual([PAGE]);
	});

	it('is not part of the result', async () => {
		const app = setup(WITH_PAGE);
		await send(app, FORM, { key: 'k' });
		expect(app.submission('k').result).toEqual(SUCCESS);
	});

	it('is where a redirect leads', async () => {
		const app = setup({ type: 'redirect', status: 303, location: '/fresh', page: PAGE });
		await send(app, FORM);
		expect(app.used).toEqual([PAGE]);
	});

	it("is the action's with navigate", async () => {
		const app = setup(WITH_PAGE);
		await send(app, ELSEWHERE, { navigate: true });
		expect(app.used).toEqual([PAGE]);
	});

	it.each([
		[false, true, 'goto'],
		[true, false, 'invalidateAll']
	] as const)(
		'is not used where navigate was %s, and the callback says %s',
		async (before, after, what) => {
			const app = setup(WITH_PAGE);
			await send(app, ELSEWHERE, {
				navigate: before,
				submit:
					() =>
					({ update }) =>
						update({ navigate: after })
			});
			expect(app.navigation[what]).toHaveBeenCalledOnce();
			expect(app.used).toEqual([undefined]);
		}
	);

	it('is used where the callback leaves out what the wish does not depend on', async () => {
		const app = setup(WITH_PAGE);
		await send(app, FORM, {
			submit:
				() =>
				({ update }) =>
					update({ reset: false })
		});
		expect(app.used).toEqual([PAGE]);
	});
});

describe('the page that came along is for the first that shows it', () => {
	it.each([
		[
			'applyAction and invalidateAll',
			async ({ applyAction, navigation }: App, result: ActionResult) => {
				await applyAction(result);
				await navigation.invalidateAll();
			}
		],
		['invalidateAll', ({ navigation }: App) => navigation.invalidateAll()],
		['goto', ({ navigation, page }: App) => navigation.goto(page.current.url)]
	])('a callback that calls %s', async (_, apply) => {
		const app = setup(WITH_PAGE);
		await send(app, FORM, {
			submit:
				() =>
				({ result }) =>
					apply(app, result)
		});
		expect(app.used).toEqual([PAGE]);
	});

	it('a callback that applies nothing leaves it unused, also for a refresh that comes later', async () => {
		const app = setup(WITH_PAGE);
		await send(app, FORM, { submit: () => () => {} });
		await app.navigation.invalidateAll();
		expect(app.used).toEqual([undefined]);
	});
});

describe('submissions that overlap', () => {
	/** Two forms of one page, whose answers come in the order that the test says. */
	const start = () => {
		const answers = [defer<object>(), defer<object>()];
		const app = setup(...answers.map(({ promise }) => promise));
		render(`<div>${FORM}${FORM}</div>`);
		const forms = [...document.querySelectorAll('form')];
		return { app, answers, forms };
	};

	it('leave the pages of both responses unused: neither may know of the other', async () => {
		const { app, answers, forms } = start();
		for (const form of forms) {
			app.enhance(form);
			submit(form);
			await tasks();
		}
		for (const { resolve } of answers) {
			resolve(WITH_PAGE);
			await tasks();
		}
		expect(app.used).toEqual([undefined, undefined]);
	});

	it('are none when one is answered before the other is sent', async () => {
		const { app, answers, forms } = start();
		for (const [index, form] of forms.entries()) {
			app.enhance(form);
			submit(form);
			await tasks();
			answers[index]!.resolve(WITH_PAGE);
			await tasks();
		}
		expect(app.used).toEqual([PAGE, PAGE]);
	});

	it('are two also where one is sent before the callback of the other updates', async () => {
		const { app, answers, forms } = start();
		const waiting = defer();
		app.enhance(forms[0]!, () => async ({ update }) => {
			await waiting.promise;
			await update();
		});
		app.enhance(forms[1]!, { invalidateAll: false });
		submit(forms[0]!);
		await tasks();
		answers[0]!.resolve(WITH_PAGE);
		await tasks();
		submit(forms[1]!);
		await tasks();
		answers[1]!.resolve(FAILURE);
		await tasks();
		waiting.resolve();
		await tasks();
		expect(app.navigation.invalidateAll).toHaveBeenCalledOnce();
		expect(app.used).toEqual([undefined]);
	});
});

describe('the id of a submission', () => {
	it('is another for each', async () => {
		const app = setup(SUCCESS);
		app.enhance(render(FORM));
		for (let count = 0; count < 2; count++) {
			submit(find('form'));
			await tasks();
		}
		const ids = [0, 1].map((request) => headersOf(app, request).get('x-softpost-submission'));
		expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
		expect(ids[1]).toMatch(/^[0-9a-f]{32}$/);
		expect(ids[0]).not.toBe(ids[1]);
	});
});
