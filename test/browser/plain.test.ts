import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { serve, type Site } from './serve.ts';

/** What a server without softpost answers to each action. */
const results: Record<string, [status: number, body: object]> = {
	'/?/save': [200, { type: 'success', status: 200, data: '[{"saved":1},true]' }],
	'/?/plain': [200, { type: 'success', status: 200, data: { saved: 'without devalue' } }],
	'/?/fail': [422, { type: 'failure', status: 422, data: '[{"wrong":1},"name"]' }],
	'/?/redirect': [200, { type: 'redirect', status: 303, location: '/done' }],
	'/?/error': [418, { type: 'error', error: { message: 'Teapot' } }]
};

const documentOf = (script: string): string => `<!doctype html>
<html lang="en">
	<head>
		<title>Plain</title>
		<link rel="icon" href="data:," />
		<script type="importmap">{ "imports": {
			"devalue": "/node_modules/devalue/src/index.js",
			"softpost": "/dist/index.js",
			"softpost/navigation": "/dist/navigation.js",
			"softpost/page": "/dist/page.js"
		} }</script>
	</head>
	<body>
		<form method="POST" action="/?/save">
			<input name="name" value="Ann" aria-label="Name" />
			<input name="wrong" aria-label="Wrong" aria-invalid="true" />
			<button>Save</button>
			<button formaction="/?/plain">Save plainly</button>
			<button formaction="/?/fail">Fail</button>
			<button formaction="/?/redirect#part">Redirect</button>
			<button formaction="/?/error">Error</button>
		</form>
		<script type="module">${script}
			document.documentElement.dataset.started = '';
		</script>
	</body>
</html>`;

const scripts: Record<string, string> = {
	'/': `
		import { enhance } from '/dist/softpost.min.js';
		enhance(document.querySelector('form'));
	`,
	'/entries': `
		import * as forms from 'softpost';
		import * as navigation from 'softpost/navigation';
		import { page } from 'softpost/page';
		Object.assign(window, { ...forms, ...navigation, page, snapshots: [] });
		page.subscribe(({ form, status, error }) => snapshots.push({ form, status, error }));
		history.replaceState(null, '', '/');
		enhance(document.querySelector('form'));
	`,
	'/parts': `
		import { createForms } from '/dist/softpost.min.js';
		window.calls = [];
		const form = document.querySelector('form');
		const name = (value) => (value instanceof Error || value instanceof URL ? String(value) : value);
		const log = (method) => async (...values) => void calls.push([method, ...values.filter((value) => value && typeof value !== 'function').map(name)]);
		window.forms = createForms({
			page: { current: {}, subscribe: () => () => {}, set: log('set') },
			navigation: { goto: log('goto'), showError: log('showError'), invalidateAll: log('invalidateAll') },
			fetch: (url, init) => {
				calls.push(['fetch', String(url), init.method, init.headers.get('x-sveltekit-action')]);
				return fetch(url, init);
			}
		});
		history.replaceState(null, '', '/');
		forms.enhance(form);
	`,
	'/made': `
		import { createForms } from '/dist/softpost.min.js';
		const made = () => new Response('<!doctype html><title>Made</title><h1>Made</h1>', { status: 422, headers: { 'content-type': 'text/html' } });
		createForms({ fetch: async () => made() }).enhance(document.querySelector('form'));
	`,
	'/given-back': `
		import { enhance } from '/dist/softpost.min.js';
		const form = document.querySelector('form');
		window.before = form.outerHTML;
		window.enhancement = enhance(form);
	`,
	'/all-given-back': `
		import { start } from '/dist/document.js';
		window.before = document.querySelector('form').outerHTML;
		window.enhancement = start();
	`,
	'/done': ''
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
	const url = request.url ?? '/';
	const result = results[url];
	if (request.method === 'POST' && result && request.headers['x-sveltekit-action'] === 'true') {
		request.resume();
		response
			.writeHead(result[0], { 'content-type': 'application/json' })
			.end(JSON.stringify(result[1]));
	} else if (extname(url) === '.js' && existsSync(`.${url}`)) {
		response.setHeader('content-type', 'text/javascript').end(await readFile(`.${url}`));
	} else {
		response.setHeader('content-type', 'text/html').end(documentOf(scripts[url] ?? ''));
	}
};

let site: Site;
beforeAll(async () => {
	site = await serve((request, response) => void answer(request, response));
});
afterAll(() => site.close());

const open = async (path: string): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url + path);
	await page.waitForSelector('html[data-started]');
	await page.evaluate('window.marker = true');
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** Runs code in the page, as text: it is not ours to bundle. */
const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

const focused = (page: Page): Promise<string> =>
	run(page, 'document.activeElement.ariaLabel ?? document.activeElement.tagName');

