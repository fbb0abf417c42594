import { beforeEach, describe, expect, it, vi } from 'vitest';
import { error, fail, redirect } from '../../../src/server.ts';
import type { Actions } from '../../../src/server.ts';
import { HttpError, Redirect } from '../../../src/server/thrown.ts';
import { resultOf, shownBy, testApp } from './setup.ts';

class Point {
	readonly x: number;
	constructor(x: number) {
		this.x = x;
	}
}

const transport = {
	Point: {
		encode: (value: unknown) => value instanceof Point && [value.x],
		decode: ([x]: [number]) => new Point(x)
	}
};

const actions: Actions = {
	ok: () => ({ ok: true }),
	nothing: () => {},
	nil: () => null as never,
	empty: () => ({}),
	rich: () => ({ date: new Date(0), map: new Map([[1, 2n]]) }),
	point: () => ({ point: new Point(3) }),
	bare: () => Object.create(null),
	fail: () => fail(422, { missing: true }),
	failBare: () => fail(400),
	failNull: () => fail(400, null as never),
	redirect: () => redirect(303, '/done?x=1'),
	away: () => redirect(303, 'https://evil.example/'),
	error: () => error(418, { message: 'Teapot', short: true }),
	crash: () => {
		throw new Error('secret');
	},
	echo: async ({ request }) => ({ entries: [...(await request.formData())] }),
	throwFail: () => {
		throw fail(400);
	},
	returnRedirect: () => new Redirect(303, '/'),
	returnError: () => new HttpError(404, 'x'),
	returnResponse: () => new Response('x'),
	returnText: () => 'text' as never,
	returnArray: () => [1],
	returnClass: () => new Point(1),
	notCallable: 'x' as never,
	failText: () => fail(400, 'text' as never),
	unserializable: () => ({ list: [{ fn: () => {} }] }),
	failUnserializable: () => fail(400, { list: [{ fn: () => {} }] })
};

const handleError = vi.fn();
const app = testApp(
	{
		'/': { layout: { load: () => ({ root: true }) }, page: {} },
		'/many': { page: { load: () => ({ loaded: true }), actions } },
		'/one': { page: { actions: { default: actions.ok! } } },
		'/mixed': { page: { actions: { default: actions.ok!, named: actions.ok! } } },
		'/none': { page: { load: () => ({}) } },
		'/emptyActions': { page: { actions: {} } },
		'/lazy': { page: async () => ({ actions: { default: actions.ok! } }) },
		'/own': { endpoint: { POST: () => new Response('own') } }
	},
	{ handleError, transport }
);

beforeEach(() => {
	handleError.mockReset();
});

