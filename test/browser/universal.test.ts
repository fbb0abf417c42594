import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { started, stayed } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('universal');
});
afterAll(() => site.close());

/** What the server was asked, since the test began. */
const requests = ((globalThis as any).universalRequests ??= []) as string[];
beforeEach(() => void requests.splice(0));

const open = async (path = '/', options = {}): Promise<Page> => {
	const page = await openPage(options);
	await page.goto(site.url + path);
	if (!('javaScriptEnabled' in options)) await started(page);
	return page;
};

const follow = async (page: Page, path: string, heading: string): Promise<void> => {
	requests.splice(0);
	await page.getByRole('link', { name: path, exact: true }).click();
	await page.getByRole('heading', { name: heading, exact: true }).waitFor();
};

const textOf = (page: Page, selector: string): Promise<string> =>
	page.locator(selector).innerText();

const runs = (page: Page): Promise<Record<string, number>> =>
	page.evaluate('globalThis.runs ?? {}');

describe('a universal load', () => {
	it('runs on the server for the first page, and in the browser without asking again', async () => {
		const off = await open('/posts/one', { javaScriptEnabled: false });
		expect(await textOf(off, 'h1')).toBe('POST ONE');
		expect(await textOf(off, '#greeting')).toBe('Hello Ada');
		requests.splice(0);
		const on = await open('/posts/one');
		expect(await textOf(on, 'h1')).toBe('POST ONE');
		expect(await textOf(on, '#text')).toMatch(/^one \d+ for Ada at \/posts\/\[slug\] , Post one$/);
		expect(await runs(on)).toEqual({ layout: 1, post: 1 });
		expect(requests).toEqual(['GET /posts/one', 'GET /api/one']);
	});

	it('runs in the browser for the next page; that of a layout stays', async () => {
		const page = await open('/posts/one');
		await follow(page, '/posts/two', 'POST TWO');
		expect(await textOf(page, '#text')).toMatch(/^two \d+ for Ada/);
		expect(await runs(page)).toEqual({ layout: 1, post: 2 });
		expect(requests).toEqual(['GET /posts/two (data)', 'GET /api/two']);
	});

	it('runs again when a dependency changes, and with invalidateAll', async () => {
		const page = await open('/posts/one');
		const before = await textOf(page, '#text');
		const press = async (name: string): Promise<string[]> => {
			requests.splice(0);
			const answered = page.waitForResponse(/api/);
			await page.getByRole('button', { name, exact: true }).click();
			await answered;
			return requests.splice(0);
		};
		expect(await press('Post')).toEqual(['GET /api/one']);
		expect(await press('API')).toEqual(['GET /api/one']);
		expect(await runs(page)).toEqual({ layout: 1, post: 3 });
		// The page asks for the data above it.
		expect(await press('Layout')).toEqual(['GET /api/one']);
		expect(await runs(page)).toEqual({ layout: 2, post: 4 });
		expect(await press('All')).toEqual(['GET /posts/one (data)', 'GET /api/one']);
		await expect.poll(() => runs(page)).toEqual({ layout: 3, post: 5 });
		await expect.poll(() => textOf(page, '#text')).not.toBe(before);
	});

	it('runs again only if a value that it has read changes', async () => {
		const page = await open('/tracked/a');
		await follow(page, '/tracked/a?x=1', 'Tracked a');
		await page.waitForURL('**/tracked/a?x=1');
		expect(await runs(page)).toEqual({ layout: 1, kind: 1, tracked: 1 });
		await follow(page, '/tracked/b', 'Tracked b');
		expect(await runs(page)).toEqual({ layout: 1, kind: 2, tracked: 2 });
		expect(requests).toEqual([]);
	});

	it.each([true, false])('redirects and fails, with JavaScript %s', async (javaScriptEnabled) => {
		const options = javaScriptEnabled ? {} : { javaScriptEnabled };
		const page = await open('/', options);
		await follow(page, '/gone', 'POST TWO');
		expect(new URL(page.url()).pathname).toBe('/posts/two');
		await follow(page, '/missing', '418: No such page');
		expect(await textOf(page, '#greeting')).toBe('Hello Ada');
		expect(javaScriptEnabled && (await stayed(page))).toBe(javaScriptEnabled);
	});

	it('sees fresh data of the server after an action, in the round trip of that action', async () => {
		const page = await open('/form');
		const saved = async (): Promise<number> => Number.parseInt(await textOf(page, '#saved'), 10);
		const before = await saved();
		requests.splice(0);
		await page.getByLabel('Name').fill('Eve');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect.poll(saved).toBe(before + 1);
		expect(await textOf(page, '#saved')).toContain('Eve');
		expect(requests[0]).toBe('POST /form');
		expect(requests.slice(1)).toEqual(['GET /form (data)']);
		expect(
			await page.evaluate(
				'performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "fetch").length'
			)
		).toBe(1);
	});
});

describe('page options', () => {
	it('csr = false: the document has no script; with one, it is a page like all others', async () => {
		const page = await openPage();
		await page.goto(`${site.url}/about`);
		expect(await page.locator('script').count()).toBe(0);
		await page.getByRole('link', { name: '/plain', exact: true }).click();
		await page.getByRole('heading', { name: 'Plain' }).waitFor();
		await started(page);
		await follow(page, '/about', 'About');
		expect(await stayed(page)).toBe(true);
		expect(requests).toEqual([]);
	});

	it('ssr = false: the browser renders the page', async () => {
		const page = await open('/shell');
		expect(await textOf(page, 'h1')).toMatch(/^Shell: object/);
		await follow(page, '/plain', 'Plain');
		await follow(page, '/shell', 'Shell: object');
		expect(await stayed(page)).toBe(true);
		const { body } = await page.request
			.get(`${site.url}/shell`)
			.then(async (response) => ({ body: await response.text() }));
		expect(body).not.toContain('<main>');
	});
});

describe('a page without server code', () => {
	it('is shown without asking the server, from the server page and back', async () => {
		const page = await open('/posts/one');
		await follow(page, '/plain', 'Plain');
		await follow(page, '/', 'Home');
		await page.goBack();
		await page.getByRole('heading', { name: 'Plain' }).waitFor();
		expect(requests).toEqual([]);
		expect(await stayed(page)).toBe(true);
	});
});
