import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '../browser/harness.ts';
import { serve, type Site } from '../browser/serve.ts';

let site: Site;
let other: Site;
/** What was asked of the server, and of the other one, without scripts. */
let asked: string[];

const BUTTONS = [
	'json',
	'empty500',
	'untyped',
	'loop',
	'away',
	'reset',
	'half',
	'large',
	'never',
	'fragment',
	'file',
	'page'
];

const pageOf = (body: string): string =>
	`<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><script type="module" src="/softpost.document.min.js"></script>${body}`;

const FORM = `<form method="post" id="form" action="/json"><label>Name <input name="name" value="Ann"></label>${BUTTONS.map(
	(name) => `<button formaction="/${name}${name === 'fragment' ? '#part' : ''}">${name}</button>`
).join('')}</form>`;

const WITH_TIMEOUT = `<script type="module">import { enhance } from '/softpost.min.js'; enhance(document.querySelector('form'), { timeout: 200 })</script>`;

const answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
	'/json': (response) =>
		response.writeHead(409, { 'content-type': 'application/json' }).end('{"code":"taken"}'),
	'/away': (response) => response.writeHead(303, { location: `${other.url}/pay` }).end(),
	'/empty500': (response) => response.writeHead(500, { 'content-type': 'text/html' }).end(),
	'/untyped': (response) => response.writeHead(413).end(),
	'/loop': (response) => response.writeHead(307, { location: '/loop' }).end(),
	'/reset': (response) => void response.destroy(),
	'/half': (response) => {
		response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1000 });
		response.write('<h1>half', () => response.destroy());
	},
	'/large': (response) => {
		response.writeHead(200, { 'content-type': 'text/html' });
		const chunk = Buffer.alloc(1024 * 1024, 'x');
		const write = (left: number): void =>
			void (left ? response.write(chunk, () => write(left - 1)) : response.end());
		write(50);
	},
	'/never': (response) => {
		response.writeHead(200, { 'content-type': 'text/html' });
		response.write('<h1>It begins');
	},
	'/fragment': (response, request) =>
		response.writeHead(200, { 'content-type': 'application/json' }).end(
			JSON.stringify({
				type: 'redirect',
				status: 303,
				location: `${request.headers.referer}#part`
			})
		),
	'/file': (response) =>
		response
			.writeHead(200, {
				'content-disposition': 'attachment; filename="a b.txt"',
				'content-type': 'text/plain'
			})
			.end('text'),
	'/empty': (response) => response.writeHead(204).end(),
	'/page': (response) =>
		response.writeHead(422, { 'content-type': 'text/html' }).end(pageOf('<h1>Answer</h1>'))
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
	const { pathname } = new URL(request.url!, site.url);
	if (/^\/softpost[\w.-]*\.js$/.test(pathname)) {
		response.setHeader('content-type', 'text/javascript');
		return void response.end(await readFile(`dist${pathname}`));
	}
	asked.push(`${request.method} ${pathname}`);
	request.resume();
	if (request.method === 'POST') return answers[pathname]?.(response, request);
	response.setHeader('content-type', 'text/html');
	if (pathname === '/time-out') return void response.end(`<!doctype html>${FORM}${WITH_TIMEOUT}`);
	const body =
		pathname === '/dialog' ? `${FORM}<dialog>Question</dialog>` : `${FORM}<h2 id="part">Part</h2>`;
	response.end(pageOf(body));
};

beforeAll(async () => {
	site = await serve((request, response) => void answer(request, response));
	other = await serve((request, response) => {
		asked.push(`other ${request.method}`);
		response.end('not for scripts');
	});
});
beforeEach(() => {
	asked = [];
});
afterAll(() => Promise.all([site.close(), other.close()]));

const open = async (path = '/'): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url + path);
	await page.getByRole('alert').waitFor({ state: 'attached' });
	await page.evaluate('window.marker = true');
	await page.getByLabel('Name').fill('Bob');
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const posts = (): string[] => asked.filter((line) => line.startsWith('POST'));

/** The text stays, the message can be seen, and nothing was sent twice. */
const expectError = async (page: Page, name: string): Promise<string> => {
	const alert = page.locator('#form [role=alert]');
	await expect.poll(() => alert.innerText()).not.toBe('');
	expect(await alert.isVisible()).toBe(true);
	expect(await page.getByLabel('Name').inputValue()).toBe('Bob');
	expect(await page.locator('[aria-busy]').count()).toBe(0);
	expect(posts()).toEqual([`POST /${name}`]);
	return alert.innerText();
};

