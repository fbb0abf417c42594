import { beforeEach, describe, expect, it, vi } from 'vitest';
import { error, fail, redirect } from '../../../src/server.ts';
import type { PageData, ServerLoad, ServerRoutes } from '../../../src/server.ts';
import { answerOf, shownBy, testApp } from './setup.ts';

const handleError = vi.fn();
beforeEach(() => {
	handleError.mockReset().mockReturnValue(undefined);
});

const crash = (): never => {
	throw new Error('secret');
};

describe('loading a page', () => {
	it('runs every layout from the root down, and the page', async () => {
		const { visit } = testApp({
			'/': { layout: { load: () => ({ root: 1 }) } },
			'/blog': { layout: { load: () => ({ blog: 1 }) }, page: {} },
			'/blog/:slug': { page: { load: ({ params }) => ({ slug: params.slug }) } }
		});
		expect(await shownBy(await visit('/blog/x%20y?q=1'))).toEqual({
			href: 'http://localhost/blog/x%20y?q=1',
			route: '/blog/:slug',
			params: { slug: 'x y' },
			status: 200,
			layouts: [
				['/', { root: 1 }],
				['/blog', { blog: 1 }],
				['/blog/:slug', null]
			],
			data: { slug: 'x y' },
			error: null,
			form: null
		});
	});

	it('follows the chain of a route in a group', async () => {
		const { visit } = testApp({
			'/': { layout: { load: () => ({ root: 1 }) } },
			'/group': { layout: { load: () => ({ app: 1 }) } },
			'/notes': { page: {}, chain: ['/', '/group', '/notes'] }
		});
		expect((await shownBy(await visit('/notes'))).layouts).toEqual([
			['/', { root: 1 }],
			['/group', { app: 1 }],
			['/notes', null]
		]);
	});

	it('gives each load a URL of its own, which it may change', async () => {
		const change = ({ url }: { url: URL }) => {
			url.searchParams.set('page', '2');
			url.pathname = '/elsewhere';
			return { next: url.href };
		};
		const read = async ({ url }: { url: URL }) => {
			await Promise.resolve();
			return { href: url.href };
		};
		const { visit } = testApp({
			'/': { layout: { load: change }, universal: { layout: { load: change } } },
			'/a': { layout: { load: read }, universal: { layout: { load: read } } },
			'/a/b': { page: { load: change }, universal: { page: { load: change } } }
		});
		const next = 'http://localhost/elsewhere?q=1&page=2';
		expect(await shownBy(await visit('/a/b?q=1'))).toMatchObject({
			href: 'http://localhost/a/b?q=1',
			layouts: [
				['/', { next }, true],
				['/a', { href: 'http://localhost/a/b?q=1' }, true],
				['/a/b', null]
			],
			data: { next }
		});
	});

	it('imports lazy modules', async () => {
		const { visit } = testApp({
			'/': {
				layout: async () => ({ load: async () => ({ lazy: 'layout' }) }),
				page: () => Promise.resolve({ load: () => ({ lazy: 'page' }) })
			}
		});
		expect(await shownBy(await visit('/'))).toMatchObject({
			layouts: [['/', { lazy: 'layout' }]],
			data: { lazy: 'page' }
		});
	});

	it('runs loads at once, and parent() waits for those above only', async () => {
		const order: string[] = [];
		let release = () => {};
		const { visit } = testApp({
			'/': {
				layout: {
					load: async ({ parent }) => {
						expect(await parent()).toEqual({});
						await new Promise<void>((resolve) => (release = resolve));
						order.push('root');
						return { a: 'root', b: 'root' };
					}
				}
			},
			'/x': { layout: { load: () => (order.push('layout'), { b: 'layout' }) } },
			'/x/y': {
				page: {
					load: async ({ parent }) => {
						order.push('page');
						setTimeout(() => release());
						return { seen: await parent() };
					}
				}
			}
		});
		expect((await shownBy(await visit('/x/y'))).data).toEqual({ seen: { a: 'root', b: 'layout' } });
		expect(order).toEqual(['layout', 'page', 'root']);
	});

	it('hands each load the event of the request', async () => {
		const { visit } = testApp({
			'/:id': {
				page: {
					load: ({ url, params, route, cookies, isDataRequest, request, locals, platform }) => ({
						facts: [
							url.search,
							params.id,
							route.id,
							cookies.get('a'),
							isDataRequest,
							request.method,
							locals,
							platform
						]
					})
				}
			}
		});
		const response = await visit('/7?q', {
			headers: { cookie: 'a=1' },
			options: { locals: { user: 'u' } as App.Locals, platform: { p: 1 } as App.Platform }
		});
		expect((await shownBy(response)).data).toEqual({
			facts: ['?q', '7', '/:id', '1', false, 'GET', { user: 'u' }, { p: 1 }]
		});
	});
});

