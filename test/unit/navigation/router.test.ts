// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOut } from '../../../src/apply/apply-action.ts';
import {
	afterNavigate,
	beforeNavigate,
	goto as navigateTo,
	invalidateAll,
	onNavigate
} from '../../../src/navigation.ts';
import { currentNavigator } from '../../../src/navigation/document-navigator.ts';
import type { BeforeNavigate, Navigation } from '../../../src/navigation/hooks.ts';
import { idle, navigating } from '../../../src/navigation/navigating.ts';
import { defer, find, render, tasks } from '../dom.ts';
import { at, ORIGIN, setup as setUp, type Answer } from './setup.ts';

const undo: (() => void)[] = [];

const setup: typeof setUp = (...options) => {
	const app = setUp(...options);
	undo.push(() => app.router.destroy());
	return app;
};

/** Registers a hook for the time of one test. */
const hook = (off: () => void): void => void undo.push(off);

const goto = (path: string, options?: Parameters<typeof navigateTo>[1]): Promise<void> =>
	navigateTo(at(path), options);

beforeEach(() => {
	document.body.innerHTML = '';
});

afterEach(() => {
	for (const step of undo.splice(0)) step();
	navigating.set(idle);
});

describe('goto', () => {
	it('shows another page: view, page state, history', async () => {
		const { page, location, shown, fetch } = setup({
			'/blog': {
				route: '/blog',
				params: { a: '1' },
				layouts: [['/', { user: 'Ada' }]],
				data: { posts: 2 },
				status: 203
			}
		});
		await goto('/blog?q=1');
		expect(shown).toEqual(['/blog']);
		expect(page.current).toEqual({
			url: at('/blog?q=1'),
			params: { a: '1' },
			route: { id: '/blog' },
			status: 203,
			error: null,
			data: { user: 'Ada', posts: 2 },
			form: null,
			state: {}
		});
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/blog']);
		expect(fetch.mock.calls.map(([url]) => String(url))).toEqual([`${ORIGIN}/blog?q=1`]);
		expect(fetch.mock.calls[0]![1]!.headers).toEqual({
			accept: 'application/json',
			'x-softpost-page': 'true'
		});
	});

	it('resolves when the document shows the page', async () => {
		const settled = defer();
		const { host } = setup();
		vi.mocked(host.settled).mockReturnValue(settled.promise);
		let over = false;
		const going = goto('/a').then(() => (over = true));
		await tasks();
		expect(over).toBe(false);
		settled.resolve();
		await going;
	});

	it('empties page.form', async () => {
		const { page } = setup();
		page.set({ form: { old: true } });
		await goto('/a');
		expect(page.current.form).toBeNull();
	});

	it.each([
		'https://other.example/',
		'//other.example/',
		'http://app.example/',
		'javascript:alert(1)',
		'data:text/html,x',
		'mailto:a@b.example'
	])('refuses %s', async (target) => {
		const { fetch, location } = setup();
		const refused = navigateTo(target.startsWith('//') ? `https:${target}` : target);
		await expect(refused).rejects.toMatchObject({ code: 'external_url' });
		expect(fetch).not.toHaveBeenCalled();
		expect(location.loaded).toEqual([]);
	});

	it('replaces the entry with replaceState', async () => {
		const { location } = setup();
		await goto('/a', { replaceState: true });
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/a']);
	});

	it('adds no entry for the URL that is shown', async () => {
		const { location, fetch } = setup();
		await goto('/start');
		expect(location.entries).toHaveLength(1);
		expect(fetch).toHaveBeenCalledOnce();
	});

	it('puts state into page.state and the entry', async () => {
		const { page, location } = setup();
		await goto('/a', { state: { open: true } });
		expect(page.current.state).toEqual({ open: true });
		expect(location.entry.state).toEqual({ open: true });
		await goto('/b');
		expect(page.current.state).toEqual({});
	});

	it('keeps the focus with keepFocus, else puts it where autofocus is', async () => {
		setup();
		render('<input id="a"><input id="b" autofocus>');
		find('#a').focus();
		await goto('/a', { keepFocus: true });
		expect(document.activeElement).toBe(find('#a'));
		await goto('/b');
		expect(document.activeElement).toBe(find('#b'));
	});

	it('scrolls to the top, but not with noScroll', async () => {
		setup();
		const scroll = vi.spyOn(globalThis, 'scrollTo');
		await goto('/a', { noScroll: true });
		expect(scroll).not.toHaveBeenCalled();
		await goto('/b');
		expect(scroll).toHaveBeenCalledExactlyOnceWith(0, 0);
		scroll.mockRestore();
	});

	it('announces the title of the new page', async () => {
		setup();
		document.title = 'Blog';
		const shown = goto('/a');
		const region = document.body.lastElementChild as HTMLElement;
		expect([region.ariaLive, region.textContent]).toEqual(['assertive', '']);
		await shown;
		expect(region.textContent).toBe('Blog');
	});
});

