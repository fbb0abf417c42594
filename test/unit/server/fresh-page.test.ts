import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readPage } from '../../../src/protocol/read-page.ts';
import { error, fail, json, redirect } from '../../../src/server.ts';
import type { AppOptions, Handle, RequestEvent, ServerRoutes } from '../../../src/server.ts';
import { testApp, type Sent } from './setup.ts';

const handleError = vi.fn();
beforeEach(() => {
	handleError.mockReset();
});

let count = 0;
let seen: RequestEvent[] = [];
beforeEach(() => {
	count = 0;
	seen = [];
});

const routes: ServerRoutes = {
	'/': { layout: { load: () => ({ count }) } },
	'/notes': {
		page: {
			load: (event) => {
				seen.push(event);
				return { at: event.url.pathname + event.url.search, date: new Date(0) };
			},
			actions: {
				add: () => ({ added: ++count }),
				nothing: () => void count++,
				fail: () => fail(422, { missing: true }),
				error: () => error(418, 'Teapot'),
				crash: () => {
					throw new Error('secret');
				},
				cookie: ({ cookies }) => cookies.set('user', 'ada', { path: '/' }),
				go: ({ url }) => redirect(303, url.searchParams.get('to')!),
				away: () => redirect(303, 'https://pay.example/', { external: true }),
				public: () => redirect(303, 'https://app.example/notes?public')
			}
		}
	},
	'/hop': { page: { load: () => redirect(307, '/notes?hopped') } },
	'/hop/away': {
		page: { load: () => redirect(307, 'https://pay.example/', { external: true }) }
	},
	'/hop/nowhere': { page: { load: () => redirect(307, '/nowhere') } },
	'/hop/round': { page: { load: () => redirect(307, '/hop/round') } },
	'/hop/:count': {
		page: {
			load: ({ params }) =>
				redirect(307, params.count === '1' ? '/notes?end' : `/hop/${Number(params.count) - 1}`)
		}
	},
	'/broken': {
		page: {
			load: () => {
				throw new Error('secret');
			}
		}
	},
	'/flash': {
		page: {
			load: ({ cookies }) => {
				const message = cookies.get('flash');
				if (message) cookies.delete('flash', { path: '/' });
				return { message };
			},
			actions: {
				say: ({ cookies }) => cookies.set('flash', 'Saved', { path: '/' }),
				go: ({ cookies, url }) => {
					cookies.set('flash', 'Saved', { path: '/' });
					redirect(303, url.searchParams.get('to')!);
				}
			}
		}
	},
	'/hop/flash': {
		page: {
			load: ({ cookies }) => {
				cookies.set('hopped', '1', { path: '/' });
				redirect(307, '/other');
			}
		}
	},
	'/other': { page: {} },
	'/both': { page: {}, endpoint: { GET: () => json({ type: 'page', data: 'x' }) } },
	'/api': {
		endpoint: {
			GET: () => json({ type: 'page', data: 'x' }),
			POST: () => json({ type: 'page' })
		}
	},
	'/*rest': { page: {} }
};

const known = { ...routes };
delete known['/*rest'];

const open = (options: Partial<AppOptions> = {}, table = known) =>
	testApp(table, { handleError, ...options });

/** A submission by a client that has a router: it wants `page` fresh. */
const submit = (app: ReturnType<typeof open>, path: string, page = '/notes', init: Sent = {}) =>
	app.enhanced(path, new URLSearchParams('a=1'), {
		...init,
		headers: { 'x-softpost-page': page, ...(init.headers as object) }
	});

const pageOf = async (response: Response): Promise<any> => {
	const { page } = await response.json();
	return page && { url: page.url, ...(await readPage(JSON.stringify({ ...page, type: 'page' }))) };
};

