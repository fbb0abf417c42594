// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createForms } from '../../../src/index.ts';
import { goto, invalidateAll } from '../../../src/navigation.ts';
import { currentNavigator } from '../../../src/navigation/document-navigator.ts';
import { encodePage } from '../../../src/protocol/encode.ts';
import type { FreshPage, PageData } from '../../../src/protocol/page-data.ts';
import { defer, find, render, submit, tasks } from '../dom.ts';
import { FORM } from '../forms.ts';
import { at, pageOf, setup, type Answer } from './setup.ts';

let app: ReturnType<typeof setup>;

const start = (...options: Parameters<typeof setup>): typeof app => (app = setup(...options));

/** A page as an action's answer brings it along. */
const fresh = (url: string, page: Partial<PageData> = {}): FreshPage => {
	const [path] = url.split(/[?#]/);
	const text = encodePage({ type: 'page', ...pageOf(path!, { data: { came: 'along' }, ...page }) });
	return { url, data: (JSON.parse(text) as FreshPage).data };
};

/** A page comes along with the response to a submission. */
const arrive = (path: string, page: FreshPage): void =>
	currentNavigator().askAlong!(at(path), true).arrive(at(path), page);

const refresh = (page: FreshPage): Promise<void> => {
	arrive('/start', page);
	return currentNavigator().invalidateAll!({ form: { ok: true }, status: 200 });
};

beforeEach(() => {
	document.body.innerHTML = '';
});

afterEach(() => {
	app.router.destroy();
	vi.restoreAllMocks();
});

describe('a refresh with the page that came along', () => {
	it('asks the server nothing, and shows data and result together', async () => {
		const { page, fetch, shown } = start();
		const seen: unknown[] = [];
		page.subscribe(({ data, form }) => void seen.push([data, form]));
		await refresh(fresh('/start'));
		expect(fetch).not.toHaveBeenCalled();
		expect(shown).toEqual(['/start']);
		expect(seen.slice(1)).toEqual([[{ came: 'along' }, { ok: true }]]);
	});

	it('keeps the fragment that is shown, and adds no entry', async () => {
		const { page, location } = start({}, '/start#part');
		await refresh(fresh('/start'));
		expect(page.current).toMatchObject({ url: at('/start#part'), data: { came: 'along' } });
		expect(location.entries).toHaveLength(1);
	});

	it('goes to where its load functions have led', async () => {
		const { page, location } = start();
		await refresh(fresh('/login'));
		expect(page.current.route.id).toBe('/login');
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/login']);
	});

	it('is newer than another refresh that waits, whose data is dropped', async () => {
		const slow = defer<Answer>();
		const { page, fetch } = start({ '/start': () => slow.promise });
		const refreshing = invalidateAll();
		await refresh(fresh('/start'));
		slow.resolve({ data: { number: 1 } });
		await refreshing;
		expect(fetch).toHaveBeenCalledOnce();
		expect(page.current.data).toEqual({ came: 'along' });
	});

	it('is for the first that shows it: the next refresh asks', async () => {
		const { fetch } = start();
		await refresh(fresh('/start'));
		await invalidateAll();
		expect(fetch).toHaveBeenCalledOnce();
	});

	it('is not used once its submission is over', async () => {
		const { fetch } = start();
		const along = currentNavigator().askAlong!(at('/start'), true);
		along.arrive(at('/start'), fresh('/start'));
		along.drop();
		await invalidateAll();
		expect(fetch).toHaveBeenCalledOnce();
	});

	it('is not used for another page', async () => {
		const { fetch } = start();
		arrive('/start', fresh('/start'));
		await goto(at('/next'));
		expect(fetch).toHaveBeenCalledOnce();
	});

	it.each([
		['javascript:alert(1)', 'another scheme'],
		['https://else.example/start', 'another origin'],
		['https://a:b@app.example/start', 'a name and password']
	])('is not taken from %s: %s', async (url) => {
		const { fetch, page } = start();
		await refresh({ ...fresh('/start'), url });
		expect(fetch).toHaveBeenCalledOnce();
		expect(page.current.url).toEqual(at('/start'));
	});

	it('uses the next one again when that is over', async () => {
		const { fetch } = start();
		await invalidateAll();
		await refresh(fresh('/start'));
		expect(fetch).toHaveBeenCalledOnce();
	});
});

describe('a redirect to the page that came along', () => {
	const follow = (url: string, page: FreshPage): Promise<void> => {
		arrive(url, page);
		return currentNavigator().goto(at(url), { invalidateAll: true });
	};

	it('asks the server nothing, and is a navigation like others', async () => {
		const { page, fetch, location } = start();
		await follow('/next?tab=1', fresh('/next?tab=1'));
		expect(fetch).not.toHaveBeenCalled();
		expect(page.current).toMatchObject({
			url: at('/next?tab=1'),
			route: { id: '/next' },
			data: { came: 'along' },
			form: null
		});
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/next']);
	});

	it('ends where the redirects of that page ended, with the fragment of the first', async () => {
		const { page, location } = start();
		await follow('/old#part', fresh('/new'));
		expect(page.current.url).toEqual(at('/new#part'));
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/new']);
	});

	it('is held for the next navigation, as any page', async () => {
		const { fetch } = start();
		await follow('/next', fresh('/next', { layouts: [['/', { user: 'ada' }]] }));
		await goto(at('/more'));
		expect(new Headers(fetch.mock.calls[0]![1]!.headers).get('x-softpost-held')).toBe('%2F');
	});
});

describe('a page that came along and cannot be read', () => {
	it.each<[name: string, page: unknown]>([
		['text that is no page', { url: '/start', data: 'no' }],
		['data that is none', { url: '/start', data: '[1]' }],
		['no data', { url: '/start' }],
		['a URL that is none', { url: 'https://', data: fresh('/start').data }],
		['a page of another program', 'home'],
		['a number', 7],
		['null', null]
	])('%s: the page is asked for', async (_, page) => {
		const { fetch, shown } = start();
		await refresh(page as FreshPage);
		expect(fetch).toHaveBeenCalledOnce();
		expect(shown).toEqual(['/start']);
	});
});

describe('a form on a page of the router', () => {
	/** Submits a form to a server of our own, whose answer is what the test says. */
	const send = async (answer: object): Promise<void> => {
		const { enhance } = createForms({
			page: app.page,
			fetch: async () => Response.json(answer)
		});
		vi.spyOn(console, 'error').mockImplementation(() => {});
		enhance(render(FORM));
		submit(find('form'));
		await tasks();
	};

	it('makes one request for a redirect, target included', async () => {
		start();
		await send({ type: 'redirect', status: 303, location: at('/next').href, page: fresh('/next') });
		expect(app.fetch).not.toHaveBeenCalled();
		expect(app.page.current.route.id).toBe('/next');
	});

	it.each<[name: string, when: 'before' | 'after']>([
		['while it was sent', 'before'],
		['between its answer and its update()', 'after']
	])('leaves the page that came along where a refresh landed %s', async (_, when) => {
		let number = 0;
		start({ '/start': () => ({ data: { number: ++number } }) });
		const [answer, waiting] = [defer(), defer()];
		const { enhance } = createForms({
			page: app.page,
			fetch: async () => {
				await answer.promise;
				return Response.json({ type: 'success', status: 200, page: fresh('/start') });
			}
		});
		enhance(render(FORM), () => async ({ update }) => {
			await waiting.promise;
			await update();
		});
		submit(find('form'));
		await tasks();
		if (when === 'before') await invalidateAll();
		answer.resolve();
		await tasks();
		if (when === 'after') await invalidateAll();
		waiting.resolve();
		await tasks();
		// Who refreshes after the response shows the page that came along; `update()` then asks for a newer one.
		expect(app.page.current.data).toEqual({ number: when === 'before' ? 2 : 1 });
		expect(number).toBe(when === 'before' ? 2 : 1);
	});

	it('makes two where the server sends no page', async () => {
		start();
		await send({ type: 'redirect', status: 303, location: at('/next').href });
		expect(app.fetch).toHaveBeenCalledOnce();
		expect(app.page.current.route.id).toBe('/next');
	});
});