describe('a fragment of the page that is shown', () => {
	it('asks the server nothing, and moves scroll, focus, URL and state', async () => {
		const { fetch, page, location, shown } = setup();
		render('<h1>Top</h1><h2 id="part">Part</h2>');
		const into = vi.spyOn(find('#part'), 'scrollIntoView');
		await goto('/start#part', { state: { a: 1 } });
		expect(fetch).not.toHaveBeenCalled();
		expect(shown).toEqual([]);
		expect(page.current.url.hash).toBe('#part');
		expect(page.current.state).toEqual({ a: 1 });
		expect(location.entries).toHaveLength(2);
		expect(into).toHaveBeenCalledOnce();
		expect(document.activeElement).toBe(find('#part'));
		expect(find('#part').hasAttribute('tabindex')).toBe(false);
	});

	it('is a navigation for all hooks', async () => {
		const { page } = setup();
		const log: unknown[] = [];
		const note =
			(name: string) =>
			({ from, to, type }: Navigation): void =>
				void log.push([name, type, from!.url.hash, to!.url.hash, page.current.url.hash]);
		hook(beforeNavigate(note('before')));
		hook(
			onNavigate((navigation) => {
				note('around')(navigation);
				return () => void log.push('cleanup');
			})
		);
		hook(afterNavigate(note('after')));
		await goto('/start#part');
		expect(log).toEqual([
			['before', 'goto', '', '#part', ''],
			['around', 'goto', '', '#part', ''],
			'cleanup',
			['after', 'goto', '', '#part', '#part']
		]);
	});

	it('gives way to a newer navigation while onNavigate waits', async () => {
		const { page } = setup();
		const ready = defer();
		hook(onNavigate(({ to }) => (to!.url.hash ? ready.promise : undefined)));
		const going = goto('/start#part');
		await tasks(1);
		await goto('/a');
		ready.resolve();
		await going;
		expect(page.current.url.href).toBe(`${ORIGIN}/a`);
	});

	it('asks the server with invalidateAll', async () => {
		const { fetch } = setup();
		await goto('/start#part', { invalidateAll: true });
		expect(fetch).toHaveBeenCalledOnce();
	});

	it('ends a navigation that is in flight', async () => {
		const slow = defer<Answer>();
		const { page } = setup({ '/slow': slow.promise });
		const going = goto('/slow');
		await goto('/start#part');
		slow.resolve({});
		await going;
		expect(page.current.url.href).toBe(`${ORIGIN}/start#part`);
		expect(navigating.current.type).toBeNull();
	});
});

