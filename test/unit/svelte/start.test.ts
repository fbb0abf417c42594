// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	applyAction,
	goto,
	invalidateAll,
	navigating,
	onceNavigated,
	page,
	start
} from './entries.ts';
import type { StartOptions, Started } from '../../../src/svelte.ts';
import { encodePage, encodePageData } from '../../../src/protocol/encode.ts';
import type { PageData } from '../../../src/protocol/page-data.ts';
import Boundary from './components/Boundary.svelte';
import Layout from './components/Layout.svelte';
import LoginForm from './components/LoginForm.svelte';
import Page from './components/Page.svelte';
import Thrower from './components/Thrower.svelte';
import { defer, find, submit, tasks } from '../dom.ts';

const routes: StartOptions['routes'] = {
	'/': { layout: { default: Layout }, page: { default: Page }, error: { default: Boundary } },
	'/login': { page: async () => ({ default: LoginForm }) },
	'/next': { page: { default: Page } },
	'/broken': { page: { default: Thrower } },
	'/outer': { layout: { default: Thrower }, page: { default: Page }, error: { default: Boundary } },
	'/twice': { page: { default: Thrower }, error: { default: Thrower } }
};

const pageOf = (page: Partial<PageData> = {}): PageData => ({
	route: '/',
	params: {},
	status: 200,
	layouts: [['/', { layout: 'root' }]],
	data: { title: 'Home' },
	error: null,
	form: null,
	...page
});

/** The responses of the server, by path. */
let answers: Record<string, () => string | Promise<string>>;
let started: Started | undefined;

const answer = (page: Partial<PageData>): string => encodePage({ type: 'page', ...pageOf(page) });

const startAt = async (path: string, options: Partial<StartOptions> = {}): Promise<void> => {
	history.replaceState(null, '', path);
	started = await start({ routes, ...options });
};