describe('an enhanced submission', () => {
	it.each([
		['ok', 200, { type: 'success', status: 200, data: '[{"ok":1},true]', location: '/many' }],
		['empty', 200, { type: 'success', status: 200, data: '[{}]', location: '/many' }],
		['nothing', 200, { type: 'success', status: 204, location: '/many' }],
		['nil', 200, { type: 'success', status: 204, location: '/many' }],
		[
			'fail',
			422,
			{ type: 'failure', status: 422, data: '[{"missing":1},true]', location: '/many' }
		],
		['failBare', 400, { type: 'failure', status: 400, location: '/many' }],
		['failNull', 400, { type: 'failure', status: 400, location: '/many' }],
		['redirect', 200, { type: 'redirect', status: 303, location: '/done?x=1' }],
		['error', 418, { type: 'error', error: { message: 'Teapot', short: true }, location: '/many' }],
		['crash', 500, { type: 'error', error: { message: 'Internal Error' }, location: '/many' }]
	])('of %s is answered as the wire says', async (name, status, body) => {
		const response = await app.enhanced(`/many?/${name}`);
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual(body);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'application/json',
			'cache-control': 'private, no-store',
			vary: 'accept'
		});
	});

	it('writes the fields in the order of the wire', async () => {
		expect(await (await app.enhanced('/many?/ok')).text()).toBe(
			'{"type":"success","status":200,"data":"[{\\"ok\\":1},true]","location":"/many"}'
		);
	});

	it('carries dates, maps, big integers and the types of transport', async () => {
		expect(await resultOf(await app.enhanced('/many?/rich'))).toMatchObject({
			data: { date: new Date(0), map: new Map([[1, 2n]]) }
		});
		expect((await (await app.enhanced('/many?/point')).json()).data).toBe(
			'[{"point":1},["Point",2],[3],3]'
		);
		expect((await resultOf(await app.enhanced('/many?/bare'))).status).toBe(200);
	});

	it('says where the action is: path and query, without its name', async () => {
		const result = await resultOf(await app.enhanced('/many?page=%C3%A9&/ok&x=1'));
		expect(result.location).toBe('/many?page=%C3%A9&x=1');
	});

	it.each(['*/*', '', 'application/json, text/html', 'text/html;q=0.5, application/json'])(
		'is what accept "%s" asks for',
		async (accept) => {
			const response = await app.send('/one', {
				method: 'POST',
				body: new URLSearchParams(),
				headers: { accept }
			});
			expect(await resultOf(response)).toMatchObject({ type: 'success' });
		}
	);

	it.each(['application/json;charset=utf-8', 'text/html;q=0.5, application/json; version=1;q=0.9'])(
		'is what accept "%s" asks for, whatever its parameters',
		async (accept) => {
			const headers = { accept };
			expect(await resultOf(await app.native('/one', undefined, { headers }))).toMatchObject({
				type: 'success'
			});
		}
	);

	it.each(['text/html', 'text/html, application/json;q=0.8', 'image/png', '*/*'])(
		'is what x-sveltekit-action asks for, also where accept is "%s"',
		async (accept) => {
			const headers = { accept };
			expect(await resultOf(await app.enhanced('/one', undefined, { headers }))).toMatchObject({
				type: 'success'
			});
			const missing = await app.enhanced('/one?/none', undefined, { headers });
			expect([missing.status, await resultOf(missing)]).toMatchObject([404, { type: 'error' }]);
		}
	);

	it('is what a request without accept asks for', async () => {
		const response = await app.send('/one', { method: 'POST', body: new URLSearchParams() });
		expect(await resultOf(response)).toMatchObject({ type: 'success' });
	});
});

describe('a native submission', () => {
	it('gets the page with form, after its loads', async () => {
		const response = await app.native('/many?/ok');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('vary')).toBe('accept, x-softpost-page');
		expect(await shownBy(response)).toMatchObject({
			href: 'http://localhost/many?/ok',
			status: 200,
			form: { ok: true },
			data: { loaded: true },
			layouts: [
				['/', { root: true }],
				['/many', null]
			]
		});
	});

	it('gets HTTP 200 for a success without data, whose status is 204', async () => {
		const response = await app.native('/many?/nothing');
		expect(response.status).toBe(200);
		expect(await shownBy(response)).toMatchObject({ status: 204, form: null });
	});

	it('gets the status of fail', async () => {
		const response = await app.native('/many?/fail');
		expect(response.status).toBe(422);
		expect(await shownBy(response)).toMatchObject({
			status: 422,
			form: { missing: true },
			error: null
		});
	});

	it('gets a real redirect', async () => {
		const response = await app.native('/many?/redirect');
		expect(response.status).toBe(303);
		expect(response.headers.get('location')).toBe('/done?x=1');
		expect(await response.text()).toBe('');
	});

	it.each([
		['error', 418, { message: 'Teapot', short: true }],
		['crash', 500, { message: 'Internal Error' }]
	])('gets the error page of %s, inside all layouts', async (name, status, error) => {
		const response = await app.native(`/many?/${name}`);
		expect(response.status).toBe(status);
		expect(await shownBy(response)).toMatchObject({
			status,
			error,
			data: null,
			form: null,
			layouts: [
				['/', { root: true }],
				['/many', null]
			]
		});
	});

	it('works at the URL with a slash at its end', async () => {
		expect((await app.native('/many/?/ok')).status).toBe(200);
	});
});

