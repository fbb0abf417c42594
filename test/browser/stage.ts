import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openPage, serveFixture } from './harness.ts';
import { serve, type Site } from './serve.ts';

/** Where a result is applied: in an app of the Svelte host, or in a page that has only `dist/softpost.min.js`. */
export const hosts = ['the Svelte host', 'a plain page'] as const;

export type HostName = (typeof hosts)[number];

const answers: Record<string, [status: number, body: object]> = {
	'/?/save': [200, { type: 'success', status: 200, data: '[{"saved":1},true]' }],
	'/?/fail': [422, { type: 'failure', status: 422, data: '[{"wrong":1},"name"]' }]
};

const plainPage = `<!doctype html>
<html lang="en">
	<head><meta charset="utf-8" /><title>Plain</title><link rel="icon" href="data:," /></head>
	<body>
		<a href="/">Home</a>
		<div id="stage"></div>
		<script type="module">
			import * as forms from '/dist/softpost.min.js';
			Object.assign(window, forms);
			document.documentElement.dataset.started = '';
		</script>
	</body>
</html>`;

/** A server that speaks softpost's wire and knows nothing else of it. */
const servePlain = (): Promise<Site> =>
	serve((request: IncomingMessage, response: ServerResponse) => {
		const answer = answers[request.url ?? ''];
		if (request.method === 'POST' && answer) {
			request.resume();
			response.writeHead(answer[0], { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer[1]));
		} else if (request.url === '/dist/softpost.min.js') {
			response.setHeader('content-type', 'text/javascript');
			void readFile('dist/softpost.min.js').then((file) => response.end(file));
		} else response.setHeader('content-type', 'text/html').end(plainPage);
	});

/** A page with markup of a test on it, whose forms are enhanced. */
export type OpenStage = (host: HostName, markup: string, submit?: string) => Promise<Page>;

/**
 * Serves both hosts for the tests of a file.
 *
 * @returns what opens a page: `markup` is put on it, `submit` is code for the second argument of `enhance`
 */
export const useStage = (): OpenStage => {
	let sites: Record<HostName, Site>;
	beforeAll(async () => {
		const [svelte, plain] = await Promise.all([serveFixture('focus'), servePlain()]);
		sites = { 'the Svelte host': svelte, 'a plain page': plain };
	});
	afterAll(() => Promise.all(Object.values(sites).map((site) => site.close())));
	return async (host, markup, submit = 'undefined') => {
		const page = await openPage({ viewport: { width: 600, height: 400 } });
		await page.goto(sites[host].url);
		await page.waitForSelector('html[data-started]');
		const code = `
			document.querySelector('#stage').innerHTML = ${JSON.stringify(markup)};
			window.ends = 0;
			for (const form of document.querySelectorAll('#stage form[method]'))
				enhance(form, (input) => (${submit})?.(input) ?? (async ({ update }) => {
					await update();
					ends += 1;
				}));
		`;
		await page.evaluate(`{ ${code} }`);
		return page;
	};
};

/** Runs code in the page, as text: it is not ours to bundle. */
export const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

/** The focused element, by its label, id, text or kind, even in a shadow tree. */
export const focused = (page: Page): Promise<string> =>
	run(
		page,
		`(() => {
			let element = document.activeElement;
			while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
			return element?.ariaLabel || element?.id || (element?.matches('a,button') && element.textContent) || element?.tagName;
		})()`
	);

/** Resolves when `count` results have been applied, and two frames later. */
export const applied = async (page: Page, count = 1): Promise<void> => {
	await page.waitForFunction(`ends === ${count}`);
	await run(
		page,
		`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`
	);
};
