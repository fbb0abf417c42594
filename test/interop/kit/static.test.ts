import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { started } from '../../browser/both-ways.ts';
import { openPage, type Site } from '../../browser/harness.ts';
import { serve } from '../../browser/serve.ts';
import { folderOf } from './site.ts';

const built = (process.env.SOFTPOST_KIT_STATIC ?? '').split(',');

const apps = ['two-static', 'three-static'].map((app) => [app, built.includes(app)] as const);

describe.each(apps)('adapter-static: %s', (app, isBuilt) => {
	let site: Site;
	beforeAll(async () => {
		if (!isBuilt) return;
		const files = sirv(join(folderOf(app), 'build'), { single: '200.html', etag: true });
		site = await serve((request, response) => {
			if (request.method === 'GET') return files(request, response);
			// As static servers answer it.
			response.writeHead(405, { allow: 'GET', 'content-type': 'text/html' });
			response.end('<h1>Method not allowed</h1>');
		});
	});
	afterAll(() => site?.close());

	const ways = [
		['a prerendered page', '/'],
		['a page of the fallback, which only the browser renders', '/app']
	] as const;

	it.runIf(isBuilt).each(ways)('a form that nobody answers shows that: %s', async (_, path) => {
		const page = await openPage({ covered: false });
		await page.goto(site.url + path);
		await started(page);
		await page.getByLabel('Name', { exact: true }).fill('Zoë');
		await page.getByRole('button', { name: 'to nothing' }).click();
		expect(await page.getByRole('heading', { name: /^Error/ }).innerText()).toContain('Error 405');
	});

	it.runIf(isBuilt).each(ways)(
		'the browser submits a form of another server: %s',
		async (_, path) => {
			const other = await serve((request, response) => {
				response.setHeader('content-type', 'text/html');
				request.setEncoding('utf8').on('data', (body) => response.end(`<h1>Got ${body}</h1>`));
			});
			onTestFinished(() => other.close());
			const page = await openPage({ covered: false });
			await page.goto(`${site.url}${path}#${other.url}/save`);
			await started(page);
			await page.getByRole('button', { name: 'to another server' }).click();
			await page.getByRole('heading', { name: 'Got name=Ada' }).waitFor();
			expect(page.url()).toBe(`${other.url}/save`);
		}
	);
});
