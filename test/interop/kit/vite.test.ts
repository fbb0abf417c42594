import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { started, stayed } from '../../browser/both-ways.ts';
import { openPage, type Site } from '../../browser/harness.ts';
import { apps, folderOf, serveApp } from './site.ts';

/** Changes a file of an app for the time of a test. */
const edit = (app: string, file: string, from: string, to: string): void => {
	const path = join(folderOf(app), 'src', file);
	const before = readFileSync(path, 'utf8');
	expect(before).toContain(from);
	writeFileSync(path, before.replace(from, to));
	onTestFinished(() => writeFileSync(path, before));
};

const fill = (page: Page, label: string, value: string): Promise<void> =>
	page.getByLabel(label, { exact: true }).fill(value);

const valueOf = (page: Page, label: string): Promise<string> =>
	page.getByLabel(label, { exact: true }).inputValue();

const shows = async (page: Page, selector: string, expected: string): Promise<void> => {
	await expect.poll(() => page.locator(selector).innerText()).toBe(expected);
};

const open = async ({ url }: Site, path: string): Promise<Page> => {
	const page = await openPage({ covered: false });
	await page.goto(url + path);
	await started(page);
	return page;
};

/** Submits the form, and waits for what only softpost says. */
const save = async (page: Page, name: string): Promise<void> => {
	await fill(page, 'Name', name);
	const ended = page.evaluate(
		() =>
			new Promise((resolve) => document.addEventListener('softpost:end', () => resolve('ended')))
	);
	await page.getByRole('button', { name: 'Save' }).click();
	expect(await ended).toBe('ended');
	await shows(page, '#form', name);
	expect(await stayed(page)).toBe(true);
};

describe.each(apps.filter((app) => app.endsWith('-with')))('%s', (app) => {
	describe('vite dev', () => {
		let site: Site;
		beforeAll(async () => {
			site = await serveApp(app, { way: 'dev' });
		}, 120_000);
		afterAll(() => site.close());

		it('enhances a form, before and after its page is edited, and what is typed stays', async () => {
			const page = await open(site, '/edited');
			await save(page, 'Zoë');
			await fill(page, 'Name', 'typed');
			await fill(page, 'Note', 'bound');
			await shows(page, '#note', 'bound');
			edit(app, 'routes/edited/+page.svelte', 'First', 'Second');
			await shows(page, 'h1', 'Second');
			await expect.poll(() => valueOf(page, 'Name')).toBe('typed');
			await expect.poll(() => valueOf(page, 'Note')).toBe('bound');
			await shows(page, '#note', 'bound');
			await save(page, 'Ada');
		}, 120_000);
	});

	describe('vite preview', () => {
		it('serves the app as it was built', async () => {
			const site = await serveApp(app, { way: 'preview' });
			onTestFinished(() => site.close());
			const page = await open(site, '/edited');
			await save(page, 'Zoë');
		});
	});
});
