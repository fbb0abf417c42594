import type { ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started, stayed } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('host');
});
afterAll(() => site.close());

const open = async (path = '/', options = {}): Promise<Page> => {
	const page = await openPage(options);
	await page.goto(site.url + path);
	if (!('javaScriptEnabled' in options)) await started(page);
	return page;
};

/** Runs code in the page, as text: it is not ours to bundle. */
const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

const follow = (page: Page, name: string): Promise<void> =>
	page.getByRole('link', { name, exact: true }).click();

const forHeading = (page: Page, name: string): Promise<void> =>
	page.getByRole('heading', { name, exact: true }).waitFor();

const headings = (page: Page): Promise<string[]> => page.locator('h1, h2, h3').allTextContents();

const scrolled = (page: Page): Promise<number> => run(page, 'Math.round(scrollY)');

const events = (page: Page): Promise<unknown[][]> => run(page, 'globalThis.events ?? []');

describe('start', () => {
	it('hydrates without moving a node and without a word in the console', async () => {
		const page = await openPage();
		const messages: ConsoleMessage[] = [];
		page.on('console', (message) => messages.push(message));
		let release!: () => void;
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/client.js', async (route) => {
			await released;
			await route.continue();
		});
		await page.goto(`${site.url}/blog/one`, { waitUntil: 'commit' });
		await page.locator('#end').waitFor();
		await run(page, `void (window.found = [...document.body.querySelectorAll('*')])`);
		release();
		await page.waitForSelector('html[data-started]');
		const same = `found.every((node, index) => node === document.body.querySelectorAll('*')[index])`;
		expect(await run(page, same)).toBe(true);
		expect(await run(page, `document.body.querySelectorAll('*').length - found.length`)).toBe(0);
		expect(await run(page, 'found.length')).toBeGreaterThan(20);
		expect(messages.map((message) => message.text())).toEqual([]);
	});

	it('shows the same with JavaScript off', async () => {
		const [off, on] = await Promise.all([
			open('/blog/one', { javaScriptEnabled: false }),
			open('/blog/one')
		]);
		expect(await off.locator('body').innerText()).toBe(await on.locator('body').innerText());
	});

	it('gives everything back on destroy', async () => {
		const page = await open();
		await run(page, 'app.destroy()');
		expect(await page.locator('main').count()).toBe(0);
		await run(
			page,
			`void document.body.insertAdjacentHTML('beforeend', '<a href="/blog">Own</a>')`
		);
		await follow(page, 'Own');
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(false);
	});
});

describe.each([false, true])('routes, client-side %s', (client) => {
	/** Opens a page directly, or comes to it by a link or `goto`. */
	const reach = async (path: string): Promise<Page> => {
		const page = await open(client ? '/' : path);
		if (client) await run(page, `kit.goto(${JSON.stringify(path)})`);
		expect(await stayed(page)).toBe(true);
		expect(new URL(page.url()).pathname).toBe(path);
		return page;
	};

	it('give pages data and params, inside layouts with the data down to them', async () => {
		const page = await reach('/blog/one');
		expect(await headings(page)).toEqual([
			'Blog layout: root data, blog data, blog',
			'Post one one page'
		]);
		expect(await page.locator('#root').textContent()).toBe('Root layout: root data, one');
		expect(
			await run(page, '({ ...kit.page.params, id: kit.page.route.id, ...kit.page.data })')
		).toEqual({
			slug: 'one',
			id: '/blog/[slug]',
			root: 'root data',
			blog: 'blog data',
			who: 'page'
		});
	});

	it('may have groups', async () => {
		const page = await reach('/about');
		expect(await headings(page)).toEqual(['Info layout', 'About']);
	});

	it('may have rest parameters', async () => {
		expect(await headings(await reach('/files/a/b/c'))).toEqual(['Rest a/b/c']);
	});

	it('show an expected error of load in the nearest boundary', async () => {
		const page = await reach('/blog/broken');
		expect(await headings(page)).toEqual([
			'Blog layout: root data, blog data, blog',
			'Blog error 404: No such post'
		]);
	});

	it('show an unexpected error as handleError tells it', async () => {
		const page = await reach('/blog/crash');
		expect((await headings(page)).at(-1)).toBe('Blog error 500: Internal Error at /blog/crash');
	});

	it('show an error of a layout’s load in the boundary above that layout', async () => {
		const page = await reach('/blog/section');
		expect(await headings(page)).toEqual([
			'Blog layout: root data, blog data, blog',
			'Blog error 403: Not yours'
		]);
	});

	it('show an error in rendering in the nearest boundary', async () => {
		const page = await reach('/blog/unrenderable');
		await page.getByText('Blog error 500').waitFor();
		expect(await headings(page)).toEqual([
			'Blog layout: root data, blog data, blog',
			client
				? 'Blog error 500: Internal Error on /blog/unrenderable'
				: 'Blog error 500: Internal Error at /blog/unrenderable'
		]);
		await follow(page, 'One');
		await forHeading(page, 'Post one one page');
	});

	it('leave an error page by a link', async () => {
		const page = await reach('/blog/broken');
		await follow(page, 'Two');
		await forHeading(page, 'Post two two page');
		expect(await run(page, '[kit.page.status, kit.page.error]')).toEqual([200, null]);
		expect(await stayed(page)).toBe(true);
	});
});