describe('a load that fails', () => {
	const routes: ServerRoutes = {
		'/': { layout: { load: ({ url }) => (url.search === '?root' ? crash() : { root: 1 }) } },
		'/a': {
			layout: {
				load: ({ url }) =>
					url.search === '?layout' ? error(403, { message: 'No', id: 7 }) : { a: 1 }
			}
		},
		'/a/b': {
			page: {
				load: async ({ url, parent }) => {
					if (url.search === '?page') error(404, 'No such thing');
					if (url.search === '?crash') crash();
					if (url.search === '?redirect') redirect(307, '/login');
					if (url.search === '?away') redirect(307, '//evil.example');
					await parent();
					return {};
				}
			}
		},
		'/broken': { page: () => Promise.reject(new Error('secret')) }
	};
	const app = testApp(routes, { handleError });

	it.each([
		['?page', 404, { message: 'No such thing' }, ['/', '/a', '/a/b']],
		['?crash', 500, { message: 'Internal Error' }, ['/', '/a', '/a/b']],
		['?layout', 403, { message: 'No', id: 7 }, ['/']],
		['?root', 500, { message: 'Internal Error' }, []]
	])(
		'at %s is an error page within the layouts above it',
		async (search, status, shown, layouts) => {
			for (const response of [await app.visit(`/a/b${search}`), await app.data(`/a/b${search}`)]) {
				expect(response.status).toBe(status);
				const page =
					response.headers.get('content-type') === 'application/json'
						? await answerOf(response)
						: await shownBy(response);
				expect(page).toMatchObject({ status, error: shown, data: null, form: null, route: '/a/b' });
				expect(page.layouts.map(([id]: [string]) => id)).toEqual(layouts);
			}
		}
	);

	it('because it cannot be imported, is an error page', async () => {
		const response = await app.visit('/broken');
		expect(response.status).toBe(500);
		expect(await shownBy(response)).toMatchObject({ error: { message: 'Internal Error' } });
	});

	it('is reported once, with the event', async () => {
		await app.visit('/a/b?crash');
		expect(handleError).toHaveBeenCalledTimes(1);
		expect(handleError.mock.calls[0]![0]).toMatchObject({
			error: new Error('secret'),
			status: 500,
			message: 'Internal Error',
			event: { url: new URL('http://localhost/a/b?crash'), route: { id: '/a/b' } }
		});
		await app.visit('/a/b?page');
		expect(handleError).toHaveBeenCalledTimes(1);
	});

	it('shows what handleError returns', async () => {
		handleError.mockResolvedValue({ message: 'Call us', id: 'e1' });
		expect((await shownBy(await app.visit('/a/b?crash'))).error).toEqual({
			message: 'Call us',
			id: 'e1'
		});
	});

	it('keeps a message where handleError returns none', async () => {
		handleError.mockReturnValue({ id: 'e1' });
		expect((await shownBy(await app.visit('/a/b?crash'))).error).toEqual({
			message: 'Internal Error',
			id: 'e1'
		});
	});

	it('shows nothing of a handleError that throws', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		handleError.mockImplementation(crash);
		expect((await shownBy(await app.visit('/a/b?crash'))).error).toEqual({
			message: 'Internal Error'
		});
		expect(log).toHaveBeenCalled();
		log.mockRestore();
	});

	it('is logged without handleError, except for unknown URLs', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const silent = testApp(routes);
		await silent.visit('/nope');
		expect(log).not.toHaveBeenCalled();
		await silent.visit('/a/b?crash');
		expect(log).toHaveBeenCalledWith(new Error('secret'));
		log.mockRestore();
	});

	it('redirects a browser', async () => {
		const response = await app.visit('/a/b?redirect');
		expect([response.status, response.headers.get('location')]).toEqual([307, '/login']);
		expect(response.headers.get('vary')).toBe('accept, x-softpost-page');
	});

	it('tells our client of the redirect', async () => {
		const response = await app.data('/a/b?redirect');
		expect(response.status).toBe(200);
		expect(await answerOf(response)).toEqual({ type: 'redirect', status: 307, location: '/login' });
		expect(Object.fromEntries(response.headers)).toMatchObject({
			vary: 'accept, x-softpost-page',
			'cache-control': 'private, no-store'
		});
	});

	it('leads nowhere it may not', async () => {
		expect((await app.visit('/a/b?away')).status).toBe(500);
		expect(await answerOf(await app.data('/a/b?away'))).toMatchObject({
			status: 500,
			error: { message: 'Internal Error' }
		});
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ code: 'redirect_target' });
	});

	it('after an action replaces its form', async () => {
		const { native } = testApp(
			{ '/': { page: { load: crash, actions: { default: () => ({ ok: 1 }) } } } },
			{ handleError }
		);
		const response = await native('/');
		expect(response.status).toBe(500);
		expect(await shownBy(response)).toMatchObject({
			status: 500,
			form: null,
			error: { message: 'Internal Error' }
		});
	});
});