describe('the response to an action carries', () => {
	it('the page of the header, after a success', async () => {
		const response = await submit(open(), '/notes?/add', '/notes?q=1');
		const { page, ...result } = await response.clone().json();
		expect(result).toEqual({
			type: 'success',
			status: 200,
			data: '[{"added":1},1]',
			location: '/notes'
		});
		expect(page.url).toBe('/notes?q=1');
		expect(await pageOf(response)).toMatchObject({
			type: 'page',
			route: '/notes',
			status: 200,
			layouts: [
				['/', { count: 1 }],
				['/notes', null]
			],
			data: { at: '/notes?q=1', date: new Date(0) },
			error: null,
			form: null
		});
	});

	it('the same data as the response to a request for the page', async () => {
		const app = open();
		const { page } = await (await submit(app, '/notes?/nothing', '/notes?q=%C3%A9')).json();
		const { data } = await (await app.data('/notes?q=%C3%A9')).json();
		expect(page).toEqual({ url: '/notes?q=%C3%A9', data });
	});

	it('the page of the header, after a success without data', async () => {
		const response = await submit(open(), '/notes?/nothing', '/other');
		const { page, ...result } = await response.json();
		expect(result).toEqual({ type: 'success', status: 204, location: '/notes' });
		expect(page.url).toBe('/other');
	});

	it.each([
		['/other', '/other'],
		['other?x=1#part', '/other?x=1#part'],
		['?q', '/notes?q'],
		['http://localhost/other', '/other'],
		['/both', '/both']
	])('the page that a redirect to %s leads to: %s', async (to, url) => {
		const response = await submit(open(), `/notes?/go&to=${encodeURIComponent(to)}`);
		const { page, ...result } = await response.json();
		expect(result).toEqual({ type: 'redirect', status: 303, location: to });
		expect(page.url).toBe(url);
	});

	it('a page of the origin that users see, behind a proxy', async () => {
		const response = await submit(open({ origin: 'https://app.example' }), '/notes?/public');
		expect(await pageOf(response)).toMatchObject({
			url: '/notes?public',
			data: { at: '/notes?public' }
		});
	});

	it.each([
		['a load redirects to', '/hop', '/notes?hopped'],
		['loads redirect to twenty times', '/hop/20', '/notes?end']
	])('the page that %s', async (_what, to, url) => {
		expect((await pageOf(await submit(open(), `/notes?/add`, to))).url).toBe(url);
		expect((await pageOf(await submit(open(), `/notes?/go&to=${to}`))).url).toBe(url);
	});

	it('the page that handle redirects to, by a Response as well', async () => {
		for (const go of [
			() => redirect(303, '/other'),
			() => new Response(null, { status: 302, headers: { location: '/other' } })
		]) {
			const app = open({
				handle: ({ event, resolve }) =>
					event.url.pathname === '/notes' && event.request.method === 'GET' ? go() : resolve(event)
			});
			expect((await pageOf(await submit(app, '/notes?/add'))).url).toBe('/other');
		}
	});

	it('an error page as such', async () => {
		const response = await submit(open(), '/notes?/add', '/broken');
		expect(response.status).toBe(200);
		expect(await pageOf(response)).toMatchObject({
			url: '/broken',
			status: 500,
			error: { message: 'Internal Error' }
		});
		expect(handleError).toHaveBeenCalledTimes(1);
	});

	it('nothing for shared caches, and says what it depends on', async () => {
		const { headers } = await submit(open(), '/notes?/add');
		expect(Object.fromEntries(headers)).toEqual({
			'content-type': 'application/json',
			'cache-control': 'private, no-store',
			vary: 'accept, x-softpost-page'
		});
	});
});

