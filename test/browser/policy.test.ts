import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { serve, type Site } from './serve.ts';

const PAGE = `<!doctype html>
<html lang="en">
	<meta charset="utf-8" />
	<link rel="icon" href="data:," />
	<form method="POST" action="/save#done" enctype="multipart/form-data">
		<input type="hidden" name="submit" value="é" />
		<textarea name="text">one
two</textarea>
		<input type="file" name="none" />
		<input type="file" name="file" />
		<button name="act" value="go">Send</button>
	</form>
	<script type="module">
		import { enhance } from '/dist/softpost.min.js';
		enhance(document.querySelector('form'));
		document.documentElement.dataset.started = '';
	</script>`;

let site: Site;
let posts: { fetched: boolean; body: string }[];

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
	if (request.method === 'POST') {
		const body = (await buffer(request)).toString();
		const fetched = 'x-sveltekit-action' in request.headers;
		posts.push({ fetched, body: body.replaceAll(/-{4,}\w+/g, 'BOUNDARY') });
		response.setHeader('content-type', fetched ? 'application/json' : 'text/html');
		response.end(fetched ? '{"type":"success","status":204}' : '<h1>Saved</h1>');
	} else if (request.url?.startsWith('/dist/')) {
		response.setHeader('content-type', 'text/javascript');
		response.end(await readFile(`.${request.url}`));
	} else {
		const policy = decodeURIComponent(request.url!.slice(2));
		if (policy) response.setHeader('content-security-policy', policy);
		response.setHeader('content-type', 'text/html').end(PAGE);
	}
};

beforeAll(async () => {
	site = await serve((request, response) => void answer(request, response));
});
beforeEach(() => {
	posts = [];
});
afterAll(() => site.close());

/** Sends the form of a page with a policy. */
const send = async (policy: string) => {
	const page = await openPage();
	await page.goto(`${site.url}/?${encodeURIComponent(policy)}`);
	await page.locator('[data-started]').waitFor({ state: 'attached' });
	await page
		.locator('[name=file]')
		.setInputFiles({ name: 'a "b".txt', mimeType: 'text/x-own', buffer: Buffer.from('bytes') });
	await page.getByRole('button', { name: 'Send' }).click();
	await expect.poll(() => posts.length).toBe(1);
	return page;
};

describe('a content security policy that lets fetch reach nothing', () => {
	it('leaves the submission to the browser: the same bytes, and the page that answers', async () => {
		await send('');
		const [fetched] = posts;
		expect(fetched).toMatchObject({ fetched: true });
		posts = [];
		const page = await send("connect-src 'none'");
		await page.getByRole('heading', { name: 'Saved' }).waitFor();
		expect(page.url()).toBe(`${site.url}/save#done`);
		expect(posts).toEqual([{ ...fetched, fetched: false }]);
	});
});
