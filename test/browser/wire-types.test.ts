import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { started, stayed } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('wire-types');
});
afterAll(() => site.close());

const VALUES = [
	'2024-02-29T00:00:00.000Z',
	'18446744073709551616n',
	'a: 1,2',
	'x,undefined',
	'cycle',
	'5 EUR',
	'/a+/gi',
	'undefined,NaN,-0,Infinity',
	'1,2,255',
	'</script><!--<script>'
].join(' | ');

const open = async (javaScriptEnabled = true): Promise<Page> => {
	const page = await openPage({ javaScriptEnabled });
	await page.goto(site.url);
	if (javaScriptEnabled) await started(page);
	return page;
};

const forStatus = (page: Page, status: number): Promise<void> =>
	page
		.locator('#page-form')
		.filter({ hasText: `${VALUES} ${status}` })
		.waitFor();

describe('Dates, BigInts, Maps, Sets, cycles and custom classes', () => {
	it.each([false, true])('are in load data, JavaScript %s', async (javaScriptEnabled) => {
		const page = await open(javaScriptEnabled);
		expect(await page.locator('#data').textContent()).toBe(VALUES);
		expect(await page.locator('#form').textContent()).toBe('nothing');
	});

	it.each([
		['Give', 200],
		['Refuse', 400]
	])('come with the result of an enhanced form: %s', async (button, status) => {
		const page = await open();
		await page.getByRole('button', { name: button, exact: true }).click();
		await forStatus(page, status);
		expect(await page.locator('#form').textContent()).toBe(VALUES);
		expect(await page.locator('#data').textContent()).toBe(VALUES);
		expect(await stayed(page)).toBe(true);
	});

	it.each([
		['Give', 200],
		['Refuse', 400]
	])('are rendered with JavaScript off: %s', async (button, status) => {
		const page = await open(false);
		await page.getByRole('button', { name: button, exact: true }).click();
		await forStatus(page, status);
		expect(await page.locator('#form').textContent()).toBe(VALUES);
	});

	it('are hydrated after a native post', async () => {
		const page = await open();
		await page.getByRole('button', { name: 'Give natively' }).click();
		await page.waitForURL('**/?/give');
		await started(page);
		await forStatus(page, 200);
		expect(await page.locator('#form').textContent()).toBe(VALUES);
	});

	it('are read by deserialize with decoders', async () => {
		const page = await open();
		await page.getByRole('button', { name: 'Give to a listener' }).click();
		await forStatus(page, 200);
		expect(await stayed(page)).toBe(true);
	});
});