beforeEach(() => {
	document.body.innerHTML = '';
	answers = {};
	vi.stubGlobal('fetch', async (input: unknown) => {
		const { pathname } = new URL(String(input));
		return new Response(await (answers[pathname] ?? (() => ''))());
	});
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(async () => {
	started?.destroy();
	started = undefined;
	await tasks(1);
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	history.replaceState(null, '', '/');
});

describe('start', () => {
	it('mounts what the server says of the URL', async () => {
		answers['/'] = () => answer({ data: { title: 'Mounted' }, params: { a: '1' } });
		await startAt('/');
		expect(find('section.root h1').textContent).toBe('Mounted');
		expect(page).toMatchObject({
			status: 200,
			route: { id: '/' },
			params: { a: '1' },
			data: { title: 'Mounted' }
		});
	});

	it('takes the page from the document, without a request', async () => {
		const fetch = vi.fn();
		vi.stubGlobal('fetch', fetch);
		document.body.innerHTML = `<div></div><script type="application/json" id="softpost-page">${encodePageData(pageOf({ form: { sent: 1 } }))}</script>`;
		await startAt('/', { target: find('div') });
		expect(find('h1').textContent).toBe('Home');
		expect(page.form).toEqual({ sent: 1 });
		expect(fetch).not.toHaveBeenCalled();
	});

	it.each(['', 'nonsense', '[{"at":1},["Big","1"]]'])(
		'says that the data of the document cannot be read: %j',
		async (text) => {
			document.body.innerHTML = `<script type="application/json" id="softpost-page">${text}</script>`;
			await expect(startAt('/')).rejects.toMatchObject({ code: 'hydration_data' });
		}
	);

	it('says that the server has no page for the URL', async () => {
		answers['/'] = () => '<!doctype html>';
		await expect(startAt('/')).rejects.toMatchObject({ code: 'hydration_data' });
	});

	it('reads custom types with the transport', async () => {
		const transport = {
			Big: {
				encode: (value: unknown) => value instanceof URL && value.href,
				decode: (href: string) => new URL(href)
			}
		};
		answers['/'] = () =>
			encodePage(
				{ type: 'page', ...pageOf({ data: { title: 'x', at: new URL('https://a.example') } }) },
				transport
			);
		await startAt('/', { transport });
		expect(page.data.at).toEqual(new URL('https://a.example'));
	});

	it('leaves nothing behind after destroy', async () => {
		answers['/'] = () => answer({});
		await startAt('/');
		started!.destroy();
		await tasks(1);
		expect(document.querySelector('h1')).toBeNull();
		const left = new Event('submit', { bubbles: true, cancelable: true });
		document.body.append(document.createElement('form'));
		expect(find('form').dispatchEvent(left)).toBe(true);
	});
});

describe('navigation', () => {
	beforeEach(async () => {
		answers['/login'] = () =>
			answer({
				route: '/login',
				data: { title: 'Login', email: 'a@b.example', lang: 'en', news: true }
			});
		answers['/next'] = () => answer({ route: '/next', data: { title: 'Next' } });
		await startAt('/login');
	});

	it('follows links, and page is reactive', async () => {
		find('a').dispatchEvent(
			new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
		);
		await onceNavigated();
		expect(find('h1').textContent).toBe('Next');
		expect(location.pathname).toBe('/next');
	});

	it('follows GET forms', async () => {
		find('main, body').insertAdjacentHTML(
			'beforeend',
			'<form id="search" action="/next"><input name="q" value="1"></form>'
		);
		submit(find('#search'));
		await onceNavigated();
		expect(location.href).toMatch(/\/next\?q=1$/);
		find('#search').remove();
	});

	it('navigating is reactive', async () => {
		const slow = defer<string>();
		answers['/next'] = () => slow.promise;
		expect(navigating).toMatchObject({ type: null, to: null, from: null });
		const going = goto('/next');
		await tasks(1);
		expect(find('#navigating').textContent).toBe('goto');
		expect(navigating.to!.url.pathname).toBe('/next');
		slow.resolve(answer({ route: '/next' }));
		await going;
		expect(navigating.type).toBeNull();
	});

	it("a component's hooks go when it goes", async () => {
		const onBefore = vi.fn();
		answers['/login'] = () => answer({ route: '/login', data: { title: 'Login', lang: 'de' } });
		await invalidateAll();
		page.data.onBefore = onBefore;
		await goto('/next');
		onBefore.mockClear();
		await goto('/login');
		expect(onBefore).not.toHaveBeenCalled();
	});

	it('a result shows in form and page', async () => {
		await applyAction({ type: 'failure', status: 422, data: { missing: true, email: 'typed' } });
		expect(find('b').textContent).toBe('missing');
		expect(find('#page').textContent).toContain('422');
		expect(find<HTMLInputElement>('[name=email]').value).toBe('typed');
	});

	it('new data comes in place', async () => {
		const heading = find('h1');
		answers['/login'] = () => answer({ route: '/login', data: { title: 'Again', lang: 'en' } });
		await invalidateAll();
		expect(heading.textContent).toBe('Again');
		expect(find('h1')).toBe(heading);
	});

	it('a reset leads to what the page shows for its data', async () => {
		const [email, news, lang] = ['email', 'news', 'lang'].map((name) =>
			find<HTMLInputElement>(`[name=${name}]`)
		);
		email!.value = 'typed';
		news!.checked = false;
		lang!.value = 'de';
		find<HTMLFormElement>('form').dispatchEvent(new Event('reset', { bubbles: true }));
		expect(email!.defaultValue).toBe('a@b.example');
		expect(news!.defaultChecked).toBe(true);
		expect(
			[...find<HTMLSelectElement>('[name=lang]').options].map((option) => option.defaultSelected)
		).toEqual([false, true]);
	});

	it('an enhanced form is sent and its result shown', async () => {
		answers['/login'] = () => '{"type":"failure","status":400,"data":"[{\\"missing\\":1},true]"}';
		expect(submit(find('form'))).toBe(false);
		await tasks();
		expect(find('b').textContent).toBe('missing');
	});
});

describe('errors', () => {
	beforeEach(() => {
		answers['/'] = () => answer({});
		answers['/broken'] = () =>
			answer({
				route: '/broken',
				layouts: [
					['/', { layout: 'root' }],
					['/broken', null]
				],
				data: {}
			});
	});

	it('of a result show the nearest boundary, inside the layouts', async () => {
		await startAt('/');
		await applyAction({ type: 'error', status: 410, error: { message: 'Gone' } });
		expect(find('section.root strong').textContent).toBe('410 Gone');
		expect(page).toMatchObject({ status: 410, error: { message: 'Gone' } });
	});

	it('preload their boundary, because the network may be down when it is needed', async () => {
		const error = vi.fn(async () => ({ default: Boundary }));
		await startAt('/', { routes: { '/': { ...routes['/'], error } } });
		expect(error).toHaveBeenCalledOnce();
	});

	it('show a plain boundary where the code of theirs cannot be loaded', async () => {
		const error = () => Promise.reject(new TypeError('Failed to fetch the module'));
		await startAt('/', { routes: { '/': { ...routes['/'], error } } });
		await applyAction({ type: 'error', status: 500, error: { message: 'No connection' } });
		expect(find('section.root').textContent).toContain('No connection');
	});

	it('that the browser found itself keep their text from users', async () => {
		await startAt('/');
		await applyAction({ type: 'error', error: new TypeError('secret') });
		expect(find('strong').textContent).toBe('500 Internal Error');
	});

	it('of softpost say what they are', async () => {
		await startAt('/');
		await applyAction({ type: 'redirect', status: 303, location: 'javascript:alert(1)' });
		expect(find('strong').textContent).toContain('javascript:');
		expect(page.error).toMatchObject({ code: 'external_url' });
	});

	it('are what handleError makes of them', async () => {
		const handleError = vi.fn(() => ({ message: 'Sorry', id: 7 }));
		await startAt('/', { handleError });
		const error = new Error('mine');
		await applyAction({ type: 'error', status: 503, error });
		expect(find('strong').textContent).toBe('503 Sorry');
		expect(page.error).toEqual({ message: 'Sorry', id: 7 });
		expect(handleError).toHaveBeenCalledExactlyOnceWith({
			error,
			status: 503,
			message: 'Internal Error',
			event: { url: new URL(location.href), params: {}, route: { id: '/' } }
		});
	});

	it('are the default where handleError says nothing', async () => {
		await startAt('/', { handleError: () => {} });
		await applyAction({ type: 'error', error: new Error('mine') });
		expect(find('strong').textContent).toBe('500 Internal Error');
	});

	it('in rendering a page show the nearest boundary', async () => {
		await startAt('/broken');
		await tasks();
		expect(find('section.root strong').textContent).toBe('500 Internal Error');
		expect(page).toMatchObject({ status: 500, error: { message: 'Internal Error' } });
	});

	it('in rendering a layout show the boundary above it', async () => {
		answers['/outer'] = () =>
			answer({
				route: '/outer',
				layouts: [
					['/', { layout: 'root' }],
					['/outer', { layout: 'x' }]
				]
			});
		await startAt('/');
		await goto('/outer');
		await tasks();
		expect(find('section.root strong').textContent).toBe('500 Internal Error');
	});

	it('in rendering a boundary show the next one up', async () => {
		answers['/twice'] = () =>
			answer({
				route: '/twice',
				layouts: [
					['/', { layout: 'root' }],
					['/twice', null]
				]
			});
		await startAt('/twice');
		await tasks();
		expect(find('section.root strong').textContent).toBe('500 Internal Error');
	});

	it('in rendering the last boundary leave a plain page', async () => {
		routes['/'] = { ...routes['/'], error: { default: Thrower } };
		await startAt('/');
		await applyAction({ type: 'error', status: 410, error: { message: 'Gone' } });
		await tasks();
		routes['/'] = { ...routes['/'], error: { default: Boundary } };
		expect(find('h1').textContent).toBe('500');
		expect(find('p').textContent).toBe('Internal Error');
	});

	it('go with the next page', async () => {
		await startAt('/');
		await applyAction({ type: 'error', error: { message: 'no' } });
		await goto('/');
		expect(page.error).toBeNull();
		expect(find('h1').textContent).toBe('Home');
	});
});
