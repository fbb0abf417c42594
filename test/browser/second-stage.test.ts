import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('results');
});
afterAll(() => site.close());

const SECOND_STAGE = /second-stage.*\.js$/;

const actionsRun = async (page: Page): Promise<number> => {
	const response = await page.request.get(`${site.url}/counts`);
	return ((await response.json()) as { action: number }).action;
};

/** Opens the page, whose requests for the second stage are answered as `answer` does. */
const open = async (answer: (route: Route) => unknown): Promise<Page> => {
	const page = await openPage();
	await page.route(SECOND_STAGE, answer);
	await page.goto(site.url);
	await page.waitForSelector('html[data-started]');
	await page.evaluate(`void (window.stayed = true)`);
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name }).click();

describe('the second stage', () => {
	it('is loaded without a submission, when the page is idle', async () => {
		let asked = 0;
		await open((route) => {
			asked += 1;
			return route.continue();
		});
		await expect.poll(() => asked).toBeGreaterThan(0);
	});

	it('is waited for by a submission, which shows in the meantime that it is in flight', async () => {
		let letGo!: () => void;
		const waiting = new Promise<void>((resolve) => (letGo = resolve));
		const page = await open(async (route) => {
			await waiting;
			await route.continue();
		});
		const before = await actionsRun(page);
		await press(page, 'Wrong');
		await page.waitForSelector('form[aria-busy=true]');
		expect(await actionsRun(page)).toBe(before);
		letGo();
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
		expect(await actionsRun(page)).toBe(before + 1);
		expect(await page.evaluate('window.stayed')).toBe(true);
	});

	it('leaves the form to the browser where it cannot be loaded: the action runs once, with the same button', async () => {
		const page = await open((route) => route.abort());
		const before = await actionsRun(page);
		await page.getByRole('textbox', { name: 'Text' }).fill('mine');
		await press(page, 'Wrong');
		await page.locator('output', { hasText: '"wrong":true' }).waitFor();
		expect(await page.evaluate('window.stayed')).toBeUndefined();
		expect(await actionsRun(page)).toBe(before + 1);
	});
});
