import { source as axe } from 'axe-core';
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
	}, 300_000);
});

/** The accessible name and description of what is focused or named, as a screen reader is given them. */
const described = async (page: Page): Promise<Record<string, string>> => {
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send('Accessibility.getFullAXTree');
	await session.detach();
	return Object.fromEntries(
		nodes
			.filter(
				({ role, ignored }) => !ignored && /^(textbox|combobox|checkbox|radio)$/.test(role?.value)
			)
			.map(({ name, description }) => [name?.value, description?.value ?? ''])
	);
};

const scripted = ways.filter((way) => way !== 'without JavaScript');

const summaryOf = (page: Page) => page.locator('#summary a, [data-issues-summary] a');

/** The texts of the regions that are read out at once. */
const announced = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		Array.from(
			document.querySelectorAll('[aria-live=assertive]'),
			(region) => region.textContent
		).filter((text) => text)
	);

describe.each(scripted)('a form that has failed %s', (way) => {
	it('has its messages as descriptions in the accessibility tree, and nothing that axe finds', async () => {
		const page = await openWay(way);
		await fail(page, way, 'ten at once');
		const descriptions = await described(page);
		expect(Object.keys(descriptions)).toHaveLength(10);
		expect(new Set(Object.values(descriptions))).toEqual(new Set(['is missing']));
		const { wrong } = await fail(page, way, 'radio buttons');
		expect(Object.values(await described(page))).toEqual([wrong.a![0], wrong.a![0]]);
		for (const name of ['one variant', 'checkboxes']) {
			await fail(page, way, name);
			await page.addScriptTag({ content: axe });
			const { violations } = await page.evaluate(() => (window as any).axe.run('main'));
			expect(
				violations.map(({ id, nodes }: any) => [id, nodes.map(({ html }: any) => html)])
			).toEqual([]);
		}
	});

	it('announces it once', async () => {
		const page = await openWay(way);
		await fail(page, way, 'nested names');
		await expect.poll(() => announced(page)).toEqual(['1 field needs attention']);
		await fail(page, way, 'ten at once');
		await expect.poll(() => announced(page)).toEqual(['10 fields need attention']);
	});

	it('is mended by the keyboard alone', async () => {
		const page = await openWay(way);
		await fail(page, way, 'ten at once');
		await expect.poll(() => page.evaluate(readShown).then(({ focus }) => focus)).toBe('f0');
		// The links of the summary move the focus.
		await summaryOf(page).nth(5).press('Enter');
		await expect.poll(() => page.evaluate(readShown).then(({ focus }) => focus)).toBe('f5');
		await page.locator('[name=f0]').focus();
		for (let index = 0; index < 10; index += 1) {
			await page.keyboard.type('x');
			const left = way === 'by the schema' ? 9 - index : 10;
			await expect.poll(() => summaryOf(page).count()).toBe(left);
			await page.keyboard.press('Tab');
		}
		await page.keyboard.press('Enter');
		await expect.poll(() => summaryOf(page).count()).toBe(0);
		await expect
			.poll(() => page.evaluate(readShown))
			.toMatchObject({ wrong: {}, invalid: [], whole: [] });
	});
});

describe('what was sent in secret', () => {
	it.each([
		['the page and its data', 'text/html'],
		['a result', 'application/json']
	])('is not in %s that the server answers', async (_, accept) => {
		const send = async (name: string, entries: [string, string | File][]): Promise<string> => {
			const body = new FormData();
			for (const [key, entry] of entries) body.append(key, entry);
			const response = await fetch(`${sites.svelte.url}/${encodeURIComponent(name)}`, {
				method: 'POST',
				headers: { accept, origin: sites.svelte.url },
				body
			});
			expect(response.status).toBe(422);
			return response.text();
		};
		const password = await send('password', [
			['user', 'ada'],
			['_password', 'hunter2']
		]);
		expect(password).toContain('is too short');
		expect(password).toContain('ada');
		expect(password).not.toContain('hunter2');
		expect(await send('a secret in a message', [['account._pin', '98765']])).not.toContain('98765');
		const file = await send('a wrong file', [['a', new File(['contents'], 'name.txt')]]);
		expect(file).toContain('is too large');
		expect(file).not.toContain('contents');
		expect(file).not.toContain('name.txt');
	});
});

describe('a form with a schema', () => {
	it('does not move the button away under a click, nor lose typed text', async () => {
		const page = await openWay('by the schema');
		await fail(page, 'by the schema', 'search');
		// The message is above the button, which moves up when it goes.
		const button = page.getByRole('button', { name: 'Send' });
		const before = (await button.boundingBox())!;
		await page.locator('[name=a]').fill('ab');
		await page.locator('[name=a]').press('End');
		const [x, y] = [before.x + before.width / 2, before.y + before.height - 1];
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.evaluate(() => {
			const input = document.querySelector<HTMLInputElement>('[name=a]')!;
			input.value = 'abc';
			input.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await page.evaluate(() => new Promise((done) => setTimeout(done)));
		expect(await button.boundingBox()).toEqual(before);
		await page.mouse.up();
		await page.waitForFunction(() => document.querySelector('#done')!.textContent === 'a');
	});

	it('leaves typed text and the caret alone when a message goes', async () => {
		const page = await openWay('by the schema');
		await fail(page, 'by the schema', 'search');
		const field = page.locator('[name=a]');
		await field.focus();
		await page.keyboard.press('Home');
		await page.keyboard.type('12');
		await expect.poll(() => page.locator('[id*="-issue-"]').count()).toBe(0);
		await page.keyboard.type('3');
		expect(await field.inputValue()).toBe('123ab');
	});
});
