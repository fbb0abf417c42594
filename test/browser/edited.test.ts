import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { serve, type Site } from './serve.ts';

let site: Site;
/** The posted data, and the function that releases the response. */
const posts: { body: string; answer(): void }[] = [];

beforeAll(async () => {
	site = await serve(async (request, response) => {
		const url = request.url ?? '/';
		if (request.method === 'POST') {
			let body = '';
			for await (const chunk of request) body += String(chunk);
			const answer = (): void =>
				void response
					.setHeader('content-type', 'application/json')
					.end('{"type":"success","status":200}');
			posts.push({ body, answer });
		} else if (url === '/softpost.js')
			response
				.setHeader('content-type', 'text/javascript')
				.end(await readFile('dist/softpost.min.js'));
		else
			response
				.setHeader('content-type', 'text/html')
				.end(await readFile('test/browser/edited.html'));
	});
});
afterAll(() => site.close());

const open = async (): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url);
	await page.waitForSelector('html[data-started]');
	return page;
};

/** Presses a form's button; resolves when the request is at the server. */
const press = async (page: Page, button: string): Promise<(typeof posts)[number]> => {
	const { length } = posts;
	await page.getByRole('button', { name: button, exact: true }).click();
	await expect.poll(() => posts.length).toBe(length + 1);
	return posts.at(-1)!;
};

/** Presses it, does something, and lets the server answer. */
const during = async (
	page: Page,
	button: string,
	edit: () => Promise<unknown>
): Promise<string> => {
	const { body, answer } = await press(page, button);
	await edit();
	answer();
	await page.waitForSelector('form[aria-busy]', { state: 'detached' });
	return body;
};

/** What the server gets of a form that is sent as it is. */
const sentBy = (page: Page, button: string): Promise<string> =>
	during(page, button, async () => {});

const type = (page: Page, name: string, text: string): Promise<void> =>
	page.locator(`[name=${name}]`).first().pressSequentially(text);

/** Whether a control has incomplete input. */
const isHalf = (page: Page, name: string): Promise<boolean> =>
	page.evaluate(`document.querySelector('[name=${name}]').validity.badInput`);

const START =
	'text=start&nested=&deep=&area=start&number=&date=&radio=a&tags=a&one=a&many=a&file=&told=';

/** Each with what it makes of what the form sends. */
const edits: Record<
	string,
	[edit: (page: Page) => Promise<unknown>, then: [from: string, to: string]]
> = {
	text: [(page) => type(page, 'text', '+'), ['text=start', 'text=%2Bstart']],
	nested: [(page) => type(page, 'nested', 'n'), ['nested=', 'nested=n']],
	'in a fieldset': [(page) => type(page, 'deep', 'd'), ['deep=', 'deep=d']],
	textarea: [(page) => type(page, 'area', '+'), ['area=start', 'area=%2Bstart']],
	number: [(page) => type(page, 'number', '12'), ['number=', 'number=12']],
	date: [(page) => type(page, 'date', '12312026'), ['date=', 'date=2026-12-31']],
	checkbox: [(page) => page.locator('[name=check]').click(), ['date=&', 'date=&check=on&']],
	radio: [(page) => page.locator('[name=radio][value=b]').click(), ['radio=a', 'radio=b']],
	'one of a group of checkboxes': [
		(page) => page.locator('[name=tags][value=b]').click(),
		['tags=a', 'tags=a&tags=b']
	],
	select: [(page) => page.locator('[name=one]').selectOption('b'), ['one=a', 'one=b']],
	'select multiple': [
		(page) => page.locator('[name=many]').selectOption(['a', 'c']),
		['many=a', 'many=a&many=c']
	],
	file: [
		(page) =>
			page
				.locator('[name=file]')
				.setInputFiles({ name: 'f.txt', mimeType: 'text/plain', buffer: Buffer.from('f') }),
		['file=', 'file=f.txt']
	],
	'custom element': [(page) => page.locator('[name=told]').click(), ['told=', 'told=x']],
	'custom element that tells the form only': [
		(page) => page.locator('[name=silent]').click(),
		['told=', 'told=&silent=1']
	]
};

