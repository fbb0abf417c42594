import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveFaulty, type Faulty } from './fault-server/serve-faulty.ts';
import { open, press, run, statusOf } from './reliability.ts';

let site: Faulty;
/** How many of the slow action run, and how many have at once. */
let running = 0;
let most = 0;

const wait = async (): Promise<void> => {
	most = Math.max(most, ++running);
	await sleep(200);
	running -= 1;
};

beforeAll(async () => {
	site = await serveFaulty({ wait });
});
afterEach(() => site.plan([]));
afterAll(() => site.close());

const form = (page: Page) => page.locator('form').first();
const button = (page: Page, name = 'Save') => page.getByRole('button', { name, exact: true });
const marks = (page: Page): Promise<number> =>
	page.locator('[aria-busy], [data-submitting]').count();

const idle = async (page: Page): Promise<void> => {
	await expect.poll(() => statusOf(page)).toMatchObject({ pending: 0 });
	expect(await marks(page)).toBe(0);
};

describe('a submission that is under way', () => {
	it('marks the form and the button that was used, after half a second as delayed, until it is over', async () => {
		const page = await open(site);
		site.plan([{ kind: 'delay', ms: 1500 }]);
		await press(page, 'Save');
		expect(await form(page).getAttribute('aria-busy')).toBe('true');
		expect(await button(page).getAttribute('data-submitting')).toBe('');
		expect(await page.locator('[data-submitting]').count()).toBe(1);
		await page.locator('[data-submitting=delayed]').waitFor();
		expect(await page.getByLabel('Pending').textContent()).toBe('1');
		await page.getByText('Received').waitFor();
		await idle(page);
	});

	it('marks the button that Enter stands for', async () => {
		const page = await open(site);
		site.plan([{ kind: 'delay', ms: 300 }]);
		await page.getByLabel('Text').press('Enter');
		expect(await button(page).getAttribute('data-submitting')).toBe('');
		await page.getByText('Received').waitFor();
		await idle(page);
	});

	it('is over on a page that comes out of the back/forward cache', async () => {
		const page = await open(site);
		site.plan([{ kind: 'silence', handled: false }]);
		const before = site.arrivals.length;
		await press(page, 'Save');
		await expect.poll(() => site.arrivals.length).toBe(before + 1);
		expect(await marks(page)).toBe(2);
		// Playwright turns the cache itself off, and could not follow a page into it.
		await run(page, "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
		await idle(page);
		expect(await page.getByRole('heading', { name: 'Home' }).isVisible()).toBe(true);
	});
});

describe('a button that is used again and again', () => {
	/** Mashes the slow button. @returns how many of its submissions ran */
	const mash = async (concurrency: string, clicks: number): Promise<[Page, number]> => {
		const page = await open(site, '/', {
			formOptions: `{ main: { concurrency: '${concurrency}' } }`
		});
		const before = site.runs.length;
		most = 0;
		const { x, y } = (await button(page, 'Slow').boundingBox())!;
		for (let click = 0; click < clicks; click++) {
			await page.mouse.click(x + 5, y + 5);
			// Clicks that a busy page handles before its timers are one submission, as in the browser's own.
			await run(page, 'new Promise((resolve) => setTimeout(resolve))');
		}
		await page.getByText('Received').waitFor();
		await idle(page);
		// Those that were aborted in the browser may be on their way.
		await expect.poll(() => running).toBe(0);
		return [page, site.runs.length - before];
	};

	it('parallel: each click is sent, with an id of its own, and the last result is shown', async () => {
		const [page, runs] = await mash('parallel', 5);
		expect(runs).toBe(5);
		expect(new Set(site.runs.slice(-5).map(({ id }) => id)).size).toBe(5);
		expect(await page.getByText('Received').textContent()).toMatch(/Received \d+/);
	});

	it('drop: the first is sent, and the others are not', async () => {
		const [, runs] = await mash('drop', 5);
		expect(runs).toBe(1);
	});

	it('queue: each is sent, one after the other', async () => {
		const [page, runs] = await mash('queue', 5);
		expect(runs).toBe(5);
		expect(most).toBe(1);
		expect(await page.getByText('Received').textContent()).toBe(`Received ${site.runs.length}`);
	});

	it('replace: the result of the last is shown', async () => {
		const [page, runs] = await mash('replace', 5);
		expect(runs).toBeLessThanOrEqual(5);
		const last = site.runs.at(-1)!;
		expect(last.action).toBe('slow');
		expect(await page.getByText('Received').textContent()).toBe(`Received ${site.runs.length}`);
	});

	it('a double click is one where others are dropped', async () => {
		const page = await open(site, '/', { formOptions: "{ main: { concurrency: 'drop' } }" });
		const before = site.runs.length;
		await button(page, 'Slow').dblclick();
		await page.getByText('Received').waitFor();
		await idle(page);
		expect(site.runs.length - before).toBe(1);
	});
});