describe('a load that returns something other than a plain object', () => {
	it.each<[what: string, value: unknown]>([
		['a text', 'text'],
		['a number', 1],
		['false', false],
		['a list', [1]],
		['a date', new Date(0)],
		['a map', new Map()],
		['a failure', fail(400, {})],
		['a response', new Response('x')]
	])('is an error that names it: %s', async (_, value) => {
		const load = (() => value) as ServerLoad;
		const app = testApp(
			{ '/a': { layout: { load } }, '/a/b': { page: { load } } },
			{ handleError }
		);
		for (const path of ['/a/b', '/a/b?again']) {
			const response = await (path.endsWith('b') ? app.visit(path) : app.data(path));
			expect(response.status).toBe(500);
		}
		expect(handleError.mock.calls[0]![0].error).toMatchObject({
			code: 'unserializable',
			message: expect.stringMatching(/The layout \/a: its load .*plain object/)
		});
	});

	it.each([null, undefined, {}, Object.create(null)])(
		'unless that is nothing: %j',
		async (value) => {
			const app = testApp({ '/': { page: { load: () => value } } });
			expect((await app.visit('/')).status).toBe(200);
		}
	);
});

describe('a URL that leads nowhere', () => {
	const app = testApp(
		{ '/': { layout: { load: () => ({ root: 1 }) } }, '/a': { page: {} } },
		{ handleError }
	);

	it('is a 404 page inside the root layout', async () => {
		for (const path of ['/nope', '/', '/a/b']) {
			const response = await app.visit(path);
			expect(response.status).toBe(404);
			expect(await shownBy(response)).toMatchObject({
				route: null,
				params: {},
				status: 404,
				layouts: [['/', { root: 1 }]],
				error: { message: 'Not Found' }
			});
		}
	});

	it('is one for our client too', async () => {
		const response = await app.data('/nope');
		expect(response.status).toBe(404);
		expect(await answerOf(response)).toMatchObject({
			type: 'page',
			route: null,
			error: { message: 'Not Found' }
		});
	});

	it('reaches handleError as a 404', async () => {
		await app.visit('/nope');
		expect(handleError.mock.calls[0]![0]).toMatchObject({ status: 404, message: 'Not Found' });
	});

	it('is a 400 where it cannot be decoded', async () => {
		const response = await app.visit('/a/%');
		expect(response.status).toBe(400);
		expect(await shownBy(response)).toMatchObject({ status: 400, route: null });
	});

	it('stays a 404 where the root layout fails or redirects', async () => {
		for (const load of [
			crash,
			() => redirect(303, '/login'),
			() => redirect(303, '//evil.example')
		]) {
			const { visit } = testApp({ '/': { layout: { load } } }, { handleError });
			const response = await visit('/nope');
			expect(response.status).toBe(404);
			expect(await shownBy(response)).toMatchObject({
				error: { message: 'Not Found' },
				layouts: []
			});
		}
		expect(handleError).toHaveBeenCalledWith(
			expect.objectContaining({ error: new Error('secret') })
		);
	});
});