describe('redirects', () => {
	it('are followed, and only the last page gets an entry', async () => {
		const { page, location } = setup({ '/a': { redirect: 'b?x=1' }, '/b': { redirect: '/c' } });
		await goto('/a');
		expect(page.current.route.id).toBe('/c');
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/c']);
	});

	it.each([
		['/c', '/a#top', '/c#top'],
		['/c#own', '/a#top', '/c#own']
	])('to %s from %s lead to %s', async (redirect, start, end) => {
		const { page } = setup({ '/a': { redirect } });
		await goto(start);
		expect(page.current.url.href).toBe(ORIGIN + end);
	});

	const chain = (length: number): Record<string, Answer> =>
		Object.fromEntries(
			Array.from({ length }, (_, step) => [`/r${step}`, { redirect: `/r${step + 1}` }])
		);

	it('are followed 20 times', async () => {
		const { page } = setup(chain(20));
		await goto('/r0');
		expect(page.current).toMatchObject({ route: { id: '/r20' }, error: null });
	});

	it('are an error the 21st time', async () => {
		const { page, fetch, shown } = setup(chain(21));
		await goto('/r0');
		expect(page.current).toMatchObject({ status: 500, error: { code: 'redirect_loop' } });
		expect(page.current.url.href).toBe(`${ORIGIN}/r0`);
		expect(fetch).toHaveBeenCalledTimes(21);
		expect(shown).toEqual([expect.stringMatching(/^error /)]);
	});

	it('to another origin load its document', async () => {
		const { location, fetch } = setup({ '/a': { redirect: 'https://pay.example/1' } });
		await goto('/a');
		expect(location.loaded.map(String)).toEqual(['https://pay.example/1']);
		expect(fetch).toHaveBeenCalledOnce();
	});

	it.each(['javascript:alert(1)', 'data:text/html,x'])('to %s are an error', async (redirect) => {
		const { page, location } = setup({ '/a': { redirect } });
		await goto('/a');
		expect(page.current.error).toMatchObject({ code: 'external_url' });
		expect(location.loaded).toEqual([]);
	});

	it('that fetch has followed itself count as the URL', async () => {
		const { page, fetch } = setup();
		fetch.mockImplementationOnce(async () =>
			Object.defineProperties(
				new Response(
					'{"type":"page","data":"[{\\"route\\":1,\\"layouts\\":2,\\"data\\":-1},\\"/b\\",[]]"}'
				),
				{
					redirected: { value: true },
					url: { value: `${ORIGIN}/b` }
				}
			)
		);
		await goto('/a#top');
		expect(page.current.url.href).toBe(`${ORIGIN}/b#top`);
	});

	it('to an invalid URL load the document', async () => {
		const { location } = setup({ '/a': { redirect: 'https://[' } });
		await goto('/a');
		expect(location.loaded.map(String)).toEqual([`${ORIGIN}/a`]);
	});
});

describe('a refresh without a connection', () => {
	it('leaves the page as it is, and is rejected', async () => {
		const { location, shown, page, fetch } = setup();
		fetch.mockRejectedValueOnce(new TypeError('offline'));
		await expect(invalidateAll()).rejects.toMatchObject({ code: 'network' });
		expect(location.loaded).toEqual([]);
		expect(shown).toEqual([]);
		expect(page.current).toMatchObject({ error: null, data: { path: '/start' } });
	});

	it('is nothing where the user has moved on', async () => {
		const { page, fetch } = setup();
		const broken = defer();
		fetch.mockImplementationOnce(() => broken.promise as Promise<never>);
		const refreshed = invalidateAll();
		await goto('/a');
		broken.reject(new TypeError('offline'));
		await refreshed;
		expect(page.current.url.pathname).toBe('/a');
	});
});

