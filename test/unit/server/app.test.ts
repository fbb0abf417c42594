import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, json, error, redirect, text } from '../../../src/server.ts';
import type { Handle, RequestEvent } from '../../../src/server.ts';
import { answerOf, renderJson, resultOf, shownBy, testApp } from './setup.ts';

const handleError = vi.fn();
beforeEach(() => {
	handleError.mockReset();
});

const actions = { default: () => ({ ok: 1 }) };

describe('handle', () => {
	it('runs once for a request: before the action, and not again before load', async () => {
		const order: string[] = [];
		const { native } = testApp(
			{
				'/': {
					page: {
						load: () => void order.push('load'),
						actions: { default: () => void order.push('action') }
					}
				}
			},
			{ handle: ({ event, resolve }) => (order.push('handle'), resolve(event)) }
		);
		await native('/');
		expect(order).toEqual(['handle', 'action', 'load']);
	});

	it('fills locals for the rest, and sees the route and the response', async () => {
		const seen: unknown[] = [];
		const { visit } = testApp(
			{ '/:id': { page: { load: ({ locals }) => ({ locals }) } } },
			{
				handle: async ({ event, resolve }) => {
					event.locals = { user: 'u' } as App.Locals;
					seen.push(event.route.id, event.params);
					const response = await resolve(event);
					response.headers.set('x-frame-options', 'DENY');
					return response;
				}
			}
		);
		const response = await visit('/1');
		expect(seen).toEqual(['/:id', { id: '1' }]);
		expect(response.headers.get('x-frame-options')).toBe('DENY');
		expect((await shownBy(response)).data).toEqual({ locals: { user: 'u' } });
	});

	it('may hand on another event', async () => {
		const { visit } = testApp(
			{ '/': { page: { load: ({ locals }) => ({ locals }) } } },
			{ handle: ({ event, resolve }) => resolve({ ...event, locals: { other: 1 } as App.Locals }) }
		);
		expect((await shownBy(await visit('/'))).data).toEqual({ locals: { other: 1 } });
	});

	it('may respond itself, with cookies', async () => {
		const { visit } = testApp(
			{},
			{ handle: ({ event }) => (event.cookies.set('a', '1', { path: '/' }), text('own')) }
		);
		const response = await visit('/');
		expect(await response.text()).toBe('own');
		expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/; HttpOnly; SameSite=Lax']);
	});

	it('may change the document', async () => {
		const { visit } = testApp(
			{ '/': { page: {} } },
			{
				render: () => '<html lang="%lang%">',
				handle: ({ event, resolve }) =>
					resolve(event, {
						transformPageChunk: ({ html, done }) => (done ? html.replace('%lang%', 'de') : html)
					})
			}
		);
		expect(await (await visit('/')).text()).toBe('<html lang="de">');
	});

	it('may leave the document as it is', async () => {
		const { visit } = testApp(
			{ '/': { page: {} } },
			{
				render: () => 'same',
				handle: ({ event, resolve }) => resolve(event, { transformPageChunk: () => undefined })
			}
		);
		expect(await (await visit('/')).text()).toBe('same');
	});

	describe('that throws', () => {
		const throwing = (action: () => never) => {
			const handle: Handle = ({ event }) => {
				event.cookies.set('seen', '1', { path: '/' });
				return action();
			};
			return testApp(
				{ '/': { page: { actions } }, '/api': { endpoint: { GET: () => text('') } } },
				{ handle, handleError }
			);
		};

		it('a redirect, redirects every client in its way, with cookies', async () => {
			const app = throwing(() => redirect(307, '/login'));
			const [visit, native, enhanced, data] = [
				await app.visit('/'),
				await app.native('/'),
				await app.enhanced('/'),
				await app.data('/')
			];
			for (const response of [visit, native]) {
				expect([response.status, response.headers.get('location')]).toEqual([307, '/login']);
			}
			expect(enhanced.status).toBe(200);
			expect(await resultOf(enhanced)).toEqual({
				type: 'redirect',
				status: 307,
				location: '/login'
			});
			expect(data.status).toBe(200);
			expect(await answerOf(data)).toEqual({ type: 'redirect', status: 307, location: '/login' });
			for (const { headers } of [visit, native, enhanced, data])
				expect(headers.getSetCookie()).toHaveLength(1);
		});

		it('an error, shows every client in its way', async () => {
			const app = throwing(() => error(401, 'Log in'));
			const [visit, enhanced, data, api] = [
				await app.visit('/'),
				await app.enhanced('/'),
				await app.data('/'),
				await app.send('/api')
			];
			for (const response of [visit, enhanced, data, api]) expect(response.status).toBe(401);
			expect(await shownBy(visit)).toMatchObject({ error: { message: 'Log in' } });
			expect(await resultOf(enhanced)).toMatchObject({
				type: 'error',
				error: { message: 'Log in' }
			});
			expect(await answerOf(data)).toMatchObject({ error: { message: 'Log in' } });
			expect(await api.json()).toEqual({ message: 'Log in' });
		});

		it('anything else, is an unexpected error', async () => {
			const app = throwing(() => {
				throw new Error('secret');
			});
			expect(await shownBy(await app.visit('/'))).toMatchObject({
				status: 500,
				error: { message: 'Internal Error' }
			});
			expect(handleError).toHaveBeenCalledTimes(1);
		});
	});

	it('must return a Response', async () => {
		const { visit } = testApp(
			{ '/': { page: {} } },
			{ handle: () => undefined as never, handleError }
		);
		expect((await visit('/')).status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ code: 'response_shape' });
	});
});

