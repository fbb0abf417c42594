import { beforeEach, describe, expect, it, vi } from 'vitest';
import { error, json, redirect, text } from '../../../src/server.ts';
import type { EndpointModule } from '../../../src/server.ts';
import { resultOf, shownBy, testApp } from './setup.ts';

const handleError = vi.fn();
beforeEach(() => {
	handleError.mockReset();
});

const all: EndpointModule = {
	GET: ({ params }) => text(`GET ${params.id}`),
	POST: async ({ request }) => json(await request.json(), { status: 201 }),
	DELETE: () => error(403, { message: 'No', id: 1 }),
	PATCH: () => {
		throw new Error('secret');
	},
	PUT: () => redirect(303, '/elsewhere')
};
const actions = { default: () => ({ ok: 1 }) };

const app = testApp(
	{
		'/api/:id': { endpoint: all },
		'/lazy': { endpoint: async () => ({ GET: () => text('lazy') }) },
		'/fallback': {
			endpoint: { GET: () => text('GET'), fallback: ({ request }) => text(`any ${request.method}`) }
		},
		'/head': {
			endpoint: { HEAD: () => text('', { headers: { 'x-own': 'head' } }), GET: () => text('GET') }
		},
		'/bad': { endpoint: { GET: () => ({ a: 1 }) as never } },
		'/both': {
			page: { actions },
			endpoint: { GET: () => text('endpoint'), POST: () => text('posted'), PUT: () => text('put') }
		},
		'/posts': { page: { actions }, endpoint: { POST: () => text('posted') } },
		'/broken': { endpoint: () => Promise.reject(new Error('secret')) }
	},
	{ handleError }
);

