import { source as axe } from 'axe-core';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPage } from '../browser/harness.ts';
import { serve, type Site } from '../browser/serve.ts';
import { startExample } from './start-examples.mjs';

let site: Site;

const FORM = `<form method="post" action="/data"><label>Name <input name="name" value="Ann"></label><button>Send</button></form>`;

const NEXT = FORM.replace('/data', '/page');

/** A form with an error at its field, which it is sent back with. */
const REFUSED = `<form method="post"><label>Name <input name="name" value="Ann" aria-invalid="true" aria-describedby="why"></label><p id="why">Name is taken</p><button>Send</button></form>`;

const inModal = (body: string): string =>
	`<dialog aria-label="Question">${body}</dialog><script>document.querySelector('dialog').showModal()</script>`;

/** Pages by their path; the form's error comes from `/data`. */
const bodies: Record<string, string> = {
	'/plain': FORM,
	'/modal': FORM + inModal('<p>Text</p>'),
	'/in-modal': inModal(FORM),
	'/shadow-in-modal': inModal(`<div><template shadowrootmode="open">${FORM}</template></div>`),
	'/aria-modal': `<div inert>${FORM}</div><div role="dialog" aria-modal="true" aria-label="Question">Text</div>`,
	'/closes': `<dialog aria-label="Question">${FORM}</dialog><script>var dialog = document.querySelector('dialog'); dialog.showModal(); dialog.onsubmit = () => dialog.close()</script>`,
	'/leaves': `<div>${FORM}</div><script>document.querySelector('form').addEventListener('softpost:submit', ({ target }) => target.remove())</script>`,
	'/contents': `<style>form { display: contents }</style>${FORM}`,
	'/marked': `<p data-softpost-error></p>${FORM}`,
	'/table': `<table><tr><th scope="col">Name</th></tr><tr><td>${FORM}</td></tr></table>`,
	'/next': NEXT,
	'/refused': REFUSED.replace('aria-invalid="true"', ''),
	'/refused-in-modal': inModal(REFUSED.replace('aria-invalid="true"', ''))
};

const pageOf = (body: string, title: string, html = ''): string =>
	`<!doctype html><html lang="en" ${html}><title>${title}</title><link rel="icon" href="data:,"><script type="module" src="/softpost.document.min.js"></script><main><h1>Heading</h1>${body}</main>`;

beforeAll(async () => {
	site = await serve((request, response) => {
		const url = request.url!;
		request.resume();
		if (url.endsWith('.js')) {
			response.setHeader('content-type', 'text/javascript');
			return void readFile(`dist${url}`).then((text) => response.end(text));
		}
		if (url === '/data') {
			response.statusCode = 409;
			return response.setHeader('content-type', 'application/json').end('{"code":"taken"}');
		}
		response.setHeader('content-type', 'text/html');
		if (url.startsWith('/refused') && request.method === 'POST') {
			response.statusCode = 422;
			const body = url === '/refused' ? REFUSED : inModal(REFUSED);
			return response.end(pageOf(body, 'Error: Page'));
		}
		if (url === '/page') return response.end(pageOf(NEXT, 'Answer'));
		if (url === '/morph')
			return response.end(
				pageOf(FORM.replace('/data', '/morph'), `${request.method} morphed`, 'data-softpost-morph')
			);
		response.end(pageOf(bodies[url]!, 'Page'));
	});
});
afterAll(() => site.close());

interface AxNode {
	ignored: boolean;
	nodeId: string;
	parentId?: string;
	role?: { value: string };
	name?: { value: string };
	description?: { value: string };
	properties?: { name: string; value: { value: unknown } }[];
}

/** The texts of assertive live regions, as the accessibility tree has them. */
const readAlerts = async (page: Page): Promise<string[]> => {
	const session = await page.context().newCDPSession(page);
	const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
	await session.detach();
	const live = nodes.filter(
		({ ignored, properties }) =>
			!ignored &&
			properties?.some(({ name, value }) => name === 'live' && value.value === 'assertive')
	);
	const ids = new Set(live.map(({ nodeId }) => nodeId));
	return nodes
		.filter(({ parentId, role }) => ids.has(parentId ?? '') && role?.value === 'StaticText')
		.map(({ name }) => name?.value ?? '');
};

/** Notes each text that comes into a live region, which is when a screen reader speaks. */
const NOTE_SPOKEN = `
	window.spoken = [];
	const watch = (root) => new MutationObserver((records) => {
		for (const { target, addedNodes } of records)
			if (target.nodeType === 1 && target.closest('[role=alert],[aria-live]'))
				for (const { textContent } of addedNodes) if (textContent) spoken.push(textContent);
	}).observe(root, { childList: true, subtree: true });
	watch(document);
	for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) watch(shadowRoot);
`;

const open = async (path: string): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url + path);
	await page.locator('[role=alert]').first().waitFor({ state: 'attached' });
	await page.evaluate(NOTE_SPOKEN);
	return page;
};

/** Submits the form, wherever it is, as a script or a key would. */
const submit = (page: Page): Promise<void> =>
	page.evaluate(`
		const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
		roots.flatMap((root) => [...root.querySelectorAll('form')])[0].requestSubmit()
	`);

const spoken = (page: Page): Promise<string[]> => page.evaluate('spoken');

/** What axe finds in the whole page, with the elements. */
const findProblems = async (page: Page): Promise<string[]> => {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => (window as any).axe.run());
	return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
		nodes.map(({ html }) => `${id}: ${html}`)
	);
};

