import { beforeEach, describe, expect, it, vi } from 'vitest';
import { text } from '../../../src/server.ts';
import type { Handle, RequestEvent, ServerRoutes } from '../../../src/server.ts';
import { resultOf, shownBy, testApp } from './setup.ts';

const ran = vi.fn(() => ({}));
const handleError = vi.fn();
vi.spyOn(console, 'warn').mockImplementation(() => {});
beforeEach(() => {
	ran.mockClear();
	handleError.mockClear();
});

const FORGED = { site: 'cross-site', headers: { origin: 'https://evil.example' } };
const JSON_FROM_EVIL = { ...FORGED, headers: { ...FORGED.headers, accept: 'application/json' } };

describe('config = { csrf: false }', () => {
	const config = { csrf: false };
	const page = { actions: { default: ran } };
	const POST = () => text('hooked');
	const routes: ServerRoutes = {
		'/hook': { endpoint: { config, POST, PUT: POST, GET: POST } },
		'/lazy': { endpoint: async () => ({ config, POST }) },
		'/closed': { endpoint: { config: { csrf: true }, POST } },
		'/below/hook/deep': { endpoint: { POST } },
		'/page': { page: { ...page, config } as never },
		'/both': { page, endpoint: { config, POST } }
	};
	const app = testApp(routes);

	it.each(['/hook', '/lazy'])('lets anybody post to the endpoint %s', async (path) => {
		for (const init of [FORGED, { site: null }, { site: null, headers: { origin: 'null' } }]) {
			const response = await app.send(path, { method: 'POST', body: 'x', ...init });
			expect([response.status, await response.text()]).toEqual([200, 'hooked']);
		}
	});

	it('is for all methods of the endpoint', async () => {
		expect((await app.send('/hook', { method: 'PUT', ...FORGED })).status).toBe(200);
	});

	it.each(['/closed', '/below/hook/deep', '/page'])('is not for %s', async (path) => {
		expect((await app.send(path, { method: 'POST', ...JSON_FROM_EVIL })).status).toBe(403);
	});

	it('is not for the actions of the page beside the endpoint', async () => {
		expect(await (await app.send('/both', { method: 'POST', ...JSON_FROM_EVIL })).text()).toBe(
			'hooked'
		);
		expect((await app.native('/both', undefined, FORGED)).status).toBe(403);
		expect((await app.enhanced('/both', undefined, FORGED)).status).toBe(403);
		expect(ran).not.toHaveBeenCalled();
	});

	it('is not for an action that handle makes of a request for the endpoint', async () => {
		const handle: Handle = ({ event, resolve }) => {
			const { request } = event;
			request.headers.set('accept', 'text/html');
			return resolve(event);
		};
		const twisted = testApp(routes, { handle });
		expect((await twisted.send('/both', { method: 'POST', ...JSON_FROM_EVIL })).status).toBe(403);
		expect(ran).not.toHaveBeenCalled();
		expect((await twisted.send('/both', { method: 'POST' })).status).not.toBe(403);
	});
});

describe('the config of a page and of an endpoint', () => {
	const read = async ({ request }: RequestEvent) => ({
		size: (await request.arrayBuffer()).byteLength
	});
	const count = async ({ request }: RequestEvent) => ({
		count: [...(await request.formData())].length
	});
	const POST = async (event: RequestEvent) => Response.json(await read(event));
	const app = testApp(
		{
			'/small': { page: { actions: { default: read } } },
			'/large': { page: { config: { bodyLimit: 1000 }, actions: { default: read } } },
			'/fewer': {
				page: { config: { limits: { fields: 1 } }, actions: { default: count } },
				endpoint: { config: { bodyLimit: 1000 }, POST }
			},
			'/more': { page: { config: { limits: { fieldSize: 30 } }, actions: { default: count } } },
			'/wrong': { page: { config: { bodyLimit: 'a lot' as never }, actions: { default: read } } },
			'/broken': { page: () => Promise.reject(new Error('no module')) }
		},
		{ bodyLimit: 100, limits: { fields: 2, fieldSize: 20 }, handleError }
	);
	const form = (size: number) => new URLSearchParams({ a: 'x'.repeat(size - 2) });

	it('raises the size of a body for that page alone, said or counted', async () => {
		for (const [path, size, status] of [
			['/small', 100, 200],
			['/small', 101, 413],
			['/large', 1000, 200],
			['/large', 1001, 413]
		] as const) {
			expect((await app.enhanced(path, form(size))).status).toBe(status);
			const headers = { 'content-length': String(size) };
			expect((await app.enhanced(path, form(size), { headers })).status).toBe(status);
		}
	});

	it('is the endpoint’s for the endpoint, and the page’s for the page', async () => {
		const fields = (count: number) => new URLSearchParams(Array(count).fill(['a', '1']));
		const posted = await app.send('/fewer', { method: 'POST', body: form(1000) });
		expect(await posted.json()).toEqual({ size: 1000 });
		expect((await app.enhanced('/fewer', fields(1))).status).toBe(200);
		const refused = await app.enhanced('/fewer', fields(2));
		expect(refused.status).toBe(413);
		expect(await resultOf(refused)).toMatchObject({
			type: 'error',
			error: { message: 'The form has more than 1 fields' }
		});
		expect((await app.native('/fewer', form(101))).status).toBe(413);
	});

	it('leaves the limits that it does not name as they are', async () => {
		expect((await app.enhanced('/more', form(32))).status).toBe(200);
		expect((await app.enhanced('/more', form(33))).status).toBe(413);
		expect((await app.enhanced('/more', new URLSearchParams('a&b&c'))).status).toBe(413);
		expect((await app.enhanced('/more', form(101))).status).toBe(413);
	});

	it('is an error of the request where it is wrong, or cannot be imported', async () => {
		for (const [path, error] of [
			['/wrong', { code: 'limit', message: expect.stringContaining('bodyLimit is a lot') }],
			['/broken', { message: 'no module' }]
		] as const) {
			const native = await app.native(path, form(10));
			expect([native.status, (await shownBy(native)).error]).toEqual([
				500,
				{ message: 'Internal Error' }
			]);
			expect(handleError.mock.lastCall?.[0].error).toMatchObject(error);
		}
	});
});
