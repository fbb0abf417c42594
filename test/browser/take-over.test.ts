import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, serveFixture, type Site } from './harness.ts';

let host: Site;
let results: Site;
let boundaries: Site;
beforeAll(async () => {
	host = await serveFixture('host');
	results = await serveFixture('results');
	boundaries = await serveFixture('boundaries');
});
afterAll(() => Promise.all([host, results, boundaries].map((site) => site.close())));

const TAKE_OVER = /take-over.*\.js$/;

interface Opened {
	page: Page;
	/** Lets the second stage come. */
	release(): void;
}

/** Has the second stage wait, until it is released. */
const hold = async (page: Page): Promise<() => void> => {
	let release!: () => void;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route(TAKE_OVER, async (route) => {
		await released;
		// The document that asked may have been left.
		await route.continue().catch(() => {});
	});
	return release;
};

/** Opens a page that is hydrated, and has asked for the second stage. */
const openFirst = async (site: Site, path = '/', options = {}): Promise<Opened> => {
	const page = await openPage(options);
	const release = await hold(page);
	const asked = page.waitForRequest(TAKE_OVER);
	await page.goto(site.url + path);
	await asked;
	await page.evaluate('void (window.stayed = true)');
	return { page, release };
};

/** Opens a page whose second stage cannot be loaded. */
const openWithout = async (site: Site, path = '/'): Promise<Page> => {
	const page = await openPage();
	await page.route(TAKE_OVER, (route: Route) => route.abort());
	await page.goto(site.url + path);
	await page.waitForSelector('html[data-started]');
	await page.evaluate('void (window.stayed = true)');
	return page;
};

const stayed = async (page: Page): Promise<boolean> => !!(await page.evaluate('window.stayed'));

const follow = (page: Page, name: string): Promise<void> =>
	page.getByRole('link', { name, exact: true }).click();

const forHeading = (page: Page, name: string): Promise<void> =>
	page.getByRole('heading', { name, exact: true }).waitFor();

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name }).click();

const actionsRun = async (page: Page): Promise<number> => {
	const response = await page.request.get(`${results.url}/counts`);
	return ((await response.json()) as { action: number }).action;
};

describe('a page whose second stage cannot be loaded', () => {
	it('is alive, and its links are the browser’s', async () => {
		const page = await openWithout(host);
		await page.click('#count');
		expect(await page.textContent('#count')).toBe('1');
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(false);
	});

	it('leaves a form to the browser: the action runs once, with the same button and text', async () => {
		const page = await openWithout(results);
		const before = await actionsRun(page);
		await page.getByRole('textbox', { name: 'Text' }).fill('mine');
		await press(page, 'Wrong');
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
		expect(await stayed(page)).toBe(false);
		expect(await actionsRun(page)).toBe(before + 1);
	});

	it('has goto load the document', async () => {
		const page = await openWithout(host);
		void page.evaluate(`void kit.goto('/blog')`);
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(false);
	});

	it('follows Back to another page of the app', async () => {
		const page = await openPage();
		await page.goto(host.url);
		await page.waitForSelector('html[data-started]');
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		await page.route(TAKE_OVER, (route: Route) => route.abort());
		await page.reload();
		await page.waitForSelector('html[data-started]');
		await page.goBack();
		await forHeading(page, 'Home');
	});
});

describe('before the second stage is there', () => {
	it('a page is alive, and a link waits', async () => {
		const { page, release } = await openFirst(host);
		await page.click('#count');
		expect(await page.textContent('#count')).toBe('1');
		await follow(page, 'Blog');
		release();
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(true);
		await page.goBack();
		await forHeading(page, 'Home');
		expect(await stayed(page)).toBe(true);
	});

	it('a second click on a link is the browser’s', async () => {
		const { page } = await openFirst(host);
		await follow(page, 'Blog');
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(false);
	});

	it('a click for another tab, and a prevented one, are left alone', async () => {
		const { page, release } = await openFirst(host);
		const [other] = await Promise.all([
			page.context().waitForEvent('page'),
			page.getByRole('link', { name: 'Blog', exact: true }).click({ modifiers: ['Control'] })
		]);
		await forHeading(other, 'All posts');
		await page.evaluate(
			`document.body.addEventListener('click', (event) => event.preventDefault(), { once: true })`
		);
		await follow(page, 'Blog');
		release();
		await page.waitForSelector('html[data-started]');
		expect(new URL(page.url()).pathname).toBe('/');
	});

	it('a submission waits, and shows that it is in flight', async () => {
		const { page, release } = await openFirst(results);
		const before = await actionsRun(page);
		await press(page, 'Wrong');
		await page.waitForSelector('form[aria-busy=true]');
		expect(await actionsRun(page)).toBe(before);
		release();
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
		expect(await actionsRun(page)).toBe(before + 1);
		expect(await stayed(page)).toBe(true);
	});

	it('goto waits, and shows the page without loading its document', async () => {
		const { page, release } = await openFirst(host);
		await page.evaluate(`void (window.going = kit.goto('/blog'))`);
		release();
		await forHeading(page, 'All posts');
		await page.evaluate('window.going');
		expect(await stayed(page)).toBe(true);
	});

	it('a fragment is the browser’s, and the page knows it afterwards; Back leads to the page again', async () => {
		const { page, release } = await openFirst(host);
		await follow(page, 'To the end');
		expect(new URL(page.url()).hash).toBe('#end');
		release();
		await page.waitForSelector('html[data-started]');
		expect(await page.evaluate('kit.page.url.hash')).toBe('#end');
		await page.goBack();
		await expect.poll(() => page.evaluate('kit.page.url.hash')).toBe('');
		expect(await stayed(page)).toBe(true);
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		await page.goBack();
		await forHeading(page, 'Home');
		expect(await stayed(page)).toBe(true);
	});

	it('Back leads to the page of its entry', async () => {
		const page = await openPage();
		await page.goto(host.url);
		await page.waitForSelector('html[data-started]');
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		const release = await hold(page);
		const asked = page.waitForRequest(TAKE_OVER);
		await page.reload({ waitUntil: 'commit' });
		await asked;
		await page.evaluate('history.back()');
		await page.waitForURL(`${host.url}/`);
		release();
		await forHeading(page, 'Home');
	});

	it('what is typed stays, through a boundary as well', async () => {
		const { page, release } = await openFirst(boundaries, '/notes', { mayThrow: true });
		const text = page.getByLabel('Text', { exact: true });
		await text.fill('early');
		await page.getByLabel('Title').fill('mine');
		await page.evaluate(`breakPage('the template')`);
		release();
		await forHeading(page, 'Boundary 500');
		await page.evaluate(`void kit.goto('/notes')`);
		await forHeading(page, 'Notes');
		await expect.poll(() => text.inputValue()).toBe('early');
		expect(await page.getByLabel('Title').inputValue()).toBe('mine');
	});

	it('what is typed stays, through fresh data; a reset shows what the page has', async () => {
		const { page, release } = await openFirst(boundaries, '/notes');
		const title = page.getByLabel('Title');
		await title.fill('mine');
		release();
		await page.waitForSelector('html[data-started]');
		await page.evaluate('kit.invalidateAll()');
		expect(await title.inputValue()).toBe('mine');
		await page.evaluate(`document.querySelector('#note').reset()`);
		await expect.poll(() => title.inputValue()).toBe('server');
	});
});