describe('errors are shown at the form, and the text is still there', () => {
	it.each([
		['json', 'not with a page'],
		['empty500', 'error 500'],
		['untyped', 'error 413'],
		['half', 'broke off'],
		['large', 'too large']
	])('%s: it says what came, and that it may have been done', async (name, what) => {
		const page = await open();
		await press(page, name);
		const message = await expectError(page, name);
		expect(message).toContain(what);
		expect(message).toContain('This may have been done');
		expect(message).not.toMatch(/<|try again/i);
	});

	it('a timeout, too', async () => {
		const page = await open('/time-out');
		await press(page, 'never');
		expect(await expectError(page, 'never')).toContain('This may have been done');
	});

	it('a redirect to another site: it says that this was sent, and is sent once', async () => {
		const page = await open();
		await press(page, 'away');
		expect(await expectError(page, 'away')).toContain('This was sent');
	});

	it('a redirect to itself, again and again: it says that this was sent', async () => {
		const page = await open();
		await press(page, 'loop');
		const alert = page.locator('#form [role=alert]');
		await expect.poll(() => alert.innerText()).toContain('This was sent');
		expect(await page.getByLabel('Name').inputValue()).toBe('Bob');
	});

	it('no connection', async () => {
		const page = await open();
		// What sends has been loaded: a form whose second stage cannot be loaded is the browser's.
		await page.waitForLoadState('networkidle');
		await page.context().setOffline(true);
		await press(page, 'json');
		await expect.poll(() => page.locator('#form [role=alert]').innerText()).toContain('connection');
		expect(posts()).toEqual([]);
	});

	it('goes with the next submission', async () => {
		const page = await open();
		await press(page, 'json');
		await expectError(page, 'json');
		await press(page, 'file');
		await expect.poll(() => page.locator('#form [role=alert]').innerText()).toBe('');
	});

	it('stands in the open modal dialog, where the form is outside of it', async () => {
		const page = await open('/dialog');
		await page.evaluate(`
			document.querySelector('dialog').showModal();
			document.querySelector('form').requestSubmit(document.querySelector('button'))
		`);
		await page.getByRole('dialog').getByRole('alert').filter({ hasText: /./ }).waitFor();
	});

	it('stands where the page marks a place for it', async () => {
		const page = await open();
		await page.evaluate(`
			document.querySelector('[role=alert]').remove();
			document.querySelector('form').insertAdjacentHTML('beforeend', '<p data-softpost-error id="own"></p>')
		`);
		await press(page, 'json');
		await expect.poll(() => page.locator('#own').innerText()).not.toBe('');
		expect(await page.locator('#own').getAttribute('role')).toBe('alert');
	});
});

describe('a response that is not a page', () => {
	it('is saved under its name', async () => {
		const page = await open();
		const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'file')]);
		expect(download.suggestedFilename()).toBe('a b.txt');
		expect(await page.evaluate('!!window.marker')).toBe(true);
	});

	it('a redirect result to the shown page with a fragment loads the page again', async () => {
		const page = await open();
		await press(page, 'fragment');
		await page.waitForURL(`${site.url}/#part`);
		await expect.poll(() => page.evaluate('window.marker')).toBeUndefined();
		await expect.poll(() => page.evaluate(`document.querySelector(':target')?.id`)).toBe('part');
		expect(asked).toEqual(['GET /', 'POST /fragment', 'GET /']);
	});
});

describe('events', () => {
	it('report a submission, its result and its end, and bubble', async () => {
		const page = await open();
		await page.evaluate(`
			window.told = [];
			for (const name of ['submit', 'result', 'end'])
				addEventListener('softpost:' + name, ({ target, detail }) => told.push([name, target.id, detail.result?.status ?? null]))
		`);
		await press(page, 'json');
		await expectError(page, 'json');
		expect(await page.evaluate('told')).toEqual([
			['submit', 'form', null],
			['result', 'form', 409],
			['end', 'form', null]
		]);
	});

	it('a submission that is prevented is not sent', async () => {
		const page = await open();
		await page.evaluate(
			`document.addEventListener('softpost:submit', (event) => event.preventDefault())`
		);
		await press(page, 'json');
		await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
		expect(posts()).toEqual([]);
		expect(await page.locator('[aria-busy]').count()).toBe(0);
	});
});

it('a document that never ends leaves the page as it is, until it is aborted', async () => {
	const page = await open();
	await page.evaluate(`
		addEventListener('softpost:submit', ({ detail }) => (window.controller = detail.controller))
	`);
	await press(page, 'never');
	await page.locator('[aria-busy]').waitFor();
	await expect.poll(() => posts().length).toBe(1);
	await page.evaluate('controller.abort()');
	await expect.poll(() => page.locator('[aria-busy]').count()).toBe(0);
	expect(await page.getByLabel('Name').inputValue()).toBe('Bob');
});

/** Forms come, are submitted or not, and go; how many of them are still there once the garbage is collected. */
const countHeld = async (
	page: Page,
	use: string,
	count: number
): Promise<() => Promise<number>> => {
	await page.evaluate(`(async () => {
		window.references = [];
		const use = ${use};
		for (let index = 0; index < ${count}; index++) {
			const host = document.createElement('div');
			const root = index % 2 ? host : host.attachShadow({ mode: 'open' });
			root.innerHTML = '<form method="post" action="/empty"><input name="a" required value="1"><button>go</button></form>';
			document.body.append(host);
			await null;
			const form = root.querySelector('form');
			references.push(new WeakRef(form), new WeakRef(host));
			await use(form);
			host.remove();
		}
	})()`);
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.enable');
	return async () => {
		await session.send('HeapProfiler.collectGarbage');
		return page.evaluate('references.filter((reference) => reference.deref()).length');
	};
};

describe('forms that have left are not held', () => {
	it.each([
		['without a submission', '() => {}', 1000, false],
		[
			'after a submission',
			`(form) => new Promise((resolve) => {
				addEventListener('softpost:end', resolve, { once: true });
				form.querySelector('button').focus();
				form.requestSubmit(form.querySelector('button'));
			})`,
			1000,
			true
		],
		[
			'before their submission has ended',
			`(form) => (form.requestSubmit(), new Promise((resolve) => setTimeout(resolve)))`,
			200,
			true
		]
	])('%s', async (_, use, count, isSent) => {
		const page = await open();
		const held = await countHeld(page, use, count);
		await expect.poll(() => posts().length).toBe(isSent ? count : 0);
		await expect.poll(held).toBeLessThan(5);
	});
});