describe('an endpoint', () => {
	it('answers with what its handler returns', async () => {
		expect(await (await app.send('/api/7')).text()).toBe('GET 7');
		const init = {
			method: 'POST',
			body: '{"a":1}',
			headers: { 'content-type': 'application/json' }
		};
		const response = await app.send('/api/7', init);
		expect([response.status, await response.json()]).toEqual([201, { a: 1 }]);
		expect(response.headers.get('vary')).toBeNull();
		expect(await (await app.send('/lazy')).text()).toBe('lazy');
	});

	it('answers HEAD as GET without the body, or by itself', async () => {
		const response = await app.send('/api/7', { method: 'HEAD' });
		expect([response.status, await response.text()]).toEqual([200, '']);
		expect(response.headers.get('content-type')).toMatch('text/plain');
		expect((await app.send('/head', { method: 'HEAD' })).headers.get('x-own')).toBe('head');
	});

	it('has a fallback for other methods, unknown ones too', async () => {
		for (const method of ['POST', 'OPTIONS', 'FROB']) {
			expect(await (await app.send('/fallback', { method })).text()).toBe(`any ${method}`);
		}
		expect(await (await app.send('/fallback')).text()).toBe('GET');
	});

	it.each([
		['/api/7', 'OPTIONS', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
		['/lazy', 'POST', 'GET, HEAD'],
		['/lazy', 'constructor', 'GET, HEAD'],
		['/posts', 'DELETE', 'GET, HEAD, POST, OPTIONS']
	])('at %s refuses %s and says what it allows', async (path, method, allow) => {
		const response = await app.send(path, { method });
		expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
		expect(await resultOf(response)).toMatchObject({ type: 'error' });
		const shown = await app.send(path, { method, headers: { accept: 'text/html' } });
		expect([shown.status, shown.headers.get('allow')]).toEqual([405, allow]);
		expect(await shownBy(shown)).toMatchObject({ status: 405 });
	});

	it('gives its own errors as the bare body, and a browser a page', async () => {
		const response = await app.send('/api/7', { method: 'DELETE' });
		expect([response.status, await response.json()]).toEqual([403, { message: 'No', id: 1 }]);
		expect(response.headers.get('vary')).toBe('accept');
		const shown = await app.send('/api/7', { method: 'DELETE', headers: { accept: 'text/html' } });
		expect(await shownBy(shown)).toMatchObject({ status: 403, error: { id: 1 } });
	});

	it('gives a form that posts to it an action result of its errors', async () => {
		const response = await app.send('/api/7', {
			method: 'PATCH',
			headers: { 'x-sveltekit-action': 'true' }
		});
		expect(await resultOf(response)).toEqual({
			type: 'error',
			error: { message: 'Internal Error' },
			location: '/api/7'
		});
	});

	it('tells handleError of unexpected errors, and the client nothing', async () => {
		const response = await app.send('/api/7', { method: 'PATCH' });
		expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Error' }]);
		expect(handleError.mock.calls[0]![0]).toMatchObject({
			error: new Error('secret'),
			status: 500
		});
		expect((await app.send('/broken')).status).toBe(500);
	});

	it('redirects', async () => {
		const response = await app.send('/api/7', { method: 'PUT' });
		expect([response.status, response.headers.get('location')]).toEqual([303, '/elsewhere']);
	});

	it('must return a Response', async () => {
		expect((await app.send('/bad')).status).toBe(500);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({
			code: 'response_shape',
			message: expect.stringContaining('GET of /bad')
		});
	});
});

describe('an endpoint beside a page', () => {
	const answeredBy = async (response: Response) => {
		const body = await response.text();
		return body.startsWith('{"type"') ? 'action' : body.startsWith('{') ? 'page' : body;
	};
	const form = { method: 'POST', body: new URLSearchParams() };

	it.each([
		['GET', 'text/html', {}, 'page'],
		['GET', 'text/html,application/xhtml+xml,*/*;q=0.8', {}, 'page'],
		['GET', '*/*', {}, 'endpoint'],
		['GET', 'application/json', {}, 'endpoint'],
		['GET', 'image/png', {}, 'endpoint'],
		['GET', 'application/json', { 'x-softpost-page': 'true' }, 'action'],
		['POST', 'text/html', {}, 'page'],
		['POST', '*/*', {}, 'posted'],
		['POST', 'application/json', {}, 'posted'],
		['POST', 'application/json', { 'x-sveltekit-action': 'true' }, 'action'],
		['POST', 'application/json', { 'x-sveltekit-action': 'false' }, 'posted'],
		['POST', 'text/html', { 'x-sveltekit-action': 'true' }, 'action'],
		['PUT', 'text/html', {}, 'put']
	])('%s of accept "%s" and %o goes to the %s', async (method, accept, headers, target) => {
		const init = method === 'GET' ? {} : { ...form, method };
		const response = await app.send('/both', { ...init, headers: { accept, ...headers } });
		expect(await answeredBy(response)).toBe(target);
		expect(response.headers.get('vary')).toMatch(/^accept/);
	});

	it('leaves OPTIONS to the page where it has none', async () => {
		const response = await app.send('/posts', { method: 'OPTIONS' });
		expect([response.status, response.headers.get('allow')]).toEqual([
			204,
			expect.stringContaining('OPTIONS')
		]);
	});

	it('leaves GET to the page where it has none', async () => {
		expect(await answeredBy(await app.send('/posts'))).toBe('page');
		expect((await app.send('/posts', { method: 'HEAD' })).headers.get('content-type')).toMatch(
			'text/html'
		);
	});
});

describe('a page', () => {
	const { send } = testApp({ '/': { page: { actions } }, '/none': { page: {} } });

	it.each([
		['/', 'GET, HEAD, POST, OPTIONS'],
		['/none', 'GET, HEAD, OPTIONS']
	])('at %s tells OPTIONS what it allows', async (path, allow) => {
		const response = await send(path, { method: 'OPTIONS' });
		expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([
			204,
			allow,
			''
		]);
	});

	it.each(['PUT', 'PATCH', 'DELETE', 'FROB'])('refuses %s', async (method) => {
		const response = await send('/', { method });
		expect([response.status, response.headers.get('allow')]).toEqual([
			405,
			'GET, HEAD, POST, OPTIONS'
		]);
	});

	it('answers HEAD as GET without the body', async () => {
		const response = await send('/', { method: 'HEAD', headers: { accept: 'text/html' } });
		expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
			200,
			'text/html; charset=utf-8',
			''
		]);
	});
});