describe('a forged request', () => {
	const routes = {
		'/': { layout: { load: () => ({ root: 1 }) }, page: { actions: { default: vi.fn() } } },
		'/api': { endpoint: { PUT: vi.fn(), POST: () => text('ok') } }
	};
	const handle = vi.fn<Handle>(({ event, resolve }) => resolve(event));
	const app = testApp(routes, { handle, csrf: { trustedOrigins: ['https://pay.example'] } });
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	beforeEach(() => {
		warn.mockClear();
		handle.mockClear();
	});

	it('is refused before handle and the action: a page for a browser, a result for JSON', async () => {
		const native = await app.native('/', undefined, { site: 'cross-site' });
		expect(native.status).toBe(403);
		expect(await shownBy(native)).toMatchObject({
			status: 403,
			layouts: [['/', { root: 1 }]],
			error: { message: expect.any(String) }
		});
		const enhanced = await app.enhanced('/', undefined, { site: 'cross-site' });
		expect(enhanced.status).toBe(403);
		expect(await resultOf(enhanced)).toMatchObject({
			type: 'error',
			error: { message: expect.any(String) }
		});
		const put = await app.send('/api', { method: 'PUT', site: 'cross-site' });
		expect([put.status, (await put.json()).type]).toEqual([403, 'error']);
		expect(handle).not.toHaveBeenCalled();
		expect(routes['/'].page.actions.default).not.toHaveBeenCalled();
		expect(routes['/api'].endpoint.PUT).not.toHaveBeenCalled();
	});

	it('is logged with what was expected and received, which the client is not told', async () => {
		const response = await app.enhanced('/', undefined, {
			site: null,
			headers: { origin: 'https://evil.example' }
		});
		expect(warn.mock.calls[0]![0]).toMatch(/POST \/ .*https:\/\/evil\.example.*http:\/\/localhost/);
		expect(await response.text()).not.toMatch(/evil|localhost/);
	});

	it('is refused whatever the environment says', async () => {
		for (const mode of ['development', 'test', 'production']) {
			vi.stubEnv('NODE_ENV', mode);
			expect((await app.native('/', undefined, { site: 'cross-site' })).status).toBe(403);
		}
		vi.unstubAllEnvs();
	});

	it('is none from a trusted origin, from a server, or by a link', async () => {
		expect(
			(
				await app.native('/', undefined, {
					site: 'cross-site',
					headers: { origin: 'https://pay.example' }
				})
			).status
		).toBe(200);
		const json = {
			method: 'POST',
			body: '{}',
			headers: { 'content-type': 'application/json' },
			site: null
		};
		expect((await app.send('/api', json)).status).toBe(200);
		expect((await app.visit('/', { site: 'cross-site' })).status).toBe(200);
	});

	it('stays a 403 where the root layout fails without handle', async () => {
		const strict = testApp(
			{
				'/': {
					layout: { load: ({ locals }) => ({ name: (locals as any).user.name }) },
					page: { actions }
				}
			},
			{ handleError }
		);
		expect((await strict.native('/', undefined, { site: 'cross-site' })).status).toBe(403);
	});

	describe('behind a proxy', () => {
		const origin = 'https://app.example';
		const old = { site: null, headers: { origin } };

		it.each([
			['one origin', origin],
			['a list', ['https://other.example', origin]],
			['a function', () => origin],
			[
				'a function that gives a list',
				(request: Request) => [request.headers.get('x-tenant') ?? origin]
			]
		])('is told by %s', async (_what, own) => {
			const proxied = testApp(routes, { origin: own });
			expect((await proxied.native('/', undefined, old)).status).toBe(200);
			expect(
				(
					await proxied.native('/', undefined, {
						site: null,
						headers: { origin: 'http://localhost' }
					})
				).status
			).toBe(403);
		});

		it.each([
			['one origin', origin],
			['a list, by the host', ['https://first.example', 'https://localhost:3000', origin]],
			['a list, without the host', [origin, 'https://other.example']],
			['a function', (request: Request) => `https://${request.headers.get('x-host')}`]
		])('event.url is as users see it: %s', async (what, own) => {
			const seen: string[] = [];
			const proxied = testApp(
				{
					'/notes': {
						page: {
							load: async ({ url, fetch, cookies }) => {
								seen.push(url.href);
								cookies.set('a', '1', { path: '/', domain: url.hostname });
								for (const base of ['', url.origin])
									seen.push(await (await fetch(`${base}/api?q`)).text());
							}
						}
					},
					'/api': { endpoint: { GET: ({ url, cookies }) => text(url.href + cookies.get('a')) } }
				},
				{ origin: own }
			);
			const response = await proxied.visit('http://localhost:3000/notes?x=%20', {
				headers: { 'x-host': 'app.example' }
			});
			const shown = what.includes('by the host') ? 'https://localhost:3000' : origin;
			expect(seen).toEqual([`${shown}/notes?x=%20`, ...Array(2).fill(`${shown}/api?q1`)]);
			expect((await shownBy(response)).href).toBe(`${shown}/notes?x=%20`);
		});

		it('event.url is that of the request where the list is empty', async () => {
			const proxied = testApp(routes, { origin: [] });
			expect((await shownBy(await proxied.visit('/'))).href).toBe('http://localhost/');
		});

		it('a cookie is secure where users see https', async () => {
			const proxied = testApp(
				{
					'/': {
						endpoint: { GET: ({ cookies }) => (cookies.set('a', '1', { path: '/' }), text('ok')) }
					}
				},
				{ origin }
			);
			expect((await proxied.send('/')).headers.get('set-cookie')).toContain('Secure');
		});

		it('redirects may lead to the origin users see', async () => {
			const proxied = testApp(
				{ '/': { page: { load: () => redirect(303, `${origin}/x`) } } },
				{ origin }
			);
			expect((await proxied.visit('/')).headers.get('location')).toBe(`${origin}/x`);
		});
	});
});