describe('errors in the browser', () => {
	it('in rendering after the page was shown are shown in the nearest boundary', async () => {
		const page = await open('/blog/one');
		await page.getByRole('button', { name: 'Break' }).click();
		await forHeading(page, 'Blog error 500: Internal Error on /blog/one');
		expect(await run(page, '[kit.page.status, kit.page.error.cause]')).toEqual([
			500,
			'rendering broke'
		]);
		await follow(page, 'Two');
		await forHeading(page, 'Post two two page');
	});

	it.each([
		['Error', 'Blog error 409: Conflict'],
		['Crash', 'Blog error 500: Internal Error at /blog/one']
	])('of actions are shown in the nearest boundary: %s', async (button, heading) => {
		const page = await open('/blog/one');
		await page.getByRole('button', { name: button }).click();
		await forHeading(page, heading);
		expect((await headings(page))[0]).toBe('Blog layout: root data, blog data, blog');
	});
});

describe('links', () => {
	it('keep the document and the layouts that stay, scroll to the top, and announce the title', async () => {
		const page = await open('/blog/one');
		await run(page, `void (window.heading = document.querySelector('h2'))`);
		await run(page, 'scrollTo(0, 900)');
		await follow(page, 'Two');
		await forHeading(page, 'Post two two page');
		expect(await stayed(page)).toBe(true);
		expect(await run(page, `heading === document.querySelector('h2')`)).toBe(true);
		await expect.poll(() => scrolled(page)).toBe(0);
		await page
			.locator('[aria-live]')
			.filter({ hasText: '/blog/two' })
			.waitFor({ state: 'attached' });
		expect(await page.title()).toBe('/blog/two');
		expect(await run(page, 'document.activeElement === document.body')).toBe(true);
	});

	it('in a drawing keep the document', async () => {
		const page = await open();
		await page.getByText('Drawn').click();
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(true);
	});

	it('move focus to autofocus', async () => {
		const page = await open();
		await follow(page, 'About');
		await forHeading(page, 'About');
		await expect.poll(() => run(page, 'document.activeElement.ariaLabel')).toBe('First');
	});

	it('scroll to a fragment, on another page and on this one', async () => {
		const page = await open();
		await follow(page, 'To the end');
		await expect.poll(() => scrolled(page)).toBeGreaterThan(1000);
		await follow(page, 'End of two');
		await forHeading(page, 'Post two two page');
		await expect.poll(() => scrolled(page)).toBeGreaterThan(1000);
		expect(page.url()).toBe(`${site.url}/blog/two#end`);
		expect(await stayed(page)).toBe(true);
	});

	it('follow the redirect of a load', async () => {
		const page = await open();
		await follow(page, 'Moved');
		await forHeading(page, 'Post two two page');
		expect(page.url()).toBe(`${site.url}/blog/two`);
		expect(await stayed(page)).toBe(true);
	});

	it('honour data-sveltekit-replacestate, -noscroll, -keepfocus and -reload', async () => {
		const page = await open();
		const entries = await run<number>(page, 'history.length');
		await follow(page, 'Blog instead');
		await forHeading(page, 'All posts');
		expect(await run(page, 'history.length')).toBe(entries);
		await run(page, 'kit.goto("/blog/one")');
		await page.getByRole('link', { name: 'Blog unscrolled' }).evaluate((link: HTMLElement) => {
			scrollTo(0, 500);
			link.click();
		});
		await forHeading(page, 'All posts');
		expect(await scrolled(page)).toBe(500);
		await run(page, 'kit.goto("/blog/one")');
		await follow(page, 'Blog focused');
		await forHeading(page, 'All posts');
		expect(await run(page, 'document.activeElement.textContent')).toBe('Blog focused');
		expect(await stayed(page)).toBe(true);
		await follow(page, 'Blog reloaded');
		await expect.poll(() => stayed(page).catch(() => true)).toBe(false);
	});

	it('load the document of a URL that is not a page of this app', async () => {
		const page = await open();
		await follow(page, 'Plain');
		await forHeading(page, 'Plain document');
		expect(page.url()).toBe(`${site.url}/plain`);
	});

	it('to a URL that the app does not know load the document, which may be another’s', async () => {
		const page = await open();
		await follow(page, 'Unknown');
		await page.getByText('Root error 404').waitFor();
		expect(page.url()).toBe(`${site.url}/unknown`);
		expect(await stayed(page)).toBe(false);
	});

	it('load the document if there is no connection for the data', async () => {
		const page = await open();
		await page.route('**/blog', (route) =>
			route.request().isNavigationRequest() ? route.continue() : route.abort()
		);
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		expect(await stayed(page)).toBe(false);
	});

	it('are left to the browser with Ctrl', async () => {
		const page = await open();
		const opened = page.context().waitForEvent('page');
		await page.getByRole('link', { name: 'Blog', exact: true }).click({ modifiers: ['Control'] });
		await (await opened).waitForURL(`${site.url}/blog`);
		expect(page.url()).toBe(`${site.url}/`);
	});
});

