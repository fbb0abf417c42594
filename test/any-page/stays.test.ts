import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '../browser/harness.ts';
import { serve, type Site } from '../browser/serve.ts';

let site: Site;
let other: Site;
let posts: number;

const FORM = `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><script type="module" src="/softpost.document.min.js"></script><form method="post"><label>Name <input name="name"></label>${[
	'nothing',
	'file',
	'page',
	'text',
	'other'
]
	.map((name) => `<button formaction="/${name}">${name}</button>`)
	.join('')}</form>`;

const redirect = (location: string): string =>
	JSON.stringify({ type: 'redirect', status: 303, location });

const posted: Record<string, (response: ServerResponse) => void> = {
	'/nothing': (response) => response.end(redirect('/204')),
	'/file': (response) => response.end(redirect('/download')),
	'/page': (response) => response.end(redirect('/next')),
	'/text': (response) => response.setHeader('content-type', 'text/plain').end('text'),
	'/other': (response) => response.writeHead(303, { location: `${other.url}/` }).end()
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
	const url = request.url!;
	if (url.endsWith('.js')) {
		response.setHeader('content-type', 'text/javascript');
		return void response.end(await readFile(`dist${url}`));
	}
	request.resume();
	if (request.method === 'POST') {
		posts += 1;
		response.setHeader('content-type', 'application/json');
		return posted[url]!(response);
	}
	if (url === '/204') return void response.writeHead(204).end();
	if (url === '/download') response.setHeader('content-disposition', 'attachment');
	response.setHeader('content-type', 'text/html').end(FORM);
};

beforeAll(async () => {
	site = await serve((request, response) => void answer(request, response));
	other = await serve((_, response) => {
		response.setHeader('access-control-allow-origin', '*');
		response.setHeader('access-control-allow-headers', '*');
		response.setHeader('content-type', 'text/html').end('<h1>Other</h1>');
	});
});
beforeEach(() => {
	posts = 0;
});
afterAll(() => Promise.all([site.close(), other.close()]));

/** A page with a form, whose timers the test moves on. */
const open = async (): Promise<Page> => {
	const page = await openPage();
	await page.clock.install();
	await page.goto(site.url);
	await page.getByRole('alert').waitFor({ state: 'attached' });
	await page.getByLabel('Name').fill('Ann');
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const isBusy = (page: Page): Promise<number> => page.locator('[aria-busy=true]').count();

/** The form was given back: it is not busy, the text is there, and it can be sent again. */
const expectUsable = async (page: Page): Promise<void> => {
	await expect.poll(() => isBusy(page)).toBe(0);
	expect(await page.getByLabel('Name').inputValue()).toBe('Ann');
	await press(page, 'nothing');
	await expect.poll(() => posts).toBe(2);
};

describe('a navigation that never happens leaves the form usable', () => {
	it.each([
		['nothing', '/204'],
		['file', '/download']
	])('a redirect that leads to %s, after a while', async (name, path) => {
		const page = await open();
		const asked = page.waitForRequest(site.url + path);
		await press(page, name);
		await asked;
		expect(await isBusy(page)).toBe(1);
		await page.clock.fastForward(5000);
		await expectUsable(page);
	});

	it.each(['page', 'text', 'other'])(
		'the user stays when the page asks whether to leave, for %s',
		async (name) => {
			const page = await open();
			await page.evaluate(`addEventListener('beforeunload', (event) => event.preventDefault())`);
			// The question holds everything up, also the click that has led to it.
			const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
			await Promise.all([asked, press(page, name)]);
			await expectUsable(page);
		}
	);
});