describe('event', () => {
	const withEvent = async (
		check: (event: RequestEvent) => unknown,
		init: Parameters<ReturnType<typeof testApp>['send']>[1] = {},
		path = '/p'
	) => {
		const app = testApp(
			{
				'/p': {
					endpoint: {
						GET: async (event) => Response.json((await check(event)) ?? null),
						POST: async (event) => Response.json((await check(event)) ?? null)
					}
				},
				'/echo': {
					endpoint: {
						GET: ({ request, getClientAddress, platform }) =>
							Response.json(
								{
									headers: Object.fromEntries(request.headers),
									address: getClientAddress(),
									platform
								},
								{ headers: { 'set-cookie': 'inner=1; Path=/' } }
							),
						POST: async ({ request, locals }) =>
							Response.json({ body: await request.text(), locals })
					}
				}
			},
			{ handleError }
		);
		const response = await app.send(path, init);
		return { response, body: await response.json() };
	};

	it('knows the client’s address, or says that it was not told', async () => {
		const address = (event: RequestEvent) => event.getClientAddress();
		expect((await withEvent(address, { options: { clientAddress: '::1' } })).body).toBe('::1');
		expect((await withEvent(address)).response.status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ code: 'client_address' });
	});

	it('sets headers that the response does not set itself', async () => {
		const { response } = await withEvent((event) =>
			event.setHeaders({ 'X-A': '1', 'content-type': 'x/y' })
		);
		expect(response.headers.get('x-a')).toBe('1');
		expect(response.headers.get('content-type')).toBe('application/json');
	});

	it.each<[what: string, check: (event: RequestEvent) => unknown]>([
		[
			'twice',
			(event: RequestEvent) => (event.setHeaders({ a: '1' }), event.setHeaders({ A: '2' }))
		],
		['set-cookie', (event: RequestEvent) => event.setHeaders({ 'Set-Cookie': 'a=1' })],
		...[
			['a line break', { 'x-a': 'a\r\nx-b: 1' }],
			['a line feed', { 'x-a': 'a\nb' }],
			['a control character', { 'x-a': 'a\u0001' }],
			['what is beyond a byte', { 'x-a': 'Zażółć' }],
			['a name with a space', { 'x a': '1' }],
			['a name beyond ASCII', { 'x-é': '1' }],
			['no name', { '': '1' }],
			['content-length', { 'Content-Length': '1' }],
			['transfer-encoding', { 'transfer-encoding': 'chunked' }],
			['nothing', { 'x-a': undefined as never }]
		].map(([what, headers]): [string, (event: RequestEvent) => unknown] => [
			what as string,
			(event) => event.setHeaders(headers as {})
		])
	])('does not set a header: %s', async (_what, check) => {
		expect((await withEvent(check)).response.status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ code: 'headers' });
	});

	it('throws at once for a header that cannot be sent, so that the rest of the response is whole', async () => {
		let thrown: unknown;
		const { enhanced } = testApp({
			'/': {
				page: {
					actions: {
						default: ({ setHeaders, cookies }) => {
							cookies.set('a', '1', { path: '/' });
							try {
								setHeaders({ 'x-b': '1', 'x-a': 'a\nb' });
							} catch (error) {
								thrown = error;
							}
							setHeaders({ 'x-c': '\u00e9' });
							return { saved: true };
						}
					}
				}
			}
		});
		const response = await enhanced('/');
		expect(thrown).toMatchObject({ code: 'headers', data: { name: 'x-a' } });
		expect(await response.json()).toMatchObject({ type: 'success' });
		expect(response.headers.getSetCookie()).toHaveLength(1);
		expect(['x-a', 'x-b', 'x-c'].map((name) => response.headers.get(name))).toEqual([
			null,
			null,
			'\u00e9'
		]);
	});

	it('fetches from the app itself, with the user’s credentials', async () => {
		const headers = { cookie: 'a=1', authorization: 'Basic x' };
		const { body, response } = await withEvent(
			async (event) => {
				event.cookies.set('b', '2', { path: '/' });
				return (await event.fetch('echo')).json();
			},
			{ headers, options: { clientAddress: '::1', platform: { p: 1 } as App.Platform } }
		);
		expect(body).toMatchObject({
			headers: { cookie: 'a=1; b=2', authorization: 'Basic x' },
			address: '::1',
			platform: { p: 1 }
		});
		expect(response.headers.getSetCookie()).toEqual([
			'b=2; Path=/; HttpOnly; SameSite=Lax',
			'inner=1; Path=/'
		]);
	});

	it('fetches with the credentials it is given, or none', async () => {
		const fetched = (init: RequestInit) =>
			withEvent(
				async (event) => (await event.fetch(new Request('http://localhost/echo', init))).json(),
				{
					headers: { cookie: 'a=1' },
					options: { clientAddress: '' }
				}
			);
		expect((await fetched({ credentials: 'omit' })).body.headers.cookie).toBeUndefined();
		expect((await fetched({ headers: { cookie: 'own=1' } })).body.headers.cookie).toBe('own=1');
	});

	it('posts to the app itself, which is not a forgery, and does not pass on locals', async () => {
		const post = { method: 'POST', body: new URLSearchParams({ a: '1' }) };
		const { body } = await withEvent(async (event) => (await event.fetch('/echo', post)).json(), {
			options: { locals: { user: 1 } as App.Locals }
		});
		expect(body).toEqual({ body: 'a=1', locals: {} });
	});

	it("passes on the user's accept headers, and sends each cookie as it came", async () => {
		const cookie = '=empty; a="x; y"; b=%7b%2F; two words=1; caf\u00e9=1; b=2';
		const { body } = await withEvent(async (event) => (await event.fetch('echo')).json(), {
			headers: { cookie, accept: 'text/html;q=0.9', 'accept-language': 'de, en;q=0.5' },
			options: { clientAddress: '' }
		});
		expect(body.headers).toMatchObject({
			cookie,
			accept: 'text/html;q=0.9',
			'accept-language': 'de, en;q=0.5'
		});
	});

	it('sends a changed cookie in place of the one that came', async () => {
		const { body } = await withEvent(
			async (event) => {
				event.cookies.set('b', 'new one', { path: '/' });
				event.cookies.delete('c', { path: '/' });
				return (await event.fetch('echo')).json();
			},
			{ headers: { cookie: 'a=%61; b=1; c=3; b=2; d=4' }, options: { clientAddress: '' } }
		);
		expect(body.headers.cookie).toBe('a=%61; b=new%20one; d=4');
	});

	it('asks the endpoint beside a page, whatever the user accepts', async () => {
		const { visit } = testApp({
			'/both': {
				page: { load: async ({ fetch }) => (await fetch('/both')).json() },
				endpoint: { GET: () => json({ from: 'endpoint' }) }
			}
		});
		expect((await shownBy(await visit('/both'))).data).toEqual({ from: 'endpoint' });
	});

	it.each(['/page', '/endpoint'])('ends where %s asks for itself', async (path) => {
		let runs = 0;
		const again = async ({ fetch, url }: RequestEvent) => {
			runs += 1;
			if (runs > 1000) throw new Error('This would never end');
			const response = await fetch(url.pathname);
			if (!response.ok) throw new Error('Not loaded');
			return response.json();
		};
		const { visit } = testApp(
			{
				'/page': { page: { load: again } },
				'/endpoint': { endpoint: { GET: async (event) => json(await again(event)) } }
			},
			{ handleError }
		);
		expect((await visit(path)).status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({
			code: 'request_loop',
			message: expect.stringContaining(path)
		});
		expect(runs).toBeLessThan(20);
	});

	it('does not wait for itself once the signal has aborted', async () => {
		const controller = new AbortController();
		let isCancelled = false;
		let answerLate = (): void => {};
		const { visit } = testApp(
			{
				'/': {
					page: {
						load: async ({ fetch }) => {
							const { signal } = controller;
							const asked = fetch('/late', { signal }).catch((error: Error) => error.name);
							setTimeout(() => controller.abort());
							const aborted = AbortSignal.abort(new Error('before'));
							const before = fetch('/late', { signal: aborted }).catch(
								(error: Error) => error.message
							);
							return { errors: [await asked, await before] };
						}
					}
				},
				'/late': {
					endpoint: {
						GET: async () => {
							await new Promise<void>((resolve) => (answerLate = resolve));
							return new Response(
								new ReadableStream(
									{ cancel: () => void (isCancelled = true) },
									{ highWaterMark: 0 }
								)
							);
						}
					}
				}
			},
			{ handleError }
		);
		expect((await shownBy(await visit('/'))).data).toEqual({ errors: ['AbortError', 'before'] });
		answerLate();
		await vi.waitFor(() => expect(isCancelled).toBe(true));
	});

	it.each(['http://internal:8080', 'http://app.example', 'https://app.example:8443'])(
		'takes a request for %s for one to another server, where the app says its own origin',
		async (other) => {
			const network = vi
				.spyOn(globalThis, 'fetch')
				.mockImplementation(async () => new Response('network'));
			const { send } = testApp(
				{
					'/ask': { endpoint: { GET: ({ fetch, url }) => fetch(url.searchParams.get('to')!) } },
					'/x': { endpoint: { GET: () => text('own') } }
				},
				{ origin: 'https://app.example' }
			);
			// As a visitor may write it to `host`.
			const asked = await send(`${other}/ask?to=${other}/x`, { headers: { cookie: 'a=1' } });
			expect(await asked.text()).toBe('network');
			expect((network.mock.calls[0]![0] as Request).headers.get('cookie')).toBeNull();
			const own = await send(`${other}/ask?to=https://app.example/x`);
			expect(await own.text()).toBe('own');
			network.mockRestore();
		}
	);

	it('fetches from elsewhere over the network, without credentials', async () => {
		const network = vi
			.spyOn(globalThis, 'fetch')
			.mockImplementation(async (input) =>
				Response.json(Object.fromEntries((input as Request).headers))
			);
		const { body } = await withEvent(
			async (event) =>
				(await event.fetch('https://other.example/x', { headers: { a: '1' } })).json(),
			{ headers: { cookie: 'a=1' } }
		);
		expect(body).toEqual({ a: '1' });
		expect((network.mock.calls[0]![0] as Request).url).toBe('https://other.example/x');
		network.mockRestore();
	});
});