describe('back and forward', () => {
	it('restore page, scroll position and page.state', async () => {
		const page = await open();
		await run(page, 'kit.goto("/blog", { state: { open: 1 } })');
		await run(page, 'scrollTo(0, 700)');
		await run(page, 'kit.goto("/blog/one", { state: { open: 2 } })');
		await expect.poll(() => scrolled(page)).toBe(0);
		await run(page, 'scrollTo(0, 300)');
		await page.goBack();
		await forHeading(page, 'All posts');
		await expect.poll(() => scrolled(page)).toBe(700);
		expect(await run(page, 'kit.page.state')).toEqual({ open: 1 });
		await page.goForward();
		await forHeading(page, 'Post one one page');
		await expect.poll(() => scrolled(page)).toBe(300);
		expect(await run(page, 'kit.page.state')).toEqual({ open: 2 });
		await page.goBack();
		await page.goBack();
		await forHeading(page, 'Home');
		expect(await run(page, 'kit.page.state')).toEqual({});
		expect(await stayed(page)).toBe(true);
	});

	it('go over fragments of one page without asking the server', async () => {
		const page = await open();
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		await follow(page, 'To the end');
		await expect.poll(() => scrolled(page)).toBeGreaterThan(1000);
		expect(await run(page, 'kit.page.url.hash')).toBe('#end');
		await page.goBack();
		await expect.poll(() => scrolled(page)).toBe(0);
		expect(await run(page, 'kit.page.url.hash')).toBe('');
		expect(requests).toEqual([]);
	});

	it('come back from another document with the scroll position', async () => {
		const page = await open('/blog');
		await run(page, 'scrollTo(0, 700)');
		await run(page, `document.querySelector('[href="/plain"]').dataset.sveltekitReload = ''`);
		await page.getByRole('link', { name: 'Plain' }).evaluate((link: HTMLElement) => link.click());
		await forHeading(page, 'Plain document');
		await page.goBack();
		await forHeading(page, 'All posts');
		await expect.poll(() => scrolled(page)).toBe(700);
	});
});

describe('goto', () => {
	it('replaces the entry, keeps scroll and focus, and sets state', async () => {
		const page = await open('/blog');
		const entries = await run<number>(page, 'history.length');
		await page.getByRole('link', { name: 'One', exact: true }).focus();
		await run(page, 'scrollTo(0, 400)');
		await run(
			page,
			`kit.goto('/blog/one', { replaceState: true, noScroll: true, keepFocus: true, state: { a: 1 } })`
		);
		await forHeading(page, 'Post one one page');
		expect(await scrolled(page)).toBe(400);
		expect(await run(page, 'document.activeElement.textContent')).toBe('One');
		expect(await run(page, 'kit.page.state')).toEqual({ a: 1 });
		expect(await run(page, 'history.length')).toBe(entries);
	});

	it.each([
		'https://example.com/',
		'javascript:window.owned=1',
		'mailto:ann@example.com',
		'data:text/html,x'
	])('refuses %s', async (target) => {
		const page = await open();
		const code = `kit.goto(${JSON.stringify(target)}).then(() => 'went', (error) => error.code)`;
		expect(await run(page, code)).toBe('external_url');
		expect(await run(page, 'window.owned')).toBeUndefined();
	});

	it('lets the newest navigation win', async () => {
		const page = await open();
		await page.route('**/blog/one', async (route) => {
			await page.waitForFunction(`kit.page.url.pathname === '/blog/two'`);
			await route.continue().catch(() => {});
		});
		await run(page, `Promise.all([kit.goto('/blog/one'), kit.goto('/blog/two')])`);
		await forHeading(page, 'Post two two page');
		expect(page.url()).toBe(`${site.url}/blog/two`);
	});
});

