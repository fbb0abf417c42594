import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage } from '../browser/harness.ts';
import { serve, type Site } from '../browser/serve.ts';

let site: Site;
let withoutLibrary = false;

const pageOf = (heading: string, more = ''): string => `<!doctype html>
<html lang="en" data-softpost-morph>
	<head><title>${heading}</title><link rel="icon" href="data:,">
		<script>window.ran = (window.ran || 0) + 1</script>
		<script type="module" src="/softpost.document.min.js"></script></head>
	<body>
		<h1>${heading}</h1>
		<details><summary>More</summary><p>text</p></details>
		<form method="post" id="form"><label>Name <input name="name" value="Ann"></label><button>Send</button></form>
		<form><label>Note <input name="note"></label></form>
		<script>window.both = (window.both || 0) + 1</script>${more}
	</body>
</html>`;

beforeAll(async () => {
	site = await serve(async (request, response) => {
		request.resume();
		if (request.url!.includes('morph') && withoutLibrary) return void response.writeHead(404).end();
		if (request.url!.endsWith('.js')) {
			response.setHeader('content-type', 'text/javascript');
			return void response.end(await readFile(`dist${request.url}`));
		}
		response.setHeader('content-type', 'text/html');
		response.end(
			request.method === 'POST'
				? pageOf('Saved', '<script>window.added = true</script>')
				: pageOf('Form')
		);
	});
});
afterAll(() => site.close());

const submit = async (): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url);
	await page.getByText('More').click();
	await page.getByLabel('Note').fill('kept');
	await page.getByLabel('Name').fill('Bob');
	await page.evaluate(`window.field = document.querySelector('[name=name]')`);
	await page.getByRole('button', { name: 'Send' }).click();
	await page.getByRole('heading', { name: 'Saved' }).waitFor();
	return page;
};

it('changes the document into the one that has come: elements stay, and scripts of both do not run again', async () => {
	const page = await submit();
	expect(await page.title()).toBe('Saved');
	expect(await page.evaluate(`field === document.querySelector('[name=name]')`)).toBe(true);
	expect(await page.evaluate(`document.querySelector('details').open`)).toBe(true);
	expect(await page.evaluate('[ran, both, added]')).toEqual([1, 1, true]);
	expect(await page.getByLabel('Note').inputValue()).toBe('kept');
	expect(await page.getByLabel('Name').inputValue()).toBe('Ann');
	await page.getByLabel('Name').fill('Cleo');
	await page.getByRole('button', { name: 'Send' }).click();
	await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Ann');
});

it('makes it the usual way where the library cannot be loaded', async () => {
	withoutLibrary = true;
	const page = await submit();
	expect(await page.evaluate('[ran, both, added]')).toEqual([2, 2, true]);
	expect(await page.getByLabel('Note').inputValue()).toBe('kept');
});
