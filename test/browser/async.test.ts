import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('async');
});
afterAll(() => site.close());

const open = async (path = '/'): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url + path);
	await started(page);
	return page;
};

const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

const heading = `document.querySelector('h1').textContent`;

describe('a page with await in its components is shown', () => {
	it('when goto resolves', async () => {
		const page = await open();
		expect(await run(page, `kit.goto('/other').then(() => ${heading})`)).toBe('Other');
	});

	it('when navigating is over', async () => {
		const page = await open();
		const shown = `(document.querySelector('#there').click(), kit.navigating.complete.then(() => ${heading}))`;
		expect(await run(page, shown)).toBe('Other');
		expect(await run(page, 'kit.navigating.to')).toBeNull();
	});

	it('when invalidateAll resolves', async () => {
		const page = await open();
		const before = await run<string>(page, heading);
		const after = await run<string>(page, `kit.invalidateAll().then(() => ${heading})`);
		expect(Number(after)).toBeGreaterThan(Number(before));
	});

	it('when nothing is pending, and no frame shows the old one then', async () => {
		const page = await open();
		const frames = await run<[string, boolean][]>(
			page,
			`(async () => {
				const frames = [];
				const form = document.querySelector('form');
				form.requestSubmit(form.querySelector('button'));
				do {
					await new Promise(requestAnimationFrame);
					frames.push([${heading}, kit.submission('form').pending > 0]);
				} while (kit.submission('form').pending);
				return frames;
			})()`
		);
		const [first] = frames[0]!;
		expect(frames.at(-1)![0]).not.toBe(first);
		expect(frames.filter(([shown, pending]) => shown === first && !pending)).toEqual([]);
	});

	it('when it is scrolled to a fragment and its title is announced', async () => {
		const page = await open();
		await page.click('#to-part');
		await expect.poll(() => run(page, 'scrollY')).toBeGreaterThan(1000);
		await page
			.locator('[aria-live]')
			.filter({ hasText: 'The other page' })
			.waitFor({ state: 'attached' });
	});

	it('when focus goes to the control that a failure marks', async () => {
		const page = await open();
		await page.getByRole('button', { name: 'Fail' }).click();
		await expect.poll(() => run(page, 'document.activeElement.name')).toBe('name');
	});
});