describe('a response', () => {
	it('gets headers and cookies also where it cannot be changed', async () => {
		const { send } = testApp({
			'/': {
				endpoint: {
					GET: ({ cookies, setHeaders }) => {
						cookies.set('a', '1', { path: '/' });
						cookies.set('b', '2', { path: '/' });
						setHeaders({ 'x-a': '1' });
						return Response.redirect('http://localhost/x', 302);
					}
				}
			}
		});
		const response = await send('/');
		expect([response.status, response.headers.get('location')]).toEqual([
			302,
			'http://localhost/x'
		]);
		expect(response.headers.getSetCookie()).toEqual([
			'a=1; Path=/; HttpOnly; SameSite=Lax',
			'b=2; Path=/; HttpOnly; SameSite=Lax'
		]);
		expect(response.headers.get('x-a')).toBe('1');
	});

	it('keeps its own cookies', async () => {
		const { send } = testApp({
			'/': {
				endpoint: {
					GET: ({ cookies }) => (
						cookies.set('a', '1', { path: '/' }),
						new Response('', { headers: { 'set-cookie': 'own=1' } })
					)
				}
			}
		});
		expect((await send('/')).headers.getSetCookie()).toEqual([
			'own=1',
			'a=1; Path=/; HttpOnly; SameSite=Lax'
		]);
	});

	it('is the endpoint’s own where nothing is to be added', async () => {
		const own = text('');
		expect(await testApp({ '/': { endpoint: { GET: () => own } } }).send('/')).toBe(own);
	});

	it('with a page may be cached as setHeaders says, and an error may not', async () => {
		const load = ({ url, setHeaders }: RequestEvent) => {
			setHeaders({ 'cache-control': 'public, max-age=60' });
			if (url.search) error(404, 'x');
		};
		const { visit, data } = testApp({ '/': { page: { load } }, '/plain': { page: {} } });
		expect((await visit('/')).headers.get('cache-control')).toBe('public, max-age=60');
		expect((await visit('/?x')).headers.get('cache-control')).toBe('private, no-cache');
		expect((await visit('/plain')).headers.get('cache-control')).toBe('private, no-cache');
		expect((await data('/')).headers.get('cache-control')).toBe('private, no-store');
	});

	it('comes even of an error that no JSON can hold', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const routes = {
			'/': { page: { actions: { default: () => error(400, { message: 'x', id: 1n }) } } }
		};
		const response = await testApp(routes).enhanced('/');
		expect([response.status, (await response.json()).error]).toEqual([
			500,
			{ message: 'Internal Error' }
		]);
		handleError.mockReturnValue({ message: 'x', id: 1n });
		const worse = await testApp(routes, { handleError }).enhanced('/');
		expect([worse.status, await worse.text()]).toEqual([500, 'Internal Error']);
		expect(log).toHaveBeenCalled();
		log.mockRestore();
	});
});

