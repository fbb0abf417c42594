/**
 * Counts what one submission runs of the package in the browser: the files entered, the functions with a
 * name, and all calls (of callbacks too), from the click to the last effect of a success whose response
 * carries the page. The page is the counter of the browser tests, with the Svelte host and its router; its
 * bundle has a file for each module of `dist`, not minified, and V8's precise coverage counts.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { build } from 'vite';
import { ensureBrowser } from '../scripts/lib/browsers.mjs';

const folder = resolve('node_modules/.cache/softpost-walk');
const app = resolve('test/browser/fixture-app');

/** @param {'client' | 'server'} side */
const buildSide = (side) =>
	build({
		root: resolve('test/browser/fixtures/counter'),
		configFile: false,
		logLevel: 'warn',
		plugins: [svelte({ compilerOptions: { css: 'injected' } })],
		resolve: { alias: { '$app/forms': 'softpost' } },
		ssr: { noExternal: true },
		build: {
			ssr: side === 'server',
			outDir: join(folder, side),
			emptyOutDir: true,
			minify: false,
			target: 'es2022',
			rolldownOptions: {
				input: join(app, `${side}.js`),
				preserveEntrySignatures: 'strict',
				output: {
					entryFileNames: '[name].js',
					...(side === 'client' && { preserveModules: true, preserveModulesRoot: resolve('.') })
				}
			}
		}
	});

/** The app on a free port of the loopback interface. */
const serve = async () => {
	const { createFixture } = await import(pathToFileURL(join(folder, 'server/server.js')).href);
	const template = readFileSync(join(app, 'app.html'), 'utf8');
	const script = '/test/browser/fixture-app/client.js';
	const handler = createFixture(template.replace('/client.js', script), {});
	const files = sirv(join(folder, 'client'), { dev: true });
	const server = createServer((request, response) =>
		files(request, response, () => handler(request, response))
	).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
};

/** @typedef {{ url: string, functions: { functionName: string, ranges: { count: number, startOffset: number }[] }[] }} Script */

/** Submits the form, and waits for the last effect. @param {import('playwright-core').Page} page @param {number} by */
const submit = async (page, by) => {
	await page.getByRole('button', { name: 'Add' }).click();
	await page.getByText(`Added ${by}`).waitFor();
	await page.locator('form:not([aria-busy])').waitFor();
	// Two frames: focus and announcements are done by then.
	await page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
	);
};

/** Everything that ran in a page while it submitted once. @param {import('playwright-core').Page} page @returns {Promise<Script[]>} */
const submitOnce = async (page) => {
	const session = await page.context().newCDPSession(page);
	await session.send('Profiler.enable');
	await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	await page.getByLabel('By').fill('2');
	// The counts are set back: what follows is the submission alone.
	await session.send('Profiler.takePreciseCoverage');
	await submit(page, 2);
	return (await session.send('Profiler.takePreciseCoverage')).result;
};

/** @typedef {{ file: string, name: string, count: number }} Ran a function; `name` is empty for a callback */

/** @param {Script} script @returns {Ran[]} what ran of a module of `dist` */
const ranOf = ({ url, functions }) => {
	const [, file] = /\/dist\/(.+\.js)$/.exec(url) ?? [];
	if (!file) return [];
	return functions
		.map(({ functionName: name, ranges: [{ count }] }) => ({ file, name, count }))
		.filter(({ count }) => count > 0);
};

/** @param {Ran[]} list */
export const countOf = (list) => ({
	files: new Set(list.map(({ file }) => file)).size,
	functions: list.filter(({ name }) => name).length,
	calls: list.reduce((sum, { count }) => sum + count, 0)
});

/**
 * Builds the page and opens it in Chromium.
 *
 * @template T
 * @param {(page: import('playwright-core').Page) => Promise<T>} use gets the page after a first submission, which has loaded
 *   and set up the code for all others
 */
export const withCounter = async (use) => {
	const executablePath = await ensureBrowser();
	for (const side of /** @type {const} */ (['client', 'server'])) await buildSide(side);
	const server = await serve();
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage();
		const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
		await page.goto(`http://127.0.0.1:${port}/`);
		await page.locator('html[data-started]').waitFor();
		await submit(page, 1);
		return await use(page);
	} finally {
		await browser.close();
		server.close();
		server.closeAllConnections();
	}
};

/** Submits the form of the counter once, and lists what ran. @returns {Promise<Ran[]>} */
export const walk = () => withCounter(async (page) => (await submitOnce(page)).flatMap(ranOf));
