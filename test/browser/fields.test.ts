import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forms } from './fixtures/fields/lib/forms.js';
import { fillIn, readShown, servePlainForms, type Shown } from './fields-page.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

const ways = [
	'without JavaScript',
	'by the server',
	'by the schema',
	'without a framework'
] as const;

type Way = (typeof ways)[number];

let sites: { svelte: Site; plain: Site };
beforeAll(async () => {
	const [svelte, plain] = await Promise.all([serveFixture('fields'), servePlainForms()]);
	sites = { svelte, plain };
});
afterAll(() => Promise.all(Object.values(sites).map((site) => site.close())));

const urlOf = (way: Way, name: string): string => {
	const path = encodeURIComponent(name);
	if (way === 'without a framework') return `${sites.plain.url}/${path}`;
	return `${sites.svelte.url}/${path}${way === 'by the schema' ? '?client' : ''}`;
};

const openWay = (way: Way): Promise<Page> =>
	openPage({ javaScriptEnabled: way !== 'without JavaScript' });

const open = async (page: Page, way: Way, name: string): Promise<void> => {
	await page.goto(urlOf(way, name));
	if (way !== 'without JavaScript') await page.waitForSelector('html[data-started]');
};

/** Fills in a form and sends it; resolves once it has failed. */
const fail = async (page: Page, way: Way, name: string): Promise<Shown> => {
	await open(page, way, name);
	await page.evaluate(fillIn, forms[name]!.fill ?? {});
	await page.getByRole('button', { name: 'Send' }).click();
	await page.locator('[id*="-issue-"], [data-issue]').first().waitFor({ state: 'attached' });
	// The focus is moved in the same task or, without JavaScript, not at all.
	await page.waitForSelector('form:not([aria-busy])');
	return page.evaluate(readShown);
};

/** Finds each way's endings of all forms, in one page a way. */
const failAll = async (way: Way): Promise<Map<string, Shown>> => {
	const page = await openWay(way);
	const shown = new Map<string, Shown>();
	for (const name of Object.keys(forms)) shown.set(name, await fail(page, way, name));
	return shown;
};

const isHidden = (name: string): boolean =>
	Object.values(forms).some(({ controls }) =>
		controls.some(([type, control]) => type === 'hidden' && control === name)
	);

describe('forms that fail', () => {
	it('show the same, whichever way they fail', async () => {
		const all = await Promise.all(ways.map(failAll));
		for (const [name, { wrong, focus }] of Object.entries(forms)) {
			const [off, server, client, plain] = all.map((shown) => shown.get(name)!);
			const seen = wrong.filter((control) => !isHidden(control));
			expect(Object.keys(server!.wrong), name).toEqual(seen);
			expect(server!.summary.length, name).toBeGreaterThan(0);
			// Without JavaScript no script moves the focus.
			expect({ ...off!, focus: '' }, name).toEqual({ ...server!, focus: '' });
			expect(client, name).toEqual(server);
			expect(plain, name).toEqual(server);
			expect(server!.focus, name).toBe(focus ?? seen[0] ?? 'BODY');
		}
	}, 120_000);
});