describe('navigating', () => {
	it('tells where to and how while a page is on its way, and nothing after', async () => {
		const page = await open();
		let release!: () => void;
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/blog/one', async (route) => {
			await released;
			await route.continue();
		});
		await follow(page, 'One');
		await page.locator('#navigating').filter({ hasText: 'to /blog/one by link' }).waitFor();
		release();
		await page.locator('#navigating').filter({ hasText: 'idle' }).waitFor();
		expect(
			await run(page, '[kit.navigating.from, kit.navigating.to, kit.navigating.type]')
		).toEqual([null, null, null]);
	});
});

describe('hooks', () => {
	it('are called before, on and after each navigation', async () => {
		const page = await open();
		await run(page, 'void (globalThis.events = [])');
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		await run(page, `kit.goto('/about')`);
		await page.goBack();
		await forHeading(page, 'All posts');
		await expect.poll(async () => (await events(page)).length).toBe(9);
		const calls = await events(page);
		const of = (type: string, from: string, to: string, delta: number | null): unknown[][] =>
			['before', 'on', 'after'].map((hook) => [hook, type, from, to, delta]);
		expect(calls).toEqual([
			...of('link', '/', '/blog', null),
			...of('goto', '/blog', '/about', null),
			...of('popstate', '/about', '/blog', -1)
		]);
	});

	it('cancel keeps the page, also when going back', async () => {
		const page = await open();
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		await run(page, `void (globalThis.onHook = (hook, { cancel }) => cancel?.())`);
		await run(page, `kit.goto('/about')`);
		expect(page.url()).toBe(`${site.url}/blog`);
		await run(page, 'history.back()');
		await expect
			.poll(async () => (await events(page)).at(-1)?.slice(0, 2))
			.toEqual(['before', 'popstate']);
		await expect.poll(() => page.url()).toBe(`${site.url}/blog`);
		expect(await headings(page)).toContain('All posts');
		await run(page, 'void (globalThis.onHook = null)');
		await run(page, 'history.back()');
		await forHeading(page, 'Home');
		expect(await stayed(page)).toBe(true);
	});

	it('beforeNavigate hears of the document being left, and can ask the user to stay', async () => {
		const page = await open();
		await page.locator('#count').click();
		await run(page, `void (globalThis.onHook = (hook, { cancel }) => cancel?.())`);
		const asked = new Promise<string>((resolve) => {
			page.once('dialog', async (dialog) => {
				await dialog.dismiss();
				resolve(dialog.type());
			});
		});
		await run(page, `void setTimeout(() => location.assign('/plain'))`);
		expect(await asked).toBe('beforeunload');
		expect((await events(page)).at(-1)).toEqual(['before', 'leave', '/', null, null]);
		expect(await stayed(page)).toBe(true);
		await run(page, 'void (globalThis.onHook = null)');
	});

	it('onNavigate is awaited, and its returned function runs when the page is shown', async () => {
		const page = await open();
		await run(
			page,
			`
			window.seen = [];
			const heading = () => document.querySelector('h1').textContent;
			globalThis.onHook = async (hook) => {
				if (hook !== 'on') return;
				await new Promise((resolve) => setTimeout(resolve, 20));
				seen.push(heading());
				return () => seen.push(heading());
			};
		`
		);
		await follow(page, 'Blog');
		await forHeading(page, 'All posts');
		await expect.poll(() => run(page, 'seen')).toEqual(['Home', 'All posts']);
	});

	it('onNavigate can wrap the change in a view transition', async () => {
		const page = await open();
		await run(
			page,
			`void (globalThis.onHook = (hook, navigation) => {
			if (hook !== 'on') return;
			return new Promise((resolve) => {
				document.startViewTransition(async () => {
					resolve();
					await navigation.complete;
					window.transitioned = document.querySelector('h1').textContent;
				});
			});
		})`
		);
		await follow(page, 'Blog');
		await page.waitForFunction('window.transitioned');
		expect(await run(page, 'transitioned')).toBe('All posts');
	});
});