describe('a request for page data', () => {
	const { data, send } = testApp(
		{
			'/a': { page: { load: () => ({ date: new Date(0) }) } },
			'/b': { page: { load: () => ({ list: [() => {}] }) } }
		},
		{ handleError }
	);

	it('is answered with what the page needs', async () => {
		const response = await data('/a?q=1');
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toEqual({
			'content-type': 'application/json',
			'cache-control': 'private, no-store',
			vary: 'accept, x-softpost-page'
		});
		expect(await answerOf(response)).toEqual({
			type: 'page',
			route: '/a',
			params: {},
			status: 200,
			layouts: [
				['/', null],
				['/a', null]
			],
			data: { date: new Date(0) },
			error: null,
			form: null
		});
	});

	it('is known by its header, not by accept', async () => {
		const response = await send('/a', { headers: { accept: 'application/json' } });
		expect(response.headers.get('content-type')).toMatch(/^text\/html/);
	});

	it('of data that cannot be sent is an error that says where', async () => {
		const response = await data('/b');
		expect(response.status).toBe(500);
		expect(await answerOf(response)).toMatchObject({
			status: 500,
			error: { message: 'Internal Error' }
		});
		expect(handleError.mock.calls[0]![0].error).toMatchObject({
			code: 'unserializable',
			message: expect.stringMatching(/\/b.*data\.list\[0\]/)
		});
	});

	it('falls back to the document where even the error cannot be sent', async () => {
		handleError.mockReturnValue({ message: 'x', fn: () => {} });
		const response = await data('/b');
		expect(response.headers.get('content-type')).toMatch(/^text\/html/);
	});
});

describe('a slash at the end', () => {
	const app = testApp({
		'/': { page: {} },
		'/a': { page: { actions: { default: () => ({}) } } },
		'/*rest': { page: {} },
		'/api': { endpoint: { GET: () => new Response('api') } }
	});

	it.each([
		['/a/', '/a'],
		['/a/?q=1&b=/', '/a?q=1&b=/'],
		['/x/y/', '/x/y']
	])('of %s leads to %s', async (path, location) => {
		const response = await app.visit(path);
		expect([response.status, response.headers.get('location')]).toEqual([308, location]);
		expect((await app.send(path, { method: 'HEAD' })).status).toBe(308);
		expect(await answerOf(await app.data(path))).toEqual({
			type: 'redirect',
			status: 308,
			location
		});
	});

	it('never leads to another host', async () => {
		for (const path of [
			'//evil.example/',
			'///evil.example/',
			'//evil.example/%2e/',
			'/\\evil.example/'
		]) {
			const response = await app.visit(`http://localhost${path}`);
			expect(response.headers.get('location')).toBeNull();
			expect(response.status).toBe(200);
		}
	});

	it('is left alone on the root and on endpoints', async () => {
		expect((await app.visit('/')).status).toBe(200);
		expect(await (await app.visit('/api/')).text()).toBe('api');
	});
});