describe('what is not a page', () => {
	it.each<[name: string, Answer | (() => Promise<Answer>)]>([
		['HTML', { text: '<!doctype html>' }],
		['nothing', { text: '' }],
		['JSON of an endpoint', { text: '{"items":[]}' }],
		['an action result', { text: '{"type":"success","status":200}' }],
		['no connection', async () => Promise.reject(new TypeError('offline'))]
	])('loads the document: %s', async (_, answer) => {
		const { location, shown, page } = setup({ '/a': answer });
		await goto('/a?q=1#x');
		expect(location.loaded.map(String)).toEqual([`${ORIGIN}/a?q=1#x`]);
		expect(shown).toEqual([]);
		expect(page.current.url.pathname).toBe('/start');
	});

	it('loads the document where the code of a page is gone', async () => {
		const { location, host } = setup();
		vi.mocked(host.prepare).mockRejectedValueOnce(new Error('404'));
		await goto('/a');
		expect(location.loaded.map(String)).toEqual([`${ORIGIN}/a`]);
	});

	it('loads the document where a connection breaks within the response', async () => {
		const { location, fetch } = setup();
		const body = new ReadableStream({
			start: (controller) => controller.error(new Error('reset'))
		});
		fetch.mockImplementationOnce(async () => new Response(body));
		await goto('/a');
		expect(location.loaded.map(String)).toEqual([`${ORIGIN}/a`]);
	});

	it('loads the document where the app has no route, also with an error page for it', async () => {
		const { location } = setup({
			'/a': { route: null, status: 404, error: { message: 'Not Found' } }
		});
		await goto('/a');
		expect(location.loaded.map(String)).toEqual([`${ORIGIN}/a`]);
	});
});

describe('the newest navigation wins', () => {
	it('of 20 quick ones to two slow pages the last is shown', async () => {
		const { page, shown, location } = setup({
			'/a': () => tasks(5).then(() => ({})),
			'/b': () => tasks(2).then(() => ({}))
		});
		const going = Array.from({ length: 20 }, (_, number) => goto(number % 2 ? '/a' : '/b'));
		await Promise.all(going);
		await tasks(10);
		expect(page.current.route.id).toBe('/a');
		expect(shown).toEqual(['/a']);
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/a']);
		expect(navigating.current.type).toBeNull();
	});

	it('also when the older response comes last, and its request is aborted', async () => {
		const slow = defer<Answer>();
		const { page, fetch } = setup({ '/slow': slow.promise });
		const older = goto('/slow');
		await goto('/fast');
		expect(fetch.mock.calls[0]![1]!.signal!.aborted).toBe(true);
		slow.resolve({});
		await older;
		expect(page.current.route.id).toBe('/fast');
	});

	it('also when the older one waits in onNavigate', async () => {
		const wait = defer();
		const { page } = setup();
		hook(onNavigate(({ to }) => (to!.url.pathname === '/slow' ? wait.promise : undefined)));
		const older = goto('/slow');
		await tasks();
		await goto('/fast');
		wait.resolve();
		await older;
		expect(page.current.route.id).toBe('/fast');
	});
});

describe('navigating', () => {
	it('is the navigation until its page is shown', async () => {
		const slow = defer<Answer>();
		setup({ '/a': slow.promise });
		const going = goto('/a');
		expect(navigating.current).toMatchObject({
			type: 'goto',
			to: { url: at('/a') },
			from: { url: at('/start') }
		});
		slow.resolve({});
		await going;
		expect(navigating.current.type).toBeNull();
	});

	it('is null again after a document is loaded in its place', async () => {
		setup({ '/a': { text: '' } });
		await goto('/a');
		expect(navigating.current.type).toBeNull();
	});
});

