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

const open = async (path = '/links', script = ''): Promise<Page> => {
	const page = await openPage();
	if (script) await page.addInitScript(script);
	await page.goto(site.url + path);
	await started(page);
	requests.splice(0);
	return page;
};

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

const forHeading = (page: Page, name: string): Promise<void> =>
	page.getByRole('heading', { name, exact: true }).waitFor();

describe('data-sveltekit-preload-data', () => {
	it('hover asks when the pointer rests on the link, and the click uses the answer', async () => {
		const page = await open();
		await link(page, 'Hover').hover();
		await expect.poll(() => requests).toEqual(['GET /posts/one (data)', 'GET /api/one']);
		await link(page, 'Hover').click();
		await forHeading(page, 'POST ONE');
		expect(requests).toEqual(['GET /posts/one (data)', 'GET /api/one']);
		expect(await stayed(page)).toBe(true);
	});

	it('a click while the response is in flight waits for it', async () => {
		const page = await open();
		await link(page, 'Slow').hover();
		await expect.poll(() => requests).toEqual(['GET /slow?in-flight (data)']);
		await link(page, 'Slow').click();
		await forHeading(page, 'Slow');
		expect(requests).toEqual(['GET /slow?in-flight (data)']);
	});

	it('a click on the way past the link asks once', async () => {
		const page = await open();
		await link(page, 'Slow').click();
		await forHeading(page, 'Slow');
		// Longer than the pointer rests on a link that is loaded ahead.
		await page.evaluate('new Promise((done) => setTimeout(done, 100))');
		expect(requests).toEqual(['GET /slow?in-flight (data)']);
	});

	it('follows the redirect of the page that it loads', async () => {
		const page = await open();
		await link(page, 'Redirect').hover();
		await expect.poll(() => requests).toEqual(['GET /posts/two (data)', 'GET /api/two']);
		await link(page, 'Redirect').click();
		await forHeading(page, 'POST TWO');
		expect(requests).toHaveLength(2);
		expect(new URL(page.url()).pathname).toBe('/posts/two');
	});

	it('a link that is not a URL stands in no way', async () => {
		const page = await open();
		await page.evaluate(
			`document.body.insertAdjacentHTML('afterbegin', '<a href="http://[">Broken</a>')`
		);
		await link(page, '/about').click();
		await forHeading(page, 'About');
		await link(page, 'Broken').hover();
		await page.goBack();
		await forHeading(page, 'Links');
		requests.splice(0);
		await link(page, 'Hover').hover();
		await expect.poll(() => requests).toEqual(['GET /posts/one (data)', 'GET /api/one']);
	});

	it('tap asks when the button goes down; off and reload ask for nothing', async () => {
		const page = await open();
		for (const name of ['Tap', 'Off', 'Reload']) await link(page, name).hover();
		// What would have been asked for before is there by now.
		await link(page, 'Hover').hover();
		await expect.poll(() => requests).toEqual(['GET /posts/one (data)', 'GET /api/one']);
		requests.splice(0);
		await link(page, 'Tap').hover();
		await page.mouse.down();
		await expect.poll(() => requests).toEqual(['GET /posts/two (data)', 'GET /api/two']);
		await page.mouse.up();
		await forHeading(page, 'POST TWO');
		expect(requests).toHaveLength(2);
	});

	it('may be spelled with the other prefix, and stand alone', async () => {
		const page = await open();
		await link(page, 'Ours').hover();
		await expect.poll(() => requests).toEqual(['GET /posts/two (data)', 'GET /api/two']);
	});

	it('nothing is loaded ahead for users who save data', async () => {
		const page = await open(
			'/links',
			`Object.defineProperty(navigator, 'connection', { value: { saveData: true } })`
		);
		await link(page, 'Hover').hover();
		await link(page, 'Off').click();
		await forHeading(page, 'Slow');
		expect(requests).toEqual(['GET /slow (data)']);
	});
});

describe('data-sveltekit-preload-code', () => {
	it('eager loads the code with the page that has the link, and no data', async () => {
		const loaded: string[] = [];
		const page = await openPage();
		page.on('response', (response) => loaded.push(response.url()));
		const text = page.waitForResponse(async (response) =>
			(await response.text().catch(() => '')).includes('Tracked ')
		);
		await page.goto(`${site.url}/links`);
		await text;
		await started(page);
		await link(page, 'Code').click();
		const before = loaded.length;
		await forHeading(page, 'Tracked a');
		expect(loaded.slice(before)).toEqual([]);
	});
});

describe('preloadCode', () => {
	it('loads code without data, and ignores URLs that are not pages', async () => {
		const page = await open('/preloading');
		await page.evaluate(`kit.preloadCode('/tracked/a')`);
		await page.evaluate(`kit.preloadCode('/api/one')`);
		expect(requests).toEqual([]);
		const refused = await page.evaluate(
			`kit.preloadCode('https://other.example/').catch(({ code }) => code)`
		);
		expect(refused).toBe('external_url');
	});
});

describe('a stylesheet that cannot be loaded', () => {
	it.each(['direct', 'by a link'])('keeps no page from starting, %s', async (way) => {
		const page = await openPage();
		let failed = 0;
		await page.route('**/*.css', (route) => {
			failed += 1;
			return route.abort();
		});
		await page.goto(site.url + (way === 'direct' ? '/styled' : '/'));
		await started(page);
		if (way !== 'direct') await link(page, '/styled').click();
		await forHeading(page, 'Styled');
		await page.getByRole('button', { name: 'Send' }).click();
		await expect.poll(() => page.locator('#sent').innerText()).toBe('yes');
		await link(page, '/plain').click();
		await forHeading(page, 'Plain');
		expect(await stayed(page)).toBe(true);
		expect(failed).toBeGreaterThan(0);
	});

	it('that can be is there before its page is shown', async () => {
		const page = await open('/');
		await link(page, '/styled').click();
		await forHeading(page, 'Styled');
		const color = `getComputedStyle(document.querySelector('h1')).color`;
		expect(await page.evaluate(color)).toBe('rgb(1, 2, 3)');
	});
});