describe('a refused submission', () => {
	it.each([
		['405', '/none', 405],
		['405 with an empty table', '/emptyActions', 405],
		['404 for an unknown action', '/many?/nope', 404],
		['404 without the name', '/many', 404],
		['404 for an inherited name', '/many?/toString', 404],
		['404 for the prototype', '/many?/__proto__', 404],
		['404 for a name where there is a default only', '/one?/named', 404],
		['404 for an unknown page', '/unknown', 404]
	])('%s', async (_why, path, status) => {
		const enhanced = await app.enhanced(path);
		expect(enhanced.status).toBe(status);
		expect(await resultOf(enhanced)).toEqual({
			type: 'error',
			error: { message: expect.any(String) },
			location: path.split('?')[0]
		});
		const native = await app.native(path);
		expect(native.status).toBe(status);
		expect(await shownBy(native)).toMatchObject({ status, error: { message: expect.any(String) } });
		for (const { headers } of [enhanced, native]) {
			expect(headers.get('allow')).toBe(status === 405 ? 'GET, HEAD, OPTIONS' : null);
		}
	});

	it.each(['application/json', 'text/html', 'multipart/mixed', 'x', ''])(
		'415 for a body of type "%s"',
		async (type) => {
			const sent = { method: 'POST', body: '{}', headers: { 'content-type': type } };
			const response = await app.send('/one', sent);
			expect(response.status).toBe(415);
			expect(await resultOf(response)).toMatchObject({
				type: 'error',
				error: { message: expect.stringContaining('multipart') }
			});
			const native = await app.send('/one', {
				...sent,
				headers: { ...sent.headers, accept: 'text/html' }
			});
			expect(await shownBy(native)).toMatchObject({ status: 415 });
		}
	);

	it('does not call handleError', async () => {
		await app.enhanced('/many?/nope');
		await app.enhanced('/none');
		expect(handleError).not.toHaveBeenCalled();
	});
});

describe('the data of a form', () => {
	it.each([
		[
			'application/x-www-form-urlencoded;charset=UTF-8',
			'a=1+2&a=%C3%A9',
			[
				['a', '1 2'],
				['a', 'é']
			]
		],
		[
			'Text/Plain',
			'a=1 2\r\na=é\r\n',
			[
				['a', '1 2'],
				['a', 'é']
			]
		]
	])('arrives as %s', async (type, body, entries) => {
		const response = await app.enhanced('/many?/echo', body, { headers: { 'content-type': type } });
		expect((await resultOf(response)).data).toEqual({ entries });
	});

	it('arrives as multipart, with files', async () => {
		const form = new FormData();
		form.append('a', '1');
		const size = vi.fn();
		const files = testApp({
			'/': {
				page: {
					actions: {
						default: async ({ request }) =>
							size(await ((await request.formData()).get('f') as File).text())
					}
				}
			}
		});
		form.append('f', new File(['hello'], 'f.txt'));
		await files.enhanced('/', form);
		expect(size).toHaveBeenCalledWith('hello');
	});
});

describe('an action with an invalid return value', () => {
	it.each([
		['throwFail', 'action_shape', /threw fail.*return fail/i],
		['returnRedirect', 'action_shape', /returned a redirect.*redirect/i],
		['returnError', 'action_shape', /returned an error.*error/i],
		['returnResponse', 'action_shape', /returned a Response.*plain object/i],
		['returnText', 'action_shape', /plain object/i],
		['returnArray', 'action_shape', /plain object/i],
		['returnClass', 'action_shape', /plain object/i],
		['notCallable', 'action_shape', /must be a function/],
		['failText', 'action_shape', /called fail\(\) with something other/],
		['unserializable', 'unserializable', /\(data\.list\[0\]\.fn\)/],
		['failUnserializable', 'unserializable', /\(data\.list\[0\]\.fn\)/]
	])('%s: handleError is told, the client nothing', async (name, code, message) => {
		for (const response of [
			await app.enhanced(`/many?/${name}`),
			await app.native(`/many?/${name}`)
		]) {
			expect(response.status).toBe(500);
			expect((await response.json()).error).toEqual({ message: 'Internal Error' });
		}
		const { error, status } = handleError.mock.calls[0]![0];
		expect(status).toBe(500);
		expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
		expect(error.message).toContain(`"${name}" of /many`);
	});

	it('says that a default action stands beside named ones, whichever is asked for', async () => {
		for (const path of ['/mixed', '/mixed?/named'])
			expect((await app.enhanced(path)).status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({
			code: 'action_shape',
			message: expect.stringMatching(/\/mixed has a default action together with named ones/)
		});
	});

	it('says where a redirect may not lead', async () => {
		const response = await app.enhanced('/many?/away');
		expect(response.status).toBe(500);
		expect(await response.json()).toEqual({
			type: 'error',
			error: { message: 'Internal Error' },
			location: '/many'
		});
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ code: 'redirect_target' });
		const native = await app.native('/many?/away');
		expect(native.status).toBe(500);
		expect(native.headers.get('location')).toBeNull();
	});
});