describe('beforeNavigate', () => {
	it('gets the start, the target and the type', async () => {
		const { router } = setup();
		const seen: BeforeNavigate[] = [];
		hook(beforeNavigate((navigation) => void seen.push(navigation)));
		await goto('/a');
		await router.follow('link', at('/b'));
		await router.follow('form', at('/c'));
		expect(
			seen.map(({ from, to, type }) => [from!.url.pathname, from!.route.id, to!.url.pathname, type])
		).toEqual([
			['/start', '/start', '/a', 'goto'],
			['/a', '/a', '/b', 'link'],
			['/b', '/b', '/c', 'form']
		]);
		expect(seen[0]).toMatchObject({ willUnload: false });
		expect(seen[0]).not.toHaveProperty('delta');
	});

	it('keeps the page as it is by cancel', async () => {
		const { fetch, page, location } = setup();
		hook(beforeNavigate(({ cancel }) => cancel()));
		await goto('/a');
		expect(fetch).not.toHaveBeenCalled();
		expect(page.current.url.pathname).toBe('/start');
		expect(location.entries).toHaveLength(1);
		expect(navigating.current.type).toBeNull();
	});

	it('lets a navigation go on that is in flight when a newer one is cancelled', async () => {
		const slow = defer<Answer>();
		const { page } = setup({ '/slow': slow.promise });
		const going = goto('/slow');
		hook(beforeNavigate(({ cancel }) => cancel()));
		await goto('/other');
		slow.resolve({});
		await going;
		expect(page.current.route.id).toBe('/slow');
	});

	it('is asked when the document is left, and can only have the browser ask', () => {
		setup();
		const seen: BeforeNavigate[] = [];
		hook(beforeNavigate((navigation) => void seen.push(navigation)));
		const leave = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }));
		expect(leave()).toBe(true);
		hook(beforeNavigate(({ cancel }) => cancel()));
		expect(leave()).toBe(false);
		expect(seen[0]).toMatchObject({ type: 'leave', willUnload: true, to: null });
	});

	it('is not asked twice where a page turns out to be a document', async () => {
		setup({ '/a': { text: '' } });
		let asked = 0;
		hook(beforeNavigate(() => void asked++));
		await goto('/a');
		dispatchEvent(new Event('beforeunload', { cancelable: true }));
		expect(asked).toBe(1);
	});

	it('is asked no more after the router is gone', () => {
		const { router } = setup();
		router.destroy();
		hook(beforeNavigate(({ cancel }) => cancel()));
		expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
	});
});

describe('onNavigate and afterNavigate', () => {
	it('run around the change, in order', async () => {
		const { page } = setup();
		const log: string[] = [];
		hook(page.subscribe(({ url }) => void log.push(`shown ${url.pathname}`)));
		hook(
			onNavigate(async ({ complete }) => {
				log.push('around');
				void complete.then(() => log.push('complete'));
				await tasks(1);
				return () => void log.push('cleanup');
			})
		);
		hook(afterNavigate(({ to }) => void log.push(`after ${to!.route.id}`)));
		await goto('/a');
		await tasks(1);
		expect(log).toEqual(['shown /start', 'around', 'shown /a', 'cleanup', 'after /a', 'complete']);
	});

	it('an error in one, once the page is shown, stops neither the others nor the navigation', async () => {
		const { page } = setup();
		const reported = vi.fn();
		vi.stubGlobal('reportError', reported);
		const wrong = (name: string) => (): never => {
			throw new Error(name);
		};
		const calls: string[] = [];
		hook(onNavigate(() => wrong('cleanup')));
		hook(onNavigate(() => () => void calls.push('cleanup')));
		hook(afterNavigate(wrong('after')));
		hook(afterNavigate(() => void calls.push('after')));
		await goto('/a');
		vi.unstubAllGlobals();
		expect(page.current.url).toEqual(at('/a'));
		expect(calls).toEqual(['cleanup', 'after']);
		expect(reported.mock.calls.map(([error]) => (error as Error).message)).toEqual([
			'cleanup',
			'after'
		]);
	});

	it('onNavigate may return anything', async () => {
		const { page } = setup();
		const visited: unknown[] = [];
		const reported = vi.fn();
		vi.stubGlobal('reportError', reported);
		hook(onNavigate(({ to }) => visited.push(to!.route.id) as never));
		await goto('/a');
		vi.unstubAllGlobals();
		expect(page.current.url).toEqual(at('/a'));
		expect(visited).toHaveLength(1);
		expect(reported).not.toHaveBeenCalled();
	});

	it('afterNavigate knows the route that was shown', async () => {
		setup({ '/a': { redirect: '/b' }, '/b': { route: '/:slug', params: { slug: 'b' } } });
		let seen: Navigation | undefined;
		hook(afterNavigate((navigation) => void (seen = navigation)));
		await goto('/a');
		expect(seen).toMatchObject({
			to: { url: at('/b'), params: { slug: 'b' }, route: { id: '/:slug' } }
		});
	});
});

