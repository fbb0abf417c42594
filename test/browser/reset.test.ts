import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';
import { keys } from './fixtures/reset/lib/keys.js';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('reset');
});
afterAll(() => site.close());

/** What writes the controls of a form; each is a component of the fixture. */
const writers = ['plain', 'spread', 'component', 'state', 'derived', 'empty', 'async'];

/** What is different on the page of a writer. */
const different: Record<string, { own?: object; late?: string[] }> = {
	empty: {
		own: {
			...{ text: '', area: '', number: null, date: '', agree: false },
			...{ color: null, tags: [], size: 's', sizes: [] }
		}
	},
	// Resets itself to an attribute that its component has not written yet.
	async: { late: ['silent'] }
};

/** How a user comes to a page, or its forms into it. */
const ways: Record<string, (page: Page, path: string) => Promise<void>> = {
	async hydrated(page, path) {
		await page.goto(site.url + path);
		await started(page);
	},
	async 'reached by a link'(page, path) {
		await page.goto(`${site.url}/?to=${encodeURIComponent(path)}`);
		await started(page);
		await page.click('#forms');
		await page.getByRole('heading', { name: 'Forms' }).waitFor();
	},
	async recreated(page, path) {
		await ways.hydrated!(page, path);
		await page.evaluate('showForms(false)');
		await page.waitForSelector('form', { state: 'detached' });
		await page.evaluate('showForms(true)');
		await page.waitForSelector('form');
	}
};

const pathOf = (writer: string, run: string): string => `/${writer}/${run}?keys=${keys.join(',')}`;

describe.each(writers)('fields that are written by %s', (writer) => {
	it.each(Object.keys(ways))('show, send and store the same: %s', async (way) => {
		const run = randomUUID();
		const page = await openPage({ mayThrow: true });
		await ways[way]!(page, pathOf(writer, run));
		const faults = await page.evaluate(
			`drive.runAll(${JSON.stringify(run)}, ${JSON.stringify(different[writer] ?? {})})`
		);
		expect(faults).toEqual([]);
	});
});