describe('a body over the limit', () => {
	const large = new URLSearchParams({ a: 'x'.repeat(200) });
	const streamed = () =>
		new ReadableStream({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('a=' + 'x'.repeat(200)));
				controller.close();
			}
		});
	const form = { 'content-type': 'application/x-www-form-urlencoded' };
	const read = vi.fn();
	const small = testApp(
		{
			'/': {
				page: {
					actions: {
						reads: async ({ request }) => ({ got: [...(await request.formData())].length }),
						catches: async ({ request }) =>
							request.formData().then(
								() => ({}),
								() => ({ caught: true })
							),
						catchesAndRedirects: async ({ request }) => {
							await request.formData().catch(() => {});
							redirect(303, '/');
						},
						catchesAndFails: async ({ request }) => {
							await request.formData().catch(() => {});
							return fail(400);
						},
						ignores: () => ({ ok: read() })
					}
				}
			},
			'/api': {
				endpoint: {
					POST: async ({ request }) => new Response(await request.text().catch(() => 'caught')),
					PUT: async ({ request }) => new Response(await request.text())
				}
			}
		},
		{ bodyLimit: 100, handleError }
	);

	it.each(['reads', 'catches', 'catchesAndRedirects', 'catchesAndFails'])(
		'is a 413 with and without its length, where the action %s',
		async (name) => {
			for (const [body, headers] of [
				[large, { 'content-length': '202' }],
				[streamed(), form]
			] as const) {
				const response = await small.enhanced(`/?/${name}`, body, { headers });
				expect(response.status).toBe(413);
				expect(await resultOf(response)).toMatchObject({
					type: 'error',
					error: { message: expect.stringContaining('100 bytes') }
				});
			}
			const native = await small.native(`/?/${name}`, streamed(), { headers: form });
			expect(native.status).toBe(413);
			expect(await shownBy(native)).toMatchObject({ status: 413, error: {} });
		}
	);

	it('runs no action where the request says its length', async () => {
		expect(
			(await small.enhanced('/?/ignores', large, { headers: { 'content-length': '202' } })).status
		).toBe(413);
		expect(read).not.toHaveBeenCalled();
	});

	it('is not noticed where nothing reads it', async () => {
		expect((await small.enhanced('/?/ignores', streamed(), { headers: form })).status).toBe(200);
	});

	it('is a 413 at an endpoint too', async () => {
		for (const method of ['POST', 'PUT']) {
			const response = await small.send('/api', { method, body: streamed(), headers: form });
			expect(response.status).toBe(413);
			expect(await response.json()).toMatchObject({ type: 'error' });
		}
	});

	it('is a 413 where handle reads it', async () => {
		const reading = testApp(
			{ '/': { page: { actions: { default: () => ({}) } } } },
			{
				bodyLimit: 100,
				handle: async ({ event, resolve }) => (await event.request.text(), resolve(event))
			}
		);
		expect((await reading.enhanced('/', streamed(), { headers: form })).status).toBe(413);
	});

	it('is 1 MiB where nothing is said', async () => {
		const bytes = (size: number) => new Blob([new Uint8Array(size)]);
		const echo = testApp({
			'/': {
				endpoint: {
					PUT: async ({ request }) => new Response(String((await request.arrayBuffer()).byteLength))
				}
			}
		});
		expect((await echo.send('/', { method: 'PUT', body: bytes(2 ** 20) })).status).toBe(200);
		expect((await echo.send('/', { method: 'PUT', body: bytes(2 ** 20 + 1) })).status).toBe(413);
	});
});
