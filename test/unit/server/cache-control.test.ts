import { describe, expect, it } from 'vitest';
import { error, fail, redirect, text } from '../../../src/server.ts';
import { testApp } from './setup.ts';

const PUBLIC = { 'cache-control': 'public, max-age=600' };

const { visit, data, native, enhanced, send } = testApp(
	{
		'/page': {
			layout: { load: ({ setHeaders }) => setHeaders(PUBLIC) },
			page: {
				actions: {
					save: () => ({ saved: true }),
					refuse: () => fail(422, { missing: true }),
					go: () => redirect(303, '/page'),
					crash: () => error(418, 'Teapot')
				}
			}
		},
		'/own': {
			page: {
				actions: { default: ({ setHeaders }) => setHeaders({ 'cache-control': 'no-cache' }) }
			}
		},
		'/moved': { page: { load: () => redirect(308, '/page') } },
		'/broken': { page: { load: () => error(418, 'Teapot') } },
		'/api': {
			endpoint: {
				GET: ({ url }) => (url.search ? redirect(307, '/page') : error(418, 'Teapot')),
				POST: ({ setHeaders }) => (setHeaders(PUBLIC), text('own'))
			}
		}
	},
	{ handleError: () => {} }
);

const stated = (response: Response) => response.headers.get('cache-control');

describe('cache-control', () => {
	it('of a page is what its load says', async () => {
		expect(stated(await visit('/page'))).toBe(PUBLIC['cache-control']);
	});

	it.each(['save', 'refuse', 'go', 'crash', 'nothing'])(
		'of the answer to ?/%s is not that of the page',
		async (name) => {
			expect(stated(await native(`/page?/${name}`))).toBe('private, no-store');
			expect(stated(await enhanced(`/page?/${name}`))).toBe('private, no-store');
		}
	);

	it('of the response to an action is what the action says', async () => {
		expect(stated(await native('/own'))).toBe('no-cache');
		expect(stated(await enhanced('/own'))).toBe('no-cache');
	});

	it('of a refused form is private', async () => {
		const forged = { site: 'cross-site' };
		expect(stated(await native('/page?/save', undefined, forged))).toBe('private, no-store');
		expect(stated(await enhanced('/page?/save', undefined, forged))).toBe('private, no-store');
	});

	it('of errors and redirects is there, and private where nothing else is said', async () => {
		const { visit: plain, send: ask } = testApp({
			'/moved': { page: { load: () => redirect(308, '/page') } },
			'/api': {
				endpoint: { GET: ({ url }) => (url.search ? redirect(307, '/page') : error(418, 'Teapot')) }
			}
		});
		expect(stated(await plain('/moved'))).toMatch(/^private/);
		expect(stated(await plain('/moved/'))).toMatch(/^private/);
		expect(stated(await ask('/api'))).toMatch(/^private/);
		expect(stated(await ask('/api?to'))).toMatch(/^private/);
		expect(stated(await visit('/broken'))).toMatch(/^private/);
		expect(stated(await data('/moved'))).toMatch(/^private/);
		expect(stated(await send('/api'))).toMatch(/^private/);
	});

	it("of an endpoint's own answer is the endpoint's", async () => {
		expect(stated(await send('/api', { method: 'POST' }))).toBe(PUBLIC['cache-control']);
	});
});