describe('back and forward', () => {
	it('show the page of the entry with its state, and add none', async () => {
		const { location, page, shown } = setup();
		await goto('/a', { state: { a: 1 } });
		await goto('/b');
		location.go(-1);
		await tasks();
		expect(page.current).toMatchObject({ url: at('/a'), route: { id: '/a' }, state: { a: 1 } });
		expect(shown).toEqual(['/a', '/b', '/a']);
		expect(location.entries).toHaveLength(3);
	});

	it('tell the hooks how many entries', async () => {
		const { location } = setup();
		await goto('/a');
		await goto('/b');
		const seen: unknown[] = [];
		hook(beforeNavigate(({ type, delta }) => void seen.push([type, delta])));
		location.go(-2);
		await tasks();
		location.go(1);
		await tasks();
		expect(seen).toEqual([
			['popstate', -2],
			['popstate', 1]
		]);
	});

	it('are taken back where beforeNavigate cancels them, which asks once', async () => {
		const { location, page, fetch } = setup();
		await goto('/a');
		fetch.mockClear();
		let asked = 0;
		hook(
			beforeNavigate(({ cancel }) => {
				asked++;
				cancel();
			})
		);
		location.go(-1);
		await tasks();
		expect(location.url.pathname).toBe('/a');
		expect(page.current.url.pathname).toBe('/a');
		expect(asked).toBe(1);
		expect(fetch).not.toHaveBeenCalled();
	});

	it('go the right way again after one was taken back', async () => {
		const { location, page } = setup();
		await goto('/a');
		const off = beforeNavigate(({ cancel }) => cancel());
		location.go(-1);
		await tasks();
		off();
		const seen: unknown[] = [];
		hook(beforeNavigate(({ delta }) => void seen.push(delta)));
		location.go(-1);
		await tasks();
		expect(page.current.url.pathname).toBe('/start');
		expect(seen).toEqual([-1]);
	});

	it('end on the page of the entry where the user turns round before it is shown', async () => {
		const slow = defer<Answer>();
		const { location, page } = setup({ '/start': slow.promise });
		await goto('/a');
		location.go(-1);
		await tasks();
		location.go(1);
		slow.resolve({});
		await tasks();
		expect(location.url.pathname).toBe('/a');
		expect(page.current).toMatchObject({ url: at('/a'), route: { id: '/a' } });
		expect(navigating.current.type).toBeNull();
	});

	it('restore the scroll position', async () => {
		const { location } = setup();
		const scroll = vi.spyOn(globalThis, 'scrollTo');
		const position = vi.spyOn(globalThis, 'scrollY', 'get').mockReturnValue(120);
		await goto('/a');
		position.mockReturnValue(0);
		location.go(-1);
		await tasks();
		expect(scroll.mock.calls.at(-1)).toEqual([0, 120]);
		location.go(1);
		await tasks();
		expect(scroll.mock.calls.at(-1)).toEqual([0, 0]);
		vi.restoreAllMocks();
	});

	it('within one page ask the server nothing', async () => {
		const { location, page, fetch } = setup();
		await goto('/start#part');
		location.go(-1);
		await tasks();
		expect(fetch).not.toHaveBeenCalled();
		expect(page.current.url.href).toBe(`${ORIGIN}/start`);
	});

	it('replace the entry where its page redirects', async () => {
		let redirect = false;
		const { location, page } = setup({
			'/start': (): Answer => (redirect ? { redirect: '/login' } : {})
		});
		await goto('/a');
		redirect = true;
		location.go(-1);
		await tasks();
		expect(page.current.url.pathname).toBe('/login');
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/login', '/a']);
	});
});

