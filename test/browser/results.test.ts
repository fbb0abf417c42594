import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('results');
});
afterAll(() => site.close());

interface Counts {
	action: number;
	home: number;
	done: number;
}

const counts = async (page: Page): Promise<Counts> =>
	(await page.request.get(`${site.url}/counts`)).json() as Promise<Counts>;

const ranSince = async (page: Page, before: Counts): Promise<Counts> => {
	const { action, home, done } = await counts(page);
	return { action: action - before.action, home: home - before.home, done: done - before.done };
};

/** Opens the page with a `SubmitFunction`, as text: it is not ours to bundle. */
const open = async (submit = 'undefined'): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url);
	await page.waitForSelector('html[data-started]');
	await page.evaluate(`void (window.submit = ${submit})`);
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name }).click();
const flash = (page: Page) => page.getByRole('status', { name: 'Flash' });
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

describe('a message that a load function reads once is shown, and each load runs once, where the callback', () => {
	it.each([
		['is absent', 'undefined'],
		['calls update()', '() => ({ update }) => update()'],
		[
			'applies the result and asks for fresh data',
			'() => async ({ result }) => { await applyAction(result); await invalidateAll(); }'
		],
		['asks for fresh data', '() => () => invalidateAll()']
	])('%s', async (_, submit) => {
		const page = await open(submit);
		const before = await counts(page);
		await press(page, 'Save');
		await flash(page).getByText('Saved once').waitFor();
		expect(await ranSince(page, before)).toEqual({ action: 1, home: 1, done: 0 });
	});

	it.each([
		['is absent', 'undefined'],
		['calls update()', '() => ({ update }) => update()'],
		['applies the result', '() => ({ result }) => applyAction(result)'],
		[
			'goes where the redirect leads',
			'() => ({ result }) => goto(result.location, { invalidateAll: true })'
		]
	])('%s, at a redirect', async (_, submit) => {
		const page = await open(submit);
		const before = await counts(page);
		await press(page, 'Move');
		await heading(page, 'Done').waitFor();
		await flash(page).getByText('Saved once').waitFor();
		expect(await ranSince(page, before)).toEqual({ action: 1, home: 0, done: 1 });
	});

	it('applies nothing: the message waits for the page that shows it', async () => {
		const page = await open('() => () => { document.body.dataset.told = ""; }');
		await press(page, 'Move');
		await page.waitForSelector('[data-told]');
		expect(await flash(page).textContent()).toBe('');
		await page.reload();
		await flash(page).getByText('Saved once').waitFor();
	});

	it('goes elsewhere than the redirect leads: it is shown there', async () => {
		const page = await open('() => () => goto("/?tab=2", { invalidateAll: true })');
		await press(page, 'Move');
		await page.getByText('Tab 2', { exact: true }).and(page.locator('p')).waitFor();
		await flash(page).getByText('Saved once').waitFor();
	});
});

/** Holds the next request that is a POST, or for page data, until the test lets it go. */
const hold = async (page: Page, method: 'GET' | 'POST'): Promise<() => Promise<void>> => {
	let held: Route | undefined;
	await page.route('**', async (route) => {
		const request = route.request();
		const isOurs = request.method() === method && 'x-softpost-page' in request.headers();
		if (held || !isOurs) return route.fallback();
		held = route;
	});
	return async () => {
		await expect.poll(() => held).toBeDefined();
		await held!.continue();
	};
};

describe('a result is shown, though', () => {
	it.each([
		[
			'the callback goes to another query first',
			'() => async ({ update }) => { await goto("?q=y"); await update(); }'
		],
		['the submit function goes to another query', '() => { goto("?q=y"); }'],
		['the submit function goes to another query and waits', 'async () => { await goto("?q=y"); }']
	])('%s', async (_, submit) => {
		const page = await open(submit);
		await press(page, 'Wrong');
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
		expect(new URL(page.url()).search).toBe('?q=y');
	});

	it('the user chooses another tab of the page while the request is in flight', async () => {
		const page = await open();
		const letGo = await hold(page, 'POST');
		await press(page, 'Wrong');
		await page.getByRole('link', { name: 'Tab 2' }).click();
		await page.locator('p', { hasText: 'Tab 2' }).waitFor();
		await letGo();
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
	});

	it('the tab that the user has chosen is still loading when it comes', async () => {
		const page = await open();
		const letGo = await hold(page, 'GET');
		await page.getByRole('link', { name: 'Tab 2' }).click();
		await press(page, 'Wrong');
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
		await letGo();
		await page.locator('p', { hasText: 'Tab 2' }).waitFor();
		expect(await page.locator('output').textContent()).toContain('"wrong":true');
	});

	it('not where the user has gone to another page', async () => {
		const page = await open('() => ({ stale }) => { document.body.dataset.stale = stale; }');
		const letGo = await hold(page, 'POST');
		await press(page, 'Wrong');
		await page.getByRole('link', { name: 'Done', exact: true }).click();
		await heading(page, 'Done').waitFor();
		await letGo();
		await page.waitForSelector('[data-stale="true"]');
	});
});
