import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, serveFixture, type Site } from './harness.ts';

describe.each([true, false])('a fixture, JavaScript %s', (javaScriptEnabled) => {
	let site: Site;
	beforeAll(async () => {
		site = await serveFixture('counter');
	});
	afterAll(() => site.close());

	it('adds by its form', async () => {
		const page = await openPage({ javaScriptEnabled });
		await page.goto(site.url);
		if (javaScriptEnabled) await page.waitForSelector('html[data-started]');
		let documents = 0;
		page.on('request', (request) => (documents += Number(request.isNavigationRequest())));
		await page.getByLabel('By').fill('2');
		await page.getByRole('button').click();
		await page.getByText('Added 2').waitFor();
		expect(await page.locator('h1').textContent()).toBe('2');
		expect(documents).toBe(javaScriptEnabled ? 0 : 1);
	});
});