describe('the response to an action carries no page', () => {
	it.each([
		['fail', 422, 'failure'],
		['error', 418, 'error'],
		['crash', 500, 'error']
	])('after %s, which has changed nothing', async (name, status, type) => {
		const app = open();
		const response = await submit(app, `/notes?/${name}`);
		const plain = await app.enhanced(`/notes?/${name}`);
		expect(response.status).toBe(status);
		expect(response.headers.get('vary')).toBe('accept');
		const text = await response.text();
		expect(text).toBe(await plain.text());
		expect(JSON.parse(text).type).toBe(type);
		expect(seen).toEqual([]);
	});

	it.each([
		'true',
		'',
		'https://localhost/notes',
		'http://localhost/notes',
		'//evil.example/notes',
		'/\\evil.example/notes',
		'//',
		'/nowhere',
		'/api',
		'/%',
		'/hop/away',
		'/hop/nowhere',
		'/hop/round',
		'/hop/21'
	])('where the header says "%s"', async (page) => {
		expect(await (await submit(open(), '/notes?/nothing', page)).json()).toEqual({
			type: 'success',
			status: 204,
			location: '/notes'
		});
	});

	it.each(['/nowhere', '/api', '/hop/away'])('where it redirects to %s', async (to) => {
		expect(await (await submit(open(), `/notes?/go&to=${to}`)).json()).toEqual({
			type: 'redirect',
			status: 303,
			location: to
		});
	});

	it('where it redirects to another origin', async () => {
		const remote = vi.fn();
		vi.stubGlobal('fetch', remote);
		expect(await (await submit(open(), '/notes?/away')).json()).toEqual({
			type: 'redirect',
			status: 303,
			location: 'https://pay.example/'
		});
		expect(remote).not.toHaveBeenCalled();
		vi.unstubAllGlobals();
	});

	it('whose path alone would be another host', async () => {
		const { page } = await (await submit(open({}, routes), '/notes?/add', '/.//evil')).json();
		expect(page).toBeUndefined();
	});

	it('for any other client, and is the same to the byte', async () => {
		const app = open();
		for (const [headers, method] of [
			[{ 'x-softpost-page': '/notes' }, 'POST'],
			[{ 'x-sveltekit-action': 'true' }, 'POST'],
			[{ 'x-sveltekit-action': 'true', 'x-softpost-page': 'true' }, 'POST']
		] as const) {
			const response = await app.send('/notes?/nothing', {
				method,
				body: new URLSearchParams(),
				headers: { accept: 'application/json', ...headers }
			});
			expect(await response.text()).toBe('{"type":"success","status":204,"location":"/notes"}');
			expect(response.headers.get('vary')).toBe('accept');
		}
		expect(seen).toEqual([]);
	});

	it('in a response that handle has replaced', async () => {
		const text = '{"type":"success","status":204,"location":"/notes"}';
		for (const [own, headers] of [
			[
				new Response(new Uint8Array([0x1f, 0x8b, 0xff]), {
					headers: { 'content-encoding': 'gzip' }
				}),
				'application/json'
			],
			[new Response(null, { status: 204 }), 'application/json'],
			[new Response(text), 'text/plain'],
			[new Response('{'), 'application/json'],
			[new Response('null'), 'application/json']
		] as const) {
			own.headers.set('content-type', headers);
			const expected = Buffer.from(await own.clone().arrayBuffer()).toString('hex');
			const app = open({ handle: () => own });
			const response = await submit(app, '/notes?/add');
			const received = Buffer.from(await response.arrayBuffer()).toString('hex');
			expect([response.status, received]).toEqual([own.status, expected]);
		}
	});

	it('where the page is answered with something else', async () => {
		for (const other of [new Response('<html>'), json(null), json({ type: 'other' })]) {
			const app = open({
				handle: ({ event, resolve }) => (event.request.method === 'GET' ? other : resolve(event))
			});
			const { page, type } = await (await submit(app, '/notes?/add')).json();
			expect([type, page]).toEqual(['success', undefined]);
		}
	});

	it('when making it fails, and is a success all the same', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const app = open({
			handle: async ({ event, resolve }) => {
				if (event.request.method !== 'GET') return resolve(event);
				const broken = new ReadableStream({
					start: (controller) => controller.error(new Error('broken'))
				});
				return new Response(broken);
			}
		});
		const response = await submit(app, '/notes?/add');
		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({ type: 'success', data: '[{"added":1},1]' });
		expect(log).toHaveBeenCalledWith(new Error('broken'));
		log.mockRestore();
	});
});

describe('where a callback may not use the page', () => {
	const cookiesOf = (response: Response): string[] =>
		response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);

	it.each([
		['of a success', '/flash?/say', 'maybe /flash', 'success'],
		['that a redirect leads to', '/flash?/go&to=/flash', 'maybe /other', 'redirect'],
		['that redirects after it has set one', '/flash?/go&to=/hop/flash', 'maybe /other', 'redirect']
	])('the page %s is left out if its load changes a cookie', async (_what, path, wish, type) => {
		const response = await submit(open(), path, wish);
		expect(cookiesOf(response)).toEqual(['flash=Saved']);
		const result = await response.json();
		expect([result.type, result.page]).toEqual([type, undefined]);
	});

	it('a message that is read once is there for the page that asks next', async () => {
		const app = open();
		const [cookie = ''] = cookiesOf(await submit(app, '/flash?/say', 'maybe /flash'));
		const shown = await app.data('/flash', { headers: { cookie } });
		expect(await readPage(await shown.text())).toMatchObject({ data: { message: 'Saved' } });
		expect(cookiesOf(shown)).toEqual(['flash=']);
	});

	it('the page is left out, with its cookies, if its load changes one that the action has not set', async () => {
		const headers = { cookie: 'flash=Before' };
		const response = await submit(open(), '/notes?/go&to=/flash', 'maybe /notes', { headers });
		expect(cookiesOf(response)).toEqual([]);
		expect((await response.json()).page).toBeUndefined();
	});

	it('no load runs for a page after an action that has set a cookie: it is run when the page is asked for', async () => {
		const handle = vi.fn<Handle>(({ event, resolve }) => resolve(event));
		const response = await submit(open({ handle }), '/notes?/cookie', 'maybe /notes?q=1');
		expect(cookiesOf(response)).toEqual(['user=ada']);
		expect((await response.json()).page).toBeUndefined();
		expect(handle).toHaveBeenCalledOnce();
	});

	it('the page comes along if neither the action nor its loads change a cookie', async () => {
		const app = open();
		const response = await submit(app, '/notes?/add', 'maybe /notes?q=1');
		expect(await pageOf(response)).toMatchObject({ url: '/notes?q=1', data: { at: '/notes?q=1' } });
		expect((await pageOf(await submit(app, '/notes?/go&to=/other', 'maybe /notes'))).url).toBe(
			'/other'
		);
	});

	it('and without a callback it comes along with its cookies', async () => {
		const response = await submit(open(), '/flash?/say', '/flash');
		expect(cookiesOf(response)).toEqual(['flash=Saved', 'flash=']);
		expect(await pageOf(response)).toMatchObject({ data: { message: 'Saved' } });
	});

	it.each(['maybe', 'maybe ', 'maybe notes', 'Maybe /notes', 'perhaps /notes', 'maybe //evil'])(
		'"%s" asks for no page',
		async (wish) => {
			expect(await pageOf(await submit(open(), '/notes?/add', wish))).toBeUndefined();
		}
	);
});