describe('invalidateAll', () => {
	it('brings new data and leaves form, URL and history alone', async () => {
		const { page, location } = setup({ '/start': { data: { fresh: true } } });
		page.set({ form: { kept: true } });
		await invalidateAll();
		expect(page.current).toMatchObject({
			data: { fresh: true },
			form: { kept: true },
			url: at('/start')
		});
		expect(location.entries).toHaveLength(1);
	});

	it('ends with the newest data where calls overlap', async () => {
		const answers = [defer<Answer>(), defer<Answer>()];
		const [first, second] = answers as [(typeof answers)[0], (typeof answers)[0]];
		let call = 0;
		const { page } = setup({ '/start': () => answers[call++]!.promise });
		const both = Promise.all([invalidateAll(), invalidateAll()]);
		second.resolve({ data: { number: 2 } });
		await tasks();
		first.resolve({ data: { number: 1 } });
		await both;
		expect(page.current.data).toEqual({ number: 2 });
	});

	it('resolves when data as new as the call is shown, also where a newer call brings it', async () => {
		const answers = [defer<Answer>(), defer<Answer>()];
		let call = 0;
		const { page } = setup({ '/start': () => answers[call++]!.promise });
		const first = invalidateAll().then(() => page.current.data);
		const second = invalidateAll();
		answers[0]!.resolve({ data: { number: 1 } });
		await tasks();
		answers[1]!.resolve({ data: { number: 2 } });
		await second;
		expect(await first).toEqual({ number: 2 });
	});

	it('follows a redirect with a navigation', async () => {
		const { page, location } = setup({ '/start': { redirect: '/login' } });
		await invalidateAll();
		expect(page.current.url.pathname).toBe('/login');
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/login']);
	});

	it('loads the document where the response is not a page', async () => {
		const { location } = setup({ '/start': { text: '' } });
		await invalidateAll();
		expect(location.loaded.map(String)).toEqual([`${ORIGIN}/start`]);
	});

	it('says nothing any more when the user has gone elsewhere', async () => {
		const slow = defer<Answer>();
		const { page, location } = setup({ '/start': slow.promise });
		const refreshing = invalidateAll();
		await goto('/a');
		slow.resolve({ data: { late: true } });
		await refreshing;
		expect(page.current.route.id).toBe('/a');
		expect(location.loaded).toEqual([]);
	});

	it('does not lead back where it began while a navigation was in flight', async () => {
		const [next, refreshed] = [defer<Answer>(), defer<Answer>()];
		const { page, location } = setup({ '/next': next.promise, '/start': refreshed.promise });
		const going = goto('/next');
		const refreshing = invalidateAll();
		next.resolve({});
		await going;
		refreshed.resolve({});
		await refreshing;
		expect(page.current.route.id).toBe('/next');
		expect(location.entries.map(({ url }) => url.pathname)).toEqual(['/start', '/next']);
	});

	it('leaves a fragment alone that the user went to in the meantime', async () => {
		const slow = defer<Answer>();
		const { page, location, followFragment } = setup({ '/start': slow.promise });
		const refreshing = invalidateAll();
		followFragment('/start#part');
		slow.resolve({ data: { fresh: true } });
		await refreshing;
		expect(page.current.data).toEqual({ fresh: true });
		expect(page.current.url.href).toBe(`${ORIGIN}/start#part`);
		expect(location.entries).toHaveLength(2);
	});

	it('shows a result together with the new data', async () => {
		const { page } = setup({ '/start': { data: { fresh: true } } });
		const seen: unknown[] = [];
		hook(page.subscribe(({ data, form }) => void seen.push([data, form])));
		await currentNavigator().invalidateAll!({ form: { ok: true }, status: 201 });
		expect(seen.slice(1)).toEqual([[{ fresh: true }, { ok: true }]]);
		expect(page.current.status).toBe(201);
	});
});

