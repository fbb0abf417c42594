import { describe, expect, it, vi } from 'vitest';
import { error, json, redirect, type Handle } from '../../../src/server.ts';
import { testApp } from './setup.ts';

const open = (handle: Handle) =>
	testApp(
		{
			'/page': { page: { actions: { default: () => ({}) } } },
			'/api': { endpoint: { GET: () => json({}) } }
		},
		{ handle, handleError: () => {} }
	);

const closed: Handle = () => error(401, { message: 'Log in first', code: 'login' });
const bare = { accept: 'application/json' };

describe('what handle throws', () => {
	it.each(['/page', '/api', '/nowhere'])(
		'is the bare error at %s for a client that asks for JSON',
		async (path) => {
			const response = await open(closed).send(path, { headers: bare });
			expect(response.status).toBe(401);
			expect(response.headers.get('content-type')).toMatch('application/json');
			expect(await response.json()).toEqual({ message: 'Log in first', code: 'login' });
		}
	);

	it('is the bare error for a form that such a client posts, and no action result', async () => {
		const form = { method: 'POST', body: new URLSearchParams(), headers: bare };
		const response = await open(closed).send('/page', form);
		expect([response.status, await response.json()]).toEqual([
			401,
			{ message: 'Log in first', code: 'login' }
		]);
		const forged = await open(({ event, resolve }) => resolve(event)).send('/page', {
			...form,
			site: 'cross-site'
		});
		expect(await forged.json()).toMatchObject({ type: 'error' });
	});

	it('tells such a client nothing of an unexpected error', async () => {
		const crash = vi.fn<Handle>(() => {
			throw new Error('secret');
		});
		const response = await open(crash).send('/page', { headers: bare });
		expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Error' }]);
	});

	it('is a page for a browser, page data and an action result for our client', async () => {
		const app = open(closed);
		const page = await app.visit('/page');
		expect([page.status, page.headers.get('content-type')]).toEqual([
			401,
			'text/html; charset=utf-8'
		]);
		expect(await (await app.data('/page')).json()).toMatchObject({ type: 'page' });
		expect(await (await app.enhanced('/page')).json()).toMatchObject({
			type: 'error',
			error: { message: 'Log in first' }
		});
	});

	it('is a page where the client does not say what it accepts', async () => {
		const response = await open(closed).send('/page');
		expect(response.headers.get('content-type')).toMatch('text/html');
	});

	it('redirects such a client, too', async () => {
		const response = await open(() => redirect(303, '/login')).send('/page', { headers: bare });
		expect([response.status, response.headers.get('location')]).toEqual([303, '/login']);
	});
});

describe('what a load throws', () => {
	it('stays an error page for such a client: it has asked for a page', async () => {
		const { send } = testApp({ '/': { page: { load: () => error(418, 'Teapot') } } });
		const response = await send('/', { headers: bare });
		expect([response.status, response.headers.get('content-type')]).toEqual([
			418,
			'text/html; charset=utf-8'
		]);
	});
});

describe('errorTemplate', () => {
	const errorTemplate =
		'<title>%sveltekit.error.message%</title><h1>%sveltekit.status%</h1><p>%message% %status%</p>';
	const fails = (): never => error(418, { message: 'No <tea>' });

	it('shows an error of the root layout, above which nothing of the app is left', async () => {
		const { visit } = testApp({ '/': { page: {}, layout: { load: fails } } }, { errorTemplate });
		const response = await visit('/');
		expect(response.status).toBe(418);
		expect(await response.text()).toBe(
			'<title>No &lt;tea&gt;</title><h1>418</h1><p>No &lt;tea&gt; 418</p>'
		);
	});

	it('leaves an error below it to the app', async () => {
		const { visit } = testApp({ '/': { page: { load: fails } } }, { errorTemplate });
		expect(await (await visit('/')).text()).toContain('"href"');
	});

	it('shows what the app fails to show', async () => {
		const render = (): never => {
			throw new Error('secret');
		};
		const { visit } = testApp(
			{ '/': { page: {} } },
			{ errorTemplate, render, handleError: () => {} }
		);
		expect(await (await visit('/')).text()).toContain('<h1>500</h1><p>Internal Error 500</p>');
	});
});
