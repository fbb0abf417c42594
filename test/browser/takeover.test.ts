import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { serve, type Site } from './serve.ts';

let site: Site;
/** Another origin. */
let other: Site;
let posts: { enhanced: boolean; url: string }[];
/** How the server answers the next submission. */
let respond: (response: ServerResponse) => void;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head>
	<body><form method="POST" action="/save"><input name="a" value="1"><button>Send</button></form>
	<script type="module">
		import * as softpost from '/dist/softpost.min.js';
		Object.assign(window, softpost);
		const form = document.querySelector('form');
		window.results = [];
		enhance(form, () => async ({ result, update }) => { results.push(result); await update(); });
		document.documentElement.dataset.started = '';
	</script></body></html>`;

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
	const url = request.url!;
	// For a frame whose origin is opaque.
	response.setHeader('access-control-allow-origin', '*');
	if (request.method === 'POST') {
		request.resume();
		posts.push({ enhanced: 'x-sveltekit-action' in request.headers, url });
		respond(response);
	} else if (url.startsWith('/dist/')) {
		response.setHeader('content-type', 'text/javascript').end(await readFile(`.${url}`));
	} else if (url.startsWith('/frame')) {
		const sandbox = decodeURIComponent(url.split('?')[1]!);
		response
			.setHeader('content-type', 'text/html')
			.end(`<iframe sandbox="${sandbox}" src="/"></iframe>`);
	} else {
		const policy = url.startsWith('/?') ? decodeURIComponent(url.slice(2)) : '';
		if (policy) response.setHeader('content-security-policy', policy);
		response.setHeader('content-type', 'text/html').end(PAGE);
	}
};

beforeAll(async () => {
	site = await serve((request, response) => void answer(request, response));
	other = await serve((_, response) =>
		response.setHeader('content-type', 'text/html').end('<h1>Else</h1>')
	);
});
beforeEach(() => {
	posts = [];
	respond = (response) =>
		response.setHeader('content-type', 'application/json').end('{"type":"success","status":204}');
});
afterAll(() => Promise.all([site.close(), other.close()]));

const open = async (path = '/'): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url + path);
	await page.waitForSelector('html[data-started]');
	return page;
};

const results = (page: Page, count = 1): Promise<any[]> =>
	page
		.waitForFunction(`results.length >= ${count} && results`)
		.then((found) => found.jsonValue() as Promise<any[]>);

const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Send' }).click();

describe('a listener that stops the event at once leaves the form enhanced', () => {
	const stop = (where: string, capture: boolean, more = ''): string =>
		`${where}.addEventListener('submit', (event) => { event.stopImmediatePropagation(); ${more} }, ${capture})`;

	it.each([
		['on the form', 'form'],
		['on the body', 'document.body'],
		['on the document', 'document'],
		['on the window', 'window']
	])('%s, on the way down and up', async (_, where) => {
		for (const capture of [true, false]) {
			const page = await open();
			await page.evaluate(
				`{ const form = document.querySelector('form'); ${stop(where, capture)} }`
			);
			await send(page);
			expect(await results(page)).toHaveLength(1);
			expect(posts).toEqual([{ enhanced: true, url: '/save' }]);
			posts = [];
		}
	});

	it.each([
		['before it prevents the event', 'event.stopImmediatePropagation(); event.preventDefault();'],
		[
			'after it has prevented the event',
			'event.preventDefault(); event.stopImmediatePropagation();'
		]
	])('nothing is sent where it does so %s', async (_, code) => {
		const page = await open();
		await page.evaluate(`document.addEventListener('submit', (event) => { ${code} }, true)`);
		await send(page);
		await page.evaluate('new Promise((done) => setTimeout(done, 50))');
		expect(posts).toEqual([]);
		expect(await page.evaluate('results.length')).toBe(0);
	});
});

describe('in a sandboxed frame, whose origin is opaque, a form is', () => {
	it('sent by the browser', async () => {
		const page = await openPage();
		await page.goto(`${site.url}/frame?${encodeURIComponent('allow-scripts allow-forms')}`);
		const frame = page.frameLocator('iframe');
		await frame.locator('html[data-started]').waitFor();
		await frame.getByRole('button', { name: 'Send' }).click();
		await expect.poll(() => posts).toEqual([{ enhanced: false, url: '/save' }]);
	});

	it('enhanced where the frame keeps its origin', async () => {
		const page = await openPage();
		await page.goto(
			`${site.url}/frame?${encodeURIComponent('allow-scripts allow-forms allow-same-origin')}`
		);
		const frame = page.frameLocator('iframe');
		await frame.locator('html[data-started]').waitFor();
		await frame.getByRole('button', { name: 'Send' }).click();
		await expect.poll(() => posts).toEqual([{ enhanced: true, url: '/save' }]);
	});
});

describe('a policy that forbids where the action redirects to', () => {
	it.each([
		['another origin', (): string => `${other.url}/`],
		['another origin with a path', (): string => `${other.url}/done?x=1`]
	])('runs the action once: %s', async (_, location) => {
		respond = (response) => response.writeHead(303, { location: location() }).end();
		const page = await open(`/?${encodeURIComponent("connect-src 'self'")}`);
		await send(page);
		const [result] = await results(page);
		expect(result.type).toBe('error');
		await page.evaluate('new Promise((done) => setTimeout(done, 50))');
		expect(posts).toEqual([{ enhanced: true, url: '/save' }]);
	});
});

describe('what a server says is checked before it is used', () => {
	it.each([
		['another scheme', 'javascript:document.title="pwned"'],
		['data', 'data:text/html,<title>pwned</title>'],
		['a name and password', 'http://a:b@HOST/'],
		['a million characters', `/${'x'.repeat(1_000_000)}`],
		['no URL', 'http://[']
	])('a redirect to %s is an error, and nothing is executed', async (_, location) => {
		const target = location.replace('HOST', new URL(site.url).host);
		respond = (response) =>
			response
				.setHeader('content-type', 'application/json')
				.end(JSON.stringify({ type: 'redirect', status: 303, location: target }));
		const page = await open();
		await send(page);
		await results(page);
		await page.waitForFunction(`document.body.textContent.includes('Refused to go to')`);
		await page.waitForFunction(`!document.querySelector('form').hasAttribute('aria-busy')`);
		expect(await page.title()).toBe('Page');
	});
});