describe('the navigator of the entries', () => {
	it('shows a result with a page that it navigates to', async () => {
		const { page } = setup();
		await currentNavigator().goto(at('/a'), {}, { form: { missing: true }, status: 422 });
		expect(page.current).toMatchObject({
			form: { missing: true },
			status: 422,
			route: { id: '/a' }
		});
	});

	it('leaves for another origin', async () => {
		const { location } = setup();
		await currentNavigator().goto(new URL('https://pay.example/1'));
		expect(location.loaded.map(String)).toEqual(['https://pay.example/1']);
	});

	it('shows an error at the boundary', async () => {
		const { page, shown } = setup();
		await currentNavigator().showError(new Error('broken'), 503);
		expect(shown).toEqual(['error broken']);
		expect(page.current).toMatchObject({ status: 503, error: { message: 'broken' } });
	});

	it('makes a change and waits until it is shown', async () => {
		const { page, host } = setup();
		await currentNavigator().show!(() => page.set({ form: 1 }));
		expect(page.current.form).toBe(1);
		expect(host.settled).toHaveBeenCalled();
	});

	it('makes no change that the user has left behind, while onNavigate waits', async () => {
		const wait = defer();
		const { page } = setup();
		hook(onNavigate(({ type }) => (type === 'form' ? wait.promise : undefined)));
		const changing = currentNavigator().show!(() => page.set({ form: 'late' }));
		await goto('/a');
		wait.resolve();
		await changing;
		expect(page.current.form).toBeNull();
	});

	it('refreshes also where the user moves within the page in the meantime', async () => {
		const slow = defer<Answer>();
		const { page } = setup({ '/start': slow.promise });
		const refreshing = invalidateAll();
		await goto(`${ORIGIN}/start#part`);
		slow.resolve({ data: { fresh: true } });
		await refreshing;
		expect(page.current.data).toEqual({ fresh: true });
	});

	it('knows the URL that is shown', () => {
		setup();
		expect(currentNavigator().here().href).toBe(`${ORIGIN}/start`);
	});

	it("is the document's again after destroy, unless another router has come", () => {
		const [one, other] = [setup(), setup({}, '/other')];
		one.router.destroy();
		expect(currentNavigator().here().pathname).toBe('/other');
		other.router.destroy();
		expect(currentNavigator().here().href).toBe(location.href);
	});

	it('hears of no move after destroy', async () => {
		const app = setup();
		await goto('/a');
		app.router.destroy();
		app.location.go(-1);
		await tasks();
		expect(app.shown).toEqual(['/a']);
	});
});

it('a link to a fragment that the browser follows itself is the URL and an empty state', () => {
	const { page, followFragment } = setup();
	page.set({ state: { a: 1 } });
	followFragment('/start#part');
	expect(page.current).toMatchObject({ url: at('/start#part'), state: {} });
});

describe('a result applied in place', () => {
	it('is wrapped by onNavigate, once, with its fresh data', async () => {
		const { page } = setup({ '/start': { data: { fresh: true } } });
		const seen: unknown[] = [];
		const note = (when: string): void =>
			void seen.push([when, page.current.data, page.current.form]);
		hook(
			onNavigate(({ type, from, to }) => {
				note(`${type} ${from?.url.pathname} ${to?.url.pathname}`);
				return () => note('shown');
			})
		);
		const outcome = { form: { ok: true }, status: 200 };
		const target = { page, navigator: currentNavigator };
		await carryOut(
			[
				{ do: 'refresh', outcome },
				{ do: 'show', ...outcome }
			],
			target
		);
		expect(seen).toEqual([
			['form /start /start', { path: '/start' }, null],
			['shown', { fresh: true }, { ok: true }]
		]);
	});

	it('is waited for by a view transition: complete resolves when it is shown', async () => {
		const { page } = setup();
		let shown: unknown;
		hook(
			onNavigate(({ complete }) => {
				void complete.then(() => (shown = page.current.form));
			})
		);
		const target = { page, navigator: currentNavigator };
		await carryOut([{ do: 'show', form: { no: 1 }, status: 400 }], target);
		await tasks(1);
		expect(shown).toEqual({ no: 1 });
	});
});
