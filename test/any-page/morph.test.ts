import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
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

const marked = (body: string, head = ''): string => `<!doctype html>
<html lang="en" data-softpost-morph>
	<head><title>t</title><link rel="icon" href="data:,">${head}
		<script type="module" src="/softpost.document.min.js"></script></head>
	<body>${body}</body>
</html>`;

let own: Site | undefined;
afterEach(() => own?.close());

const FORM = '<h1>Form</h1><form method="post"><button>Send</button></form>';

/** Submits the form of a page. Resolves when the answer is shown and has the heading `Done`. */
const morphInto = async (answer: string, first = marked(FORM), policy?: string): Promise<Page> => {
	withoutLibrary = false;
	own = await serve(async (request, response) => {
		request.resume();
		if (request.url!.startsWith('/softpost')) {
			response.setHeader('content-type', 'text/javascript');
			return void response.end(await readFile(`dist${request.url}`));
		}
		if (request.url!.endsWith('.js')) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			response.setHeader('content-type', 'text/javascript');
			return void response.end(`ran.push('${request.url}')`);
		}
		response.setHeader('content-type', 'text/html');
		if (policy) response.setHeader('content-security-policy', policy);
		response.end(request.method === 'POST' ? answer : first);
	});
	const page = await openPage();
	await page.goto(own.url);
	await page.evaluate('window.ran = []');
	await page.getByRole('button', { name: 'Send' }).click();
	await page.getByRole('heading', { name: 'Done' }).waitFor();
	return page;
};

it('runs new scripts once, in the order of a page load', async () => {
	const page = await morphInto(
		marked(
			`<h1>Done</h1><script type="module">ran.push('module')</script><script>ran.push('body')</script>`,
			`<script defer src="/deferred.js"></script><script src="/blocking.js"></script><script>ran.push('head')</script>`
		)
	);
	await expect
		.poll(() => page.evaluate('ran'))
		.toEqual(['/blocking.js', 'head', 'body', '/deferred.js', 'module']);
});

it.each([
	['a new one', FORM],
	['one that has changed', `<script>window.ran = ['old']</script>${FORM}`]
])('leaves nothing of the page before behind a script: %s', async (_, first) => {
	const page = await morphInto(
		marked(`<script>ran.push('new')</script><h1>Done</h1>`),
		marked(first)
	);
	await expect.poll(() => page.evaluate('ran')).toEqual(['new']);
	expect(await page.evaluate('document.forms.length')).toBe(0);
	expect(await page.locator('h1').count()).toBe(1);
});

it('makes a page with declarative shadow roots the usual way', async () => {
	const page = await morphInto(
		marked(
			'<div id="host"><template shadowrootmode="open"><b>in the shadow</b></template></div><h1>Done</h1>'
		)
	);
	expect(await page.locator('b').textContent()).toBe('in the shadow');
});

it('makes a page that requires Trusted Types the usual way', async () => {
	const page = await morphInto(
		marked('<h1>Done</h1>', `<script>ran.push('head')</script><script src="/one.js"></script>`),
		undefined,
		"require-trusted-types-for 'script'; trusted-types softpost"
	);
	await expect.poll(() => page.evaluate('ran')).toEqual(['head', '/one.js']);
});