describe('an error page that cannot be shown', () => {
	const routes: ServerRoutes = { '/': { layout: {} }, '/a': { page: {} }, '/a/b': { page: {} } };
	const withRender = (render: (depth: number, error: unknown) => string) =>
		testApp(routes, { handleError, render: ({ page }) => render(page.layouts.length, page.error) });

	it('loses its layouts one by one, and is reported once', async () => {
		const depths: number[] = [];
		const { visit } = withRender(
			(depth, shown) => (depths.push(depth), depth > 1 ? crash() : JSON.stringify({ depth, shown }))
		);
		const response = await visit('/a/b');
		expect(response.status).toBe(500);
		expect(await response.json()).toEqual({ depth: 1, shown: { message: 'Internal Error' } });
		expect(depths).toEqual([3, 3, 2, 1]);
		expect(handleError).toHaveBeenCalledTimes(1);
	});

	it('is at last a plain document, escaped', async () => {
		handleError.mockReturnValue({ message: '<script>"&' });
		const response = await withRender(crash).visit('/a/b');
		expect(response.status).toBe(500);
		expect(response.headers.get('content-type')).toMatch(/^text\/html/);
		expect(await response.text()).toBe(
			'<!doctype html><meta charset="utf-8"><title>&lt;script&gt;&quot;&amp;</title><h1>500</h1><p>&lt;script&gt;&quot;&amp;</p>'
		);
	});

	it('stays about its own error', async () => {
		const response = await withRender(crash).visit('/nope');
		expect(response.status).toBe(404);
		expect(await response.text()).toContain('<h1>404</h1><p>Not Found</p>');
	});

	it('is tried without the layouts that may have failed', async () => {
		const depths: number[] = [];
		await withRender((depth) => (depths.push(depth), crash())).visit('/nope');
		expect(depths).toEqual([1, 0]);
	});

	it('needs a render function, and says so', async () => {
		const { visit } = testApp(routes, { handleError, render: undefined as never });
		expect((await visit('/a')).status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ code: 'no_renderer' });
	});

	it.each([undefined, new Response('<p>')])(
		'needs a text from it, and says so: %s',
		async (html) => {
			const { visit } = testApp(routes, { handleError, render: () => html as never });
			expect((await visit('/a')).status).toBe(500);
			expect(handleError.mock.calls[0]![0].error).toMatchObject({
				code: 'response_shape',
				message: expect.stringContaining('render')
			});
		}
	);

	it('renders documents that take their time', async () => {
		const { visit } = testApp(routes, { render: async ({ page }) => `<p>${page.route}` });
		expect(await (await visit('/a')).text()).toBe('<p>/a');
	});
});

describe('a layout whose data the client holds', () => {
	const calls: string[] = [];
	const counted = (name: string, load: ServerLoad = () => {}): ServerRoutes[string] => ({
		page: {},
		layout: {
			load: (event) => {
				calls.push(name);
				return load(event);
			}
		}
	});
	const { data } = testApp({
		'/': counted('root', () => ({ user: 'ada' })),
		'/url': counted('url', ({ url }) => ({ search: url.search })),
		'/:org': counted('org', ({ params }) => ({ org: params.org })),
		'/:org/page': { page: { load: async ({ parent }) => ({ user: (await parent()).user }) } },
		'/:org/:other': { page: {} },
		'/shared': counted('shared', ({ params }) => ({ ...params })),
		'/shared/:id': { page: {} }
	});
	const layouts = async (path: string, held: string): Promise<unknown> => {
		calls.length = 0;
		const response = await data(path, { headers: { 'x-softpost-held': held } });
		return ((await answerOf(response)) as PageData).layouts;
	};

	it('is not loaded again', async () => {
		expect(await layouts('/a/b', '%2F,%2F%3Aorg/a')).toEqual([
			['/'],
			['/:org'],
			['/:org/:other', null]
		]);
		expect(calls).toEqual([]);
	});

	it('is loaded for other values of its own parameters', async () => {
		expect(await layouts('/b/c', '%2F,%2F%3Aorg/a')).toMatchObject([
			['/'],
			['/:org', { org: 'b' }],
			['/:org/:other', null]
		]);
		expect(calls).toEqual(['org']);
	});

	it('is loaded where a load below asks for it', async () => {
		await layouts('/a/page', '%2F,%2F%3Aorg/a');
		expect(calls).toEqual(['root', 'org']);
	});

	it('is marked where its data belongs to the URL', async () => {
		expect(await layouts('/url?q=1', '')).toEqual([
			['/', { user: 'ada' }],
			['/url', { search: '?q=1' }, true]
		]);
		expect(await layouts('/shared/1', '')).toMatchObject([
			['/', {}],
			['/shared', { id: '1' }, true],
			['/shared/:id', null]
		]);
	});

	it('means nothing to a browser', async () => {
		calls.length = 0;
		const response = await testApp({ '/': counted('root') }).visit('/', {
			headers: { 'x-softpost-held': '%2F' }
		});
		expect(response.status).toBe(200);
		expect(calls).toEqual(['root']);
	});
});
