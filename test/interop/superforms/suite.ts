import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started, stayed } from '../../browser/both-ways.ts';
import { openPage, type PageOptions, type Site } from '../../browser/harness.ts';

/** Where the pages on sveltekit-superforms are served. */
export interface Superforms {
	serve: () => Promise<Site>;
	/** How they are opened. */
	options?: PageOptions;
	/** Whether SvelteKit itself runs them: a success takes back the errors of other forms. */
	isKit?: boolean;
	/** Whether `afterNavigate` knows the route of the first page. Default: not in SvelteKit. */
	knowsFirst?: boolean;
	/** Whether sveltekit-flash-message runs there. Default: `true`. */
	hasFlash?: boolean;
}

/** What people do on the pages of `app`. */
export const itRunsSuperforms = ({
	serve,
	options,
	isKit = false,
	hasFlash = true,
	knowsFirst = !isKit
}: Superforms): void => {
	let site: Site;
	beforeAll(async () => {
		site = await serve();
	});
	afterAll(() => site.close());

	const open = async (path: string): Promise<Page> => {
		const page = await openPage(options);
		await page.goto(site.url + path);
		await started(page);
		return page;
	};

	const text = (page: Page, selector: string): Promise<string> =>
		page.locator(selector).innerText();

	/** Waits until an element has a text. */
	const shows = async (page: Page, selector: string, expected: string): Promise<void> => {
		await expect.poll(() => text(page, selector)).toBe(expected);
	};

	/** Lets the actions that wait go on, once there is one. */
	const release = async (): Promise<void> => {
		await expect.poll(async () => (await fetch(`${site.url}/open`)).json()).toBe(1);
	};

	const press = (page: Page, name: string): Promise<void> =>
		page.getByRole('button', { name, exact: true }).click();

	const fill = (page: Page, label: string, value: string): Promise<void> =>
		page.getByLabel(label, { exact: true }).fill(value);

	const follow = (page: Page, name: string): Promise<void> =>
		page.getByRole('link', { name, exact: true }).click();

	const states = (page: Page): Promise<string[]> => page.evaluate('states');

	describe('timers', () => {
		it('go from submitting to delayed to timeout, and back when the response arrives', async () => {
			const page = await open('/timers');
			await fill(page, 'Name', 'Ada');
			await press(page, 'Send');
			await shows(page, '#state', '111');
			await release();
			await shows(page, '#state', '000');
			expect(await text(page, '#message')).toBe('Hello Ada');
			expect(await states(page)).toEqual(['000', '100', '110', '111', '000']);
		});

		it.each([
			['a failure', 'A', '#errors', 'Too short'],
			['an error of the action', 'error', '#message', '403 Not yours']
		])('end with %s', async (_, name, selector, shown) => {
			const page = await open('/timers');
			await fill(page, 'Name', name);
			await press(page, 'Send');
			await shows(page, '#state', '110');
			await release();
			await shows(page, '#state', '000');
			expect(await text(page, selector)).toBe(shown);
			expect(await page.getByLabel('Name').inputValue()).toBe(name);
		});

		it('last until the page of a redirect is shown', async () => {
			const page = await open('/timers');
			await fill(page, 'Name', 'redirect');
			await press(page, 'Send');
			await shows(page, '#state', '110');
			await release();
			await page.getByRole('heading', { name: 'Home' }).waitFor();
			expect((await states(page)).filter((state) => state === '000')).toHaveLength(1);
			expect(await stayed(page)).toBe(true);
		});
	});

	describe('the question before tainted data is left', () => {
		it('finds the fields as the server filled them, on a page that was opened directly', async () => {
			const page = await open('/tainted');
			expect(await page.getByLabel('Name').inputValue()).toBe('Fred');
			expect(await page.getByLabel('City').inputValue()).toBe('Berlin');
			expect(await text(page, '#entered')).toBe(knowsFirst ? 'enter,,/tainted' : 'enter,,');
		});

		it.each([false, true])('is asked for a link, answer %s', async (answer) => {
			const page = await open('/tainted');
			const asked: string[] = [];
			page.on('dialog', (dialog) => {
				asked.push(dialog.message());
				return answer ? dialog.accept() : dialog.dismiss();
			});
			await fill(page, 'Name', 'Frida');
			await shows(page, '#tainted', 'true');
			await follow(page, 'Home');
			await expect.poll(() => asked).toEqual(['Leave?']);
			await page.getByRole('heading', { name: answer ? 'Home' : 'Tainted' }).waitFor();
			expect(new URL(page.url()).pathname).toBe(answer ? '/' : '/tainted');
			const name = await page
				.locator('input[name=name]')
				.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
			expect(name).toEqual(answer ? [] : ['Frida']);
			expect(await stayed(page)).toBe(true);
		});

		it('is asked for the way back, and not after saving', async () => {
			const page = await open('/');
			await follow(page, 'Tainted');
			await page.getByRole('heading', { name: 'Tainted' }).waitFor();
			const asked: string[] = [];
			page.on('dialog', (dialog) => {
				asked.push(dialog.message());
				return dialog.dismiss();
			});
			await fill(page, 'City', 'Rome');
			await shows(page, '#tainted', 'true');
			await page.goBack();
			await expect.poll(() => asked.length).toBe(1);
			// The browser has moved already, and is sent back.
			await expect.poll(() => new URL(page.url()).pathname).toBe('/tainted');
			await press(page, 'Save');
			await shows(page, '#message', 'Saved');
			await shows(page, '#tainted', 'false');
			await page.goBack();
			await page.getByRole('heading', { name: 'Home' }).waitFor();
			expect(asked).toHaveLength(1);
		});
	});

	describe('nested data', () => {
		it('goes to the action and comes back with its types', async () => {
			const page = await open('/nested');
			await fill(page, 'Customer', 'Ada');
			await press(page, 'Add');
			await fill(page, 'Title 2', 'Bread');
			await press(page, 'Order');
			await shows(page, '#message', 'Ada: 2 Tea, 1 Milk, 3 Bread, 2026-01-02T03:04:05.000Z');
			expect(await page.getByLabel('Title 2').inputValue()).toBe('Bread');
		});

		it('has its errors where they belong', async () => {
			const page = await open('/nested');
			await press(page, 'Add');
			await press(page, 'Order');
			await shows(page, '#title-2', 'Title missing');
			expect(await text(page, '#customer')).toBe('Who?');
			expect(await text(page, '#title-1')).toBe('');
			expect(await page.getByLabel('Amount 2').inputValue()).toBe('3');
		});
	});

	describe('two forms on a page', () => {
		it('have their own values, errors and messages', async () => {
			const page = await open('/two');
			const [first, second] = ['first', 'second'].map((name) => page.getByRole('form', { name }));
			await second.getByLabel('Name').fill('typed');
			await first.getByRole('button').click();
			await expect.poll(() => first.locator('.error').innerText()).toBe('Too short');
			expect(await second.locator('.error').innerText()).toBe('');
			expect(await second.getByLabel('Name').inputValue()).toBe('typed');
			await second.getByRole('button').click();
			await expect.poll(() => second.locator('.message').innerText()).toBe('second: typed');
			expect(await first.locator('.error').innerText()).toBe(isKit ? '' : 'Too short');
			expect(await first.locator('.message').innerText()).toBe('');
		});
	});

	describe.runIf(hasFlash)('a flash message', () => {
		it.each([
			['to the same page', 'Ada', '/flash', 'Saved Ada'],
			['to another page', 'away', '/', 'Saved away']
		])('is shown after a redirect %s', async (_, name, path, shown) => {
			const page = await open('/flash');
			await fill(page, 'Name', name);
			await press(page, 'Save');
			await shows(page, '#flash', shown);
			expect(new URL(page.url()).pathname).toBe(path);
			expect(await stayed(page)).toBe(true);
			expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('flash');
		});

		it('is shown after a failure, and a second one after it', async () => {
			const page = await open('/flash');
			await fill(page, 'Name', 'A');
			await press(page, 'Save');
			await shows(page, '#flash', 'Not saved');
			expect(await text(page, '#errors')).toBe('Too short');
			await fill(page, 'Name', 'Grace');
			await press(page, 'Save');
			await shows(page, '#flash', 'Saved Grace');
		});
	});

	describe('a snapshot', () => {
		it('is there again after the way to another page and back', async () => {
			const page = await open('/snapshot');
			await fill(page, 'Name', 'Ada');
			await fill(page, 'City', 'London');
			await follow(page, 'Home');
			await page.getByRole('heading', { name: 'Home' }).waitFor();
			await page.goBack();
			await page.getByRole('heading', { name: 'Snapshot' }).waitFor();
			await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Ada');
			expect(await page.getByLabel('City').inputValue()).toBe('London');
			expect(await stayed(page)).toBe(true);
		});

		it('is there again after a reload, and not on a new visit', async () => {
			const page = await open('/snapshot');
			await fill(page, 'Name', 'Ada');
			await page.reload();
			await started(page);
			await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Ada');
			await follow(page, 'Home');
			await page.getByRole('heading', { name: 'Home' }).waitFor();
			await follow(page, 'Snapshot');
			await page.getByRole('heading', { name: 'Snapshot' }).waitFor();
			expect(await page.getByLabel('Name').inputValue()).toBe('');
		});
	});
};
