import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveFaulty, type Faulty } from './fault-server/serve-faulty.ts';
import { watchMark } from './marks.ts';
import { open, press, run, statusOf } from './reliability.ts';

let site: Faulty;
/** Each run of the slow action waits until a test lets it go on. */
const waiting: (() => void)[] = [];
/** How many of them have waited at once. */
let most = 0;

const wait = (): Promise<void> =>
	new Promise((resolve) => {
		waiting.push(resolve);
		most = Math.max(most, waiting.length);
	});

/** Waits until so many runs of the slow action have begun, those that are over included. */
const begun = async (count: number): Promise<void> =>
	await expect.poll(() => site.runs.length).toBe(count);

beforeAll(async () => {
	site = await serveFaulty({ wait });
});
afterEach(() => {
	site.plan([]);
	for (const goOn of waiting.splice(0)) goOn();
	most = 0;
});
afterAll(() => site.close());

const form = (page: Page) => page.locator('form').first();
const button = (page: Page, name = 'Save') => page.getByRole('button', { name, exact: true });
const marks = (page: Page): Promise<number> =>
	page.locator('[aria-busy], [data-submitting]').count();

const idle = async (page: Page): Promise<void> => {
	await expect.poll(() => statusOf(page)).toMatchObject({ pending: 0 });
	expect(await marks(page)).toBe(0);
};

describe('a submission that is in flight', () => {
	it('marks the form and the button that was used, after half a second as delayed, until it is over', async () => {
		const page = await open(site);
		const answer = site.hold();
		const marksOfButton = await watchMark(button(page));
		await press(page, 'Save');
		expect(await form(page).getAttribute('aria-busy')).toBe('true');
		expect(await page.locator('[data-submitting]').count()).toBe(1);
		await page.locator('[data-submitting=delayed]').waitFor();
		expect(await page.getByLabel('Pending').textContent()).toBe('1');
		answer();
		await page.getByText('Received').waitFor();
		await idle(page);
		expect(await marksOfButton()).toEqual([null, '', 'delayed', null]);
	});

	it('marks the button that Enter stands for', async () => {
		const page = await open(site);
		const answer = site.hold();
		await page.getByLabel('Text').press('Enter');
		expect(await button(page).getAttribute('data-submitting')).not.toBeNull();
		answer();
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
	/** Mashes the slow button five times. @param runs how many of its submissions run at once */
	const mash = async (concurrency: string, runs: number): Promise<[Page, before: number]> => {
		const page = await open(site, '/', {
			formOptions: `{ main: { concurrency: '${concurrency}' } }`
		});
		const before = site.runs.length;
		const { x, y } = (await button(page, 'Slow').boundingBox())!;
		for (let click = 1; click <= 5; click++) {
			await page.mouse.click(x + 5, y + 5);
			// Clicks that a busy page handles before its timers are one submission, as in the browser's own.
			await run(page, 'new Promise((resolve) => setTimeout(resolve))');
			await begun(before + Math.min(click, runs));
		}
		return [page, before];
	};

	const goOn = (): void => waiting.shift()!();

	/** The result of the last run is shown, and there were no more. @param runs of the slow action, all in all */
	const showsLast = async (page: Page, runs: number): Promise<void> => {
		await page.getByText(`Received ${runs}`, { exact: true }).waitFor();
		await idle(page);
		expect(site.runs.length).toBe(runs);
	};

	it('parallel: each click is sent with a different id, and the last result is shown', async () => {
		const [page, before] = await mash('parallel', 5);
		expect(new Set(site.runs.slice(-5).map(({ id }) => id)).size).toBe(5);
		for (let run = 0; run < 5; run++) goOn();
		await showsLast(page, before + 5);
	});

	it('drop: the first is sent, and the others are not', async () => {
		const [page, before] = await mash('drop', 1);
		goOn();
		await showsLast(page, before + 1);
	});

	it('queue: each is sent, one after the other', async () => {
		const [page, before] = await mash('queue', 1);
		for (let run = 1; run <= 5; run++) {
			await begun(before + run);
			goOn();
		}
		await showsLast(page, before + 5);
		expect(most).toBe(1);
	});

	it('replace: the result of the last is shown', async () => {
		const [page, before] = await mash('replace', 5);
		// The first ones answer last.
		while (waiting.length) waiting.pop()!();
		await showsLast(page, before + 5);
	});

	it('a double click is one where others are dropped', async () => {
		const page = await open(site, '/', { formOptions: "{ main: { concurrency: 'drop' } }" });
		const before = site.runs.length;
		await button(page, 'Slow').dblclick();
		await begun(before + 1);
		goOn();
		await showsLast(page, before + 1);
	});
});