describe('edits while the form is in flight', () => {
	it.each(Object.entries(edits))('is shown and sent: %s', async (_, [edit, [from, to]]) => {
		const page = await open();
		const owners = await page.evaluate('owners()');
		await during(page, 'Save', () => edit(page));
		expect(await page.evaluate('owners()')).toEqual(owners);
		expect(await page.locator('form[id^=softpost]').count()).toBe(0);
		expect(await page.locator('form[aria-label=Form] [name=radio]:checked').count()).toBe(1);
		expect(await page.locator('[name=radio]:checked').count()).toBe(2);
		expect(await sentBy(page, 'Save')).toBe(START.replace(from, to));
		// Nobody has edited it since.
		expect(await sentBy(page, 'Save')).toBe(START);
	});

	it('is shown and sent: beside the form', async () => {
		const page = await open();
		const owners = await page.evaluate('owners()');
		await during(page, 'Save beside', () => type(page, 'outside', 'o'));
		expect(await page.evaluate('owners()')).toEqual(owners);
		expect(await sentBy(page, 'Save beside')).toBe('outside=o');
		expect(await sentBy(page, 'Save beside')).toBe('outside=');
	});

	it('is shown and sent: in a form that the parser has put into a table', async () => {
		const page = await open();
		const owners = await page.evaluate('owners()');
		await during(page, 'Save table', () => type(page, 'cell', 'c'));
		expect(await page.evaluate('owners()')).toEqual(owners);
		expect(await sentBy(page, 'Save table')).toBe('cell=c');
		expect(await sentBy(page, 'Save table')).toBe('cell=');
	});

	it('stays where it is the same text again', async () => {
		const page = await open();
		await type(page, 'text', '+');
		await during(page, 'Save', async () => {
			await page.locator('[name=text]').fill('');
			await type(page, 'text', 'start+');
		});
		expect(await page.locator('[name=text]').inputValue()).toBe('start+');
	});

	it('stays where it is the same text again: beside a form in a shadow tree', async () => {
		const page = await open();
		await page.evaluate(`{
			const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
			root.innerHTML = '<form id="inner" method="POST" action="save"><button>Save inner</button></form><input name="apart" form="inner">';
			enhance(root.querySelector('form'));
		}`);
		await type(page, 'apart', '+');
		await during(page, 'Save inner', async () => {
			await page.locator('[name=apart]').fill('');
			await type(page, 'apart', '+');
		});
		expect(await page.locator('[name=apart]').inputValue()).toBe('+');
	});

	it.each([
		['date', '12', ['ArrowRight', '3', '1', '2', '0', '2', '6'], '2026-12-31'],
		['number', '1e', ['End', '2'], '1e2']
	])('stays where it is no value yet: %s', async (name, half, rest, whole) => {
		const page = await open();
		await during(page, 'Save', () => type(page, name, half));
		expect(await isHalf(page, name)).toBe(true);
		await page.locator(`[name=${name}]`).blur();
		await page.locator(`[name=${name}]`).focus();
		for (const key of rest) await page.keyboard.press(key);
		expect(await sentBy(page, 'Save')).toContain(`${name}=${whole}&`);
	});

	it('stays where half of it was there before', async () => {
		const page = await open();
		await page.evaluate('document.forms[0].noValidate = true');
		await type(page, 'date', '12');
		await during(page, 'Save', async () => {
			await page.locator('[name=date]').focus();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.type('31');
		});
		expect(await isHalf(page, 'date')).toBe(true);
		await sentBy(page, 'Save');
		expect(await isHalf(page, 'date')).toBe(false);
	});
});

describe('a reset', () => {
	it('fires no formdata event, except for the submission', async () => {
		const page = await open();
		await sentBy(page, 'Save');
		expect(await page.evaluate('heard')).toBe(1);
	});

	it('leaves outputs that show their markup as they are', async () => {
		const page = await open();
		await page.evaluate("void (window.node = document.querySelector('output b'))");
		await sentBy(page, 'Save');
		expect(await page.evaluate('node.isConnected')).toBe(true);
	});
});