describe('dist/softpost.min.js in a page without a host', () => {
	it('resets form and focus after a success, and stays', async () => {
		const page = await open('/');
		await page.getByLabel('Name').fill('Bob');
		await press(page, 'Save');
		await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Ann');
		await expect.poll(() => focused(page)).toBe('BODY');
		expect(page.url()).toBe(`${site.url}/`);
		expect(await run(page, 'window.marker')).toBe(true);
	});

	it('focuses the invalid control after a failure, and keeps the input', async () => {
		const page = await open('/');
		await page.getByLabel('Name').fill('Bob');
		await press(page, 'Fail');
		await expect.poll(() => focused(page)).toBe('Wrong');
		expect(await page.getByLabel('Name').inputValue()).toBe('Bob');
	});

	it('loads the document that a redirect leads to, with the fragment of the action', async () => {
		const page = await open('/');
		await press(page, 'Redirect');
		await page.waitForURL(`${site.url}/done#part`);
		expect(await run(page, 'window.marker')).toBeUndefined();
	});

	it('announces an error in a live region and logs it', async () => {
		const page = await open('/');
		const errors: Promise<unknown>[] = [];
		page.on('console', (message) => {
			const [thrown] = message.args();
			if (message.type() === 'error' && thrown) errors.push(thrown.jsonValue());
		});
		await press(page, 'Error');
		await page.locator('[aria-live]').filter({ hasText: 'Teapot' }).waitFor({ state: 'attached' });
		expect(await Promise.all(errors)).toEqual([{ message: 'Teapot' }]);
		expect(await run(page, 'window.marker')).toBe(true);
		await press(page, 'Fail');
		await expect.poll(() => focused(page)).toBe('Wrong');
	});
});

describe('the entries by an import map, without a host', () => {
	it('share one page: results go to its subscribers', async () => {
		const page = await open('/entries');
		await press(page, 'Save');
		await expect.poll(() => run(page, 'page.current.form')).toEqual({ saved: true });
		await press(page, 'Save plainly');
		await expect.poll(() => run(page, 'page.current.form')).toEqual({ saved: 'without devalue' });
		await press(page, 'Fail');
		await expect.poll(() => run(page, 'page.current.status')).toBe(422);
		await press(page, 'Error');
		await expect.poll(() => run(page, 'page.current.status')).toBe(418);
		expect(await run(page, 'snapshots')).toMatchObject([
			{ form: null, status: 200, error: null },
			{ form: { saved: true }, status: 200 },
			{ form: { saved: 'without devalue' }, status: 200 },
			{ form: { wrong: 'name' }, status: 422 },
			{ status: 418, error: { message: 'Teapot' } }
		]);
	});

	it('have nothing to invalidate, and goto loads the document', async () => {
		const page = await open('/entries');
		expect(await run(page, `invalidateAll().then(() => 'resolved')`)).toBe('resolved');
		expect(await run(page, `goto('https://example.com').catch((error) => error.code)`)).toBe(
			'external_url'
		);
		await run(page, `void goto('/done')`);
		await page.waitForURL(`${site.url}/done`);
		expect(await run(page, 'window.marker')).toBeUndefined();
	});

	it('apply results given to applyAction', async () => {
		const page = await open('/entries');
		await run(page, `applyAction({ type: 'failure', status: 409, data: { by: 'hand' } })`);
		expect(await run(page, '[page.current.form, page.current.status]')).toEqual([
			{ by: 'hand' },
			409
		]);
		const code = `applyAction({ type: 'nonsense' }).catch((error) => error.code)`;
		expect(await run(page, code)).toBe('not_an_action_result');
	});
});

describe('destroy, without a host', () => {
	it.each(['/given-back', '/all-given-back'])(
		'leaves the form as it was, also after an error: %s',
		async (path) => {
			const page = await open(path);
			const alert = page.getByRole('alert');
			await alert.waitFor({ state: 'attached' });
			await press(page, 'Error');
			await alert.filter({ hasText: 'Teapot' }).waitFor();
			await run(page, 'enhancement.destroy()');
			await expect
				.poll(() => run(page, `document.querySelector('form').outerHTML === before`))
				.toBe(true);
		}
	);

	it('leaves nothing where it comes before the code for errors', async () => {
		const page = await open('/entries');
		const same = await run(
			page,
			`(async () => {
				const form = document.createElement('form');
				form.method = 'post';
				document.body.append(form);
				enhance(form).destroy();
				await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500)));
				return form.innerHTML;
			})()`
		);
		expect(same).toBe('');
	});
});

describe('createForms with given parts', () => {
	it('shows a page that the given fetch has made', async () => {
		const page = await open('/made');
		await press(page, 'Save');
		await page.getByRole('heading', { name: 'Made' }).waitFor();
		expect(page.url()).toBe(`${site.url}/?/save`);
		expect(await run(page, 'window.marker')).toBe(true);
	});

	const calls = (page: Page): Promise<unknown[][]> => run(page, 'calls');

	it('sends with the given fetch, and applies to the given page and navigation', async () => {
		const page = await open('/parts');
		await press(page, 'Save');
		const outcome = { form: { saved: true }, status: 200 };
		await expect.poll(async () => (await calls(page)).at(-1)).toEqual(['set', outcome]);
		expect(await calls(page)).toMatchObject([
			['fetch', `${site.url}/?/save`, 'POST', 'true'],
			['invalidateAll', outcome],
			['set', outcome]
		]);
	});

	it('leaves redirects and errors to the given navigation', async () => {
		const page = await open('/parts');
		await press(page, 'Redirect');
		await expect
			.poll(async () => (await calls(page)).at(-1))
			.toEqual(['goto', `${site.url}/done#part`, { invalidateAll: true }]);
		await press(page, 'Error');
		await expect
			.poll(async () => (await calls(page)).at(-1))
			.toEqual(['showError', { message: 'Teapot' }, 418]);
		expect(page.url()).toBe(`${site.url}/`);
		expect(await run(page, 'window.marker')).toBe(true);
	});
});
