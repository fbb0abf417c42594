import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stayed } from './both-ways.ts';
import { serveFaulty, type Faulty } from './fault-server/serve-faulty.ts';
import { open, press, run } from './reliability.ts';

let site: Faulty;
beforeAll(async () => {
	site = await serveFaulty();
});
afterAll(() => site.close());

/** The user's view after a submission. */
interface Outcome {
	path: string;
	heading: string;
	entries: number;
	loads: number;
	stayed: boolean;
	/** Where the Back button leads to then. */
	back: string;
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

const loadsOn = async (page: Page): Promise<number> => {
	const loads = page.getByLabel('Loads');
	return (await loads.count()) ? Number(await loads.textContent()) : 0;
};

/** Opens `/` by a link of `/other`, presses a button, and notes what that asked of the server. */
const submit = async (
	button: string,
	shown: string
): Promise<{ requests: string[]; outcome: Outcome }> => {
	const page = await open(site, '/other');
	await page.getByRole('link', { name: 'Home' }).click();
	await page.getByRole('heading', { name: 'Home' }).waitFor();
	const entries = await run<number>(page, 'history.length');
	const loads = await loadsOn(page);
	const before = site.arrivals.length;
	await press(page, button);
	await page.getByText(shown).first().waitFor();
	await page.waitForFunction("kit.submission('main').pending === 0");
	const requests = site.arrivals.slice(before).map(({ method, path }) => `${method} ${path}`);
	const outcome = {
		path: new URL(page.url()).pathname,
		heading: await heading(page),
		entries: (await run<number>(page, 'history.length')) - entries,
		loads: Math.max(0, (await loadsOn(page)) - loads),
		stayed: await stayed(page),
		back: ''
	};
	const { heading: last } = outcome;
	await page.goBack();
	await expect.poll(() => heading(page)).not.toBe(last);
	return { requests, outcome: { ...outcome, back: await heading(page) } };
};

describe.each<
	[what: string, button: string, shown: string, second: string, outcome: Partial<Outcome>]
>([
	[
		'a success with fresh data',
		'Save',
		'Received',
		'GET /',
		{ path: '/', entries: 0, loads: 1, back: 'Other' }
	],
	[
		'a redirect to another page',
		'Away',
		'Other',
		'GET /other',
		{ path: '/other', entries: 1, back: 'Home' }
	],
	[
		'a log-in whose cookie the next page reads',
		'Log in',
		'Hello ann',
		'GET /member',
		{ path: '/member', heading: 'Hello ann', entries: 1, back: 'Home' }
	]
])('%s', (_, button, shown, second, outcome) => {
	it('is one request, and ends as two of them do', async () => {
		const [, post] = await Promise.all([null, submit(button, shown === 'Other' ? 'Other' : shown)]);
		expect(post.requests).toHaveLength(1);
		expect(post.requests[0]).toMatch(/^POST \/\?\//);
		expect(post.outcome).toMatchObject({ ...outcome, stayed: true });
		site.askForPages(false);
		const two = await submit(button, shown).finally(() => site.askForPages(true));
		expect(two.requests).toEqual([post.requests[0], second]);
		expect(two.outcome).toEqual(post.outcome);
	});
});

describe('a redirect back to the same page', () => {
	it('is one request with fresh data, and adds no entry', async () => {
		const page = await open(site);
		const [entries, loads] = [await run<number>(page, 'history.length'), await loadsOn(page)];
		const before = site.arrivals.length;
		await press(page, 'Same');
		await expect.poll(() => loadsOn(page)).toBe(loads + 1);
		await page.waitForFunction("kit.submission('main').pending === 0");
		expect(site.arrivals.slice(before).map(({ method }) => method)).toEqual(['POST']);
		expect(await run(page, 'history.length')).toBe(entries);
		expect(page.url()).toBe(`${site.url}/`);
	});
});
