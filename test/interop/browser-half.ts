import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openPage } from '../browser/harness.ts';
import { answers } from './answers.ts';

/** A server whose pages run in-page.js. */
export interface Served {
	origin: string;
	/** The generation of its wire: since SvelteKit 3 every answer but a redirect has the page's path as `location`. */
	generation: 2 | 3;
}

const open = async ({ origin }: Served, path = '/'): Promise<Page> => {
	const page = await openPage();
	await page.goto(origin + path);
	await page.waitForSelector('html[data-started]');
	return page;
};

const press = async (page: Page, action: string): Promise<void> => {
	await page.getByLabel('Name').fill('Zoë');
	await page.locator(`[formaction="${action}"]`).click();
};

type Log = [result: [string, any], ...steps: unknown[][]];

/** All that the page has noted, from the result to the end of `update()`. */
const logOf = async (page: Page): Promise<Log> => {
	await expect.poll(() => page.evaluate('log.at(-1)?.[0]')).toBe('done');
	return (await page.evaluate<Log>('log')).slice(0, -1) as Log;
};

const located = (result: object, action: string, { generation }: Served): object =>
	generation === 3 ? { location: action.replace(/\?.*/, ''), ...result } : result;

/** softpost's browser half against a server; `served` is called in the tests. */
export const itUnderstands = (served: () => Served): void => {
	it('gets the result of each action, and applies it', async () => {
		const page = await open(served(), '/#parts');
		for (const { action, result, steps } of answers(served().origin)) {
			await page.evaluate('log.length = 0');
			await press(page, action);
			const [[, got], ...done] = await logOf(page);
			expect(got, action).toEqual(located(result, action, served()));
			// What else a host of softpost's own is handed is no part of the contract.
			const said = done.map(([name, ...values]) => [name, ...values.slice(0, 2)]);
			expect(said, action).toEqual(steps);
		}
	});

	it('says that a type of content is refused', async () => {
		const page = await open(served(), '/#json');
		await press(page, '/?/save');
		const [[, result]] = await logOf(page);
		expect(result).toMatchObject({ type: 'error', status: 415 });
	});
};

/** The same in a plain page, with dist/softpost.min.js and no part given. */
export const itWorksInAPlainPage = (served: () => Served): void => {
	it('resets the form after a success, and keeps it after a failure', async () => {
		const page = await open(served());
		await press(page, '/?/wrong');
		await logOf(page);
		expect(await page.getByLabel('Name').inputValue()).toBe('Zoë');
		await page.evaluate('log.length = 0');
		await press(page, '/?/save');
		await logOf(page);
		expect(await page.getByLabel('Name').inputValue()).toBe('');
		expect(page.url()).toBe(`${served().origin}/`);
	});

	it('loads the page that a redirect leads to', async () => {
		const page = await open(served());
		await press(page, '/?/away');
		await page.waitForURL(`${served().origin}/other?from=away`);
	});

	it('announces errors', async () => {
		const page = await open(served());
		for (const [action, text] of [
			['/?/teapot', 'Teapot'],
			['/?/crash', 'Internal Error']
		] as const) {
			await press(page, action);
			await page
				.locator('[aria-live], [role=alert]')
				.filter({ hasText: text })
				.waitFor({ state: 'attached' });
		}
	});
};