describe('createApp', () => {
	it('refuses a bad table at once', () => {
		expect(() => createApp({ routes: { 'no-slash': { page: {} } }, render: renderJson })).toThrow(
			expect.objectContaining({ code: 'route_pattern' })
		);
	});

	it('keeps requests apart that are in flight at once', async () => {
		const { visit } = testApp(
			{
				'/:id': {
					page: {
						load: async ({ locals, params }) => (
							await new Promise((done) => setTimeout(done, Number(params.id))),
							{ id: (locals as any).id }
						)
					}
				}
			},
			{
				handle: ({ event, resolve }) => (
					Object.assign(event.locals, { id: event.params.id }),
					resolve(event)
				)
			}
		);
		const pages = await Promise.all(
			['9', '1', '5'].map(async (id) => shownBy(await visit(`/${id}`)))
		);
		expect(pages.map(({ data }) => data?.id)).toEqual(['9', '1', '5']);
	});
});

describe('an app below a base', () => {
	const { visit } = testApp(
		{ '/': { page: {} }, '/notes': { page: {} } },
		{ base: '/shop', handleError: () => {} }
	);

	it.each([
		['/shop/', 200, null],
		['/shop?a=1', 308, '/shop/?a=1'],
		['/shop/notes', 200, null],
		['/shop/notes/', 308, '/shop/notes'],
		['/notes', 404, null],
		['/', 404, null]
	])('%s is %d, to %j', async (path, status, location) => {
		const response = await visit(path);
		expect([response.status, response.headers.get('location')]).toEqual([status, location]);
	});
});