describe('an error is announced once, and is in the accessibility tree', () => {
	it.each([
		['at the form', '/plain'],
		['beside a modal dialog', '/modal'],
		['in a modal dialog', '/in-modal'],
		['in a shadow tree in a modal dialog', '/shadow-in-modal'],
		['beside a modal of ARIA, which makes the form inert', '/aria-modal'],
		['in a dialog that closes on submit', '/closes'],
		['when the form has left', '/leaves'],
		['in a form without a box', '/contents'],
		['in the element that the page has marked', '/marked'],
		['in a cell of a table', '/table']
	])('%s', async (_, path) => {
		const page = await open(path);
		await submit(page);
		await expect.poll(() => spoken(page)).toHaveLength(1);
		expect(await readAlerts(page)).toEqual(await spoken(page));
		const alert = page.getByRole('alert').filter({ hasText: /./ });
		expect(await alert.count()).toBe(1);
		expect(await alert.isVisible()).toBe(true);
		expect(await alert.boundingBox()).toMatchObject({ width: expect.any(Number) });
		expect(await findProblems(page)).toEqual([]);
	});

	it.each(['/plain', '/modal', '/in-modal'])('without a connection, too: %s', async (path) => {
		const page = await open(path);
		// What sends has been loaded: a form whose second stage cannot be loaded is the browser's.
		await page.waitForLoadState('networkidle');
		await page.context().setOffline(true);
		await submit(page);
		await expect.poll(() => spoken(page)).toEqual([expect.stringContaining('connection')]);
		expect(await readAlerts(page)).toEqual(await spoken(page));
		expect(await findProblems(page)).toEqual([]);
	});

	it('and is gone from the dialog with the next submission', async () => {
		const page = await open('/modal');
		await submit(page);
		await expect.poll(() => readAlerts(page)).toHaveLength(1);
		await page.route('**/data', () => {});
		await submit(page);
		await expect.poll(() => readAlerts(page)).toEqual([]);
	});
});

/** Notes the title of each document that the browser reports as loaded, which is when a screen reader reads it. */
const noteLoads = async (page: Page): Promise<string[]> => {
	const session = await page.context().newCDPSession(page);
	await session.send('Accessibility.enable');
	// Only a tree that was asked for is kept up to date.
	await session.send('Accessibility.getFullAXTree');
	const titles: string[] = [];
	session.on('Accessibility.loadComplete', ({ root }) => titles.push(root.name?.value));
	return titles;
};

/** The focused element, as the accessibility tree has it. */
const readFocus = async (page: Page): Promise<object> => {
	const session = await page.context().newCDPSession(page);
	const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
	await session.detach();
	const isFocused = ({ properties }: AxNode): boolean =>
		!!properties?.some(({ name, value }) => name === 'focused' && value.value === true);
	const { role, name, description } = nodes.filter(isFocused).at(-1)!;
	return { role: role?.value, name: name?.value.trim(), description: description?.value };
};

describe('a new page is announced once', () => {
	it('by the browser, as one that was loaded, where it is made', async () => {
		const page = await open('/next');
		const titles = await noteLoads(page);
		await submit(page);
		await expect.poll(() => page.title()).toBe('Answer');
		await expect.poll(() => titles).toEqual(['Answer']);
		await submit(page);
		await expect.poll(() => titles).toEqual(['Answer', 'Answer']);
		expect(await readAlerts(page)).toEqual([]);
	});

	it('by its title, where the page is changed into it', async () => {
		const page = await open('/morph');
		await submit(page);
		await expect.poll(() => spoken(page)).toEqual(['POST morphed']);
		expect(await readAlerts(page)).toEqual(['POST morphed']);
		expect(await findProblems(page)).toEqual([]);
	});

	it.each(['/refused', '/refused-in-modal'])(
		'a page with status 422 too, with the focus on what is wrong: %s',
		async (path) => {
			const page = await open(path);
			const titles = await noteLoads(page);
			await submit(page);
			await expect.poll(() => titles).toEqual(['Error: Page']);
			expect(await readFocus(page)).toEqual({
				role: 'textbox',
				name: 'Name',
				description: 'Name is taken'
			});
			expect(await readAlerts(page)).toEqual([]);
			expect(await page.locator('[aria-busy]').count()).toBe(0);
			expect(await page.locator('dialog:modal').count()).toBe(path === '/refused' ? 0 : 1);
			expect(await findProblems(page)).toEqual([]);
			await submit(page);
			await expect.poll(() => titles).toEqual(['Error: Page', 'Error: Page']);
		}
	);
});

describe.each(['express', 'python'] as const)('the example app %s', (name) => {
	it('has nothing that axe finds, in no page that a form leads to', async () => {
		const { url, stop } = await startExample(name);
		onTestFinished(stop);
		const page = await openPage();
		await page.goto(url);
		await page.evaluate('window.marker = true');
		const titles = await noteLoads(page);
		const first = name === 'express' ? 'Sign' : 'Add';
		expect(await findProblems(page)).toEqual([]);
		// The page of Express that names the errors has another address: only the second time it is the page of the form.
		for (const count of [1, 2]) {
			await page.getByRole('button', { name: first }).click();
			await expect.poll(() => titles).toHaveLength(count);
			await page.locator('[aria-invalid=true]').first().waitFor();
		}
		expect(await readFocus(page)).toMatchObject({
			role: 'textbox',
			description: name === 'express' ? 'Please say who you are.' : 'Say what.'
		});
		expect(await findProblems(page)).toEqual([]);
		for (const label of name === 'express' ? ['Name', 'Text'] : ['What'])
			await page.getByLabel(label).fill('Hello there');
		await page.getByRole('button', { name: first }).click();
		await page.getByRole('status').filter({ hasText: /./ }).waitFor();
		await expect.poll(() => titles).toHaveLength(3);
		expect(await findProblems(page)).toEqual([]);
		expect(await page.evaluate('window.marker')).toBe(true);
	});
});