describe('the request for the fresh page', () => {
	it('is the one that our client would have made', async () => {
		await submit(open(), '/notes?/add', '/notes', {
			headers: {
				'accept-language': 'de',
				'user-agent': 'browser',
				authorization: 'Basic x',
				referer: 'http://localhost/notes',
				origin: 'http://localhost',
				'content-length': '3',
				'x-softpost-submission': 'x'.repeat(32)
			}
		});
		const { request, isDataRequest, url } = seen[0]!;
		expect([request.method, url.href, isDataRequest]).toEqual([
			'GET',
			'http://localhost/notes',
			true
		]);
		expect(Object.fromEntries(request.headers)).toEqual({
			accept: 'application/json',
			'accept-language': 'de',
			authorization: 'Basic x',
			referer: 'http://localhost/notes',
			'sec-fetch-site': 'same-origin',
			'user-agent': 'browser',
			'x-softpost-page': 'true'
		});
	});

	it('comes after handle has ended, and goes through handle', async () => {
		const order: string[] = [];
		const app = open({
			handle: async ({ event, resolve }) => {
				order.push(`${event.request.method} begins`);
				const response = await resolve(event);
				order.push(`${event.request.method} ends`);
				return response;
			}
		});
		await submit(app, '/notes?/add');
		expect(order).toEqual(['POST begins', 'POST ends', 'GET begins', 'GET ends']);
	});

	it('has what the mount gave, and nothing that handle wrote for the action', async () => {
		const given = { mounted: 1 } as App.Locals;
		const locals: unknown[] = [];
		const app = open({
			handle: ({ event, resolve }) => {
				locals.push({ ...event.locals });
				Object.assign(event.locals, { wrote: event.request.method });
				return resolve(event);
			}
		});
		const options = {
			locals: given,
			platform: { p: 1 } as App.Platform,
			clientAddress: '10.0.0.1'
		};
		await submit(app, '/notes?/add', '/hop', { options });
		expect(locals).toEqual([{ mounted: 1 }, { mounted: 1 }, { mounted: 1 }]);
		expect(seen[0]!.platform).toEqual({ p: 1 });
		expect(seen[0]!.getClientAddress()).toBe('10.0.0.1');
	});

	it('has the cookies that the response sets, those of handle too', async () => {
		const app = open({
			handle: async ({ event, resolve }) => {
				if (event.request.method === 'GET') return resolve(event);
				event.cookies.set('before', '1', { path: '/' });
				const response = await resolve(event);
				response.headers.append('set-cookie', 'raw=2; Path=/');
				return response;
			}
		});
		await submit(app, '/notes?/cookie', '/notes', { headers: { cookie: 'old=0; user=eve' } });
		expect(seen[0]!.cookies.getAll()).toEqual([
			{ name: 'old', value: '0' },
			{ name: 'user', value: 'ada' },
			{ name: 'raw', value: '2' },
			{ name: 'before', value: '1' }
		]);
	});

	it('adds its own cookies to the response, and to the next request, in order', async () => {
		const app = open({
			handle: ({ event, resolve }) => {
				const value = event.cookies.get('seen') ?? '';
				const { method } = event.request;
				event.cookies.set('seen', `${value}${method[0]}`, {
					path: '/',
					httpOnly: false,
					sameSite: false
				});
				return resolve(event);
			}
		});
		const response = await submit(app, '/notes?/add', '/hop');
		expect(response.headers.getSetCookie()).toEqual([
			'seen=P; Path=/',
			'seen=PG; Path=/',
			'seen=PGG; Path=/'
		]);
		expect((await response.json()).page.url).toBe('/notes?hopped');
	});

	it('ends with the submission', async () => {
		const controller = new AbortController();
		const app = open();
		await submit(app, '/notes?/add', '/notes', { signal: controller.signal });
		expect(seen[0]!.request.signal.aborted).toBe(false);
		controller.abort();
		expect(seen[0]!.request.signal.aborted).toBe(true);
	});

	it('leaves no length of the response without a page', async () => {
		const app = open({
			handle: async ({ event, resolve }) => {
				const response = await resolve(event);
				response.headers.set('content-length', '51');
				return response;
			}
		});
		const response = await submit(app, '/notes?/nothing');
		expect(response.headers.has('content-length')).toBe(false);
		expect((await pageOf(response)).url).toBe('/notes');
	});
});
