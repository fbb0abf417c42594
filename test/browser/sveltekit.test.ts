import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started, stayed } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('sveltekit');
});
afterAll(() => site.close());

const open = async (path = '/'): Promise<Page> => {
	const page = await openPage();
	await page.goto(site.url + path);
	await started(page);
	return page;
};

const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

const follow = (page: Page, name: string): Promise<void> =>
	page.getByRole('link', { name, exact: true }).click();

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const forHeading = (page: Page, name: string): Promise<void> =>
	page.getByRole('heading', { name, exact: true }).waitFor();

const back = (page: Page): Promise<void> => run(page, 'history.back()');

/** What is requested from now on; code that is loaded when the page is idle does not count. */
const watchRequests = (page: Page): string[] => {
	const requests: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() !== 'script') requests.push(request.url());
	});
	return requests;
};

interface Event {
	hook: string;
	type?: string;
	from?: unknown;
	to?: unknown;
	willUnload?: boolean;
}

const events = (page: Page): Promise<Event[]> => run(page, 'events.splice(0)');

const at = (id: string | null, params: object | null, path: string): unknown => [id, params, path];
const HOME = at('/', {}, '/');
const ONE = at('/(app)/notes/[id]', { id: '1' }, '/notes/1');

describe('hooks', () => {
	it('hear of the first page, registered while it mounts', async () => {
		const page = await open('/notes/1');
		expect(await events(page)).toEqual([
			{ hook: 'after', type: 'enter', from: null, to: ONE, willUnload: false }
		]);
	});

	it('know the route and the parameters of the page that will be shown', async () => {
		const page = await open();
		await events(page);
		await follow(page, 'Two');
		await forHeading(page, 'Note two words');
		const to = at('/(app)/notes/[id]', { id: 'two words' }, '/notes/two%20words');
		const told = { type: 'link', from: HOME, to, willUnload: false };
		await expect
			.poll(() => run(page, 'events'))
			.toEqual([
				{ hook: 'before', ...told },
				{ hook: 'navigating', to },
				{ hook: 'on', ...told },
				{ hook: 'after', ...told }
			]);
	});

	it('know them for goto and for the way back', async () => {
		const page = await open();
		await run(page, `kit.goto('/notes/1')`);
		await forHeading(page, 'Note 1');
		await events(page);
		await back(page);
		await forHeading(page, 'Home');
		const before = (await events(page)).find(({ hook }) => hook === 'before');
		expect(before).toMatchObject({ type: 'popstate', from: ONE, to: HOME });
	});

	it('get a link that leaves the app: its target, and that the document will unload', async () => {
		const page = await open();
		await run(page, `void (stay = 'link')`);
		for (const [name, path] of [
			['Elsewhere', '/x'],
			['Plain', '/plain']
		]) {
			await events(page);
			await follow(page, name);
			await expect
				.poll(() => events(page))
				.toEqual([
					{ hook: 'before', type: 'link', from: HOME, to: at(null, null, path), willUnload: true }
				]);
		}
		expect(await stayed(page)).toBe(true);
		await run(page, 'void (stay = undefined)');
		let asked = 0;
		page.on('dialog', (dialog) => {
			asked++;
			return dialog.accept();
		});
		await run(page, `void (stay = 'leave')`);
		await follow(page, 'Plain');
		await forHeading(page, 'Plain document');
		expect(asked).toBe(0);
	});

	it('are not asked about the way back from a fragment of the shown page', async () => {
		const page = await open('/notes/1');
		await follow(page, 'End');
		await expect.poll(() => run(page, 'location.hash')).toBe('#end');
		await events(page);
		await back(page);
		await expect.poll(() => run(page, 'location.hash + kit.page.url.hash')).toBe('');
		expect(await events(page)).toEqual([]);
	});
});

describe('an endpoint', () => {
	it.each([
		['link', 'Link'],
		['link', 'Beside a page'],
		['link', 'Redirect of a load'],
		['button', 'Form'],
		['button', 'Redirect of an action']
	] as const)('is asked once by a %s: %s', async (role, name) => {
		const page = await open('/ways');
		await page.getByRole(role, { name, exact: true }).click();
		await forHeading(page, 'Use 1');
	});

	it('is asked once by goto', async () => {
		const page = await open('/ways');
		await run(page, `void kit.goto('/ticket/goto')`);
		await forHeading(page, 'Use 1');
	});

	it('is not asked ahead', async () => {
		const page = await open('/ways');
		const requests = watchRequests(page);
		await run(page, `kit.preloadData('/ticket/ahead')`);
		expect(requests).toEqual([]);
	});

	it('unloads the document, and beforeNavigate knows', async () => {
		const page = await open('/ways');
		await run(page, `void (events.splice(0), (stay = 'link'))`);
		await follow(page, 'Link');
		const [event] = await events(page);
		expect(event).toMatchObject({ hook: 'before', type: 'link', willUnload: true });
		expect(await stayed(page)).toBe(true);
	});
});

describe('a redirect of a load', () => {
	it('leads to a page that onNavigate and afterNavigate know', async () => {
		const page = await open();
		await follow(page, 'Moved');
		await forHeading(page, 'Note 1');
		await expect
			.poll(() => run(page, `events.filter(({ type }) => type === 'link').slice(1)`))
			.toMatchObject([
				{ hook: 'on', to: ONE },
				{ hook: 'after', to: ONE }
			]);
	});
});

describe('a page that gives way', () => {
	it('has its own data, result and parameters for as long as its handlers run', async () => {
		const page = await open('/blur');
		await press(page, 'Send');
		await expect.poll(() => page.locator('#wrong').innerText()).toBe('blur form');
		await page.getByLabel('Text').focus();
		await run(page, `kit.goto('/notes/1')`);
		await forHeading(page, 'Note 1');
		const seen = await run<unknown[]>(page, 'seen');
		expect(seen.length).toBeGreaterThan(1);
		for (const what of seen)
			expect(what).toEqual([expect.any(String), 'blur data', 'blur form', {}]);
	});
});

describe('a redirect loop', () => {
	it('ends in an error page of the app', async () => {
		const page = await open();
		await follow(page, 'Loop');
		await page
			.getByRole('heading', { name: 'Error 500: /loop/a redirects too often to be shown' })
			.waitFor();
		expect(await page.locator('nav').count()).toBe(1);
		expect(await stayed(page)).toBe(true);
		await follow(page, 'One');
		await forHeading(page, 'Note 1');
	});
});

describe('a redirect loop of handle', () => {
	it('ends in an error page of the app, too', async () => {
		const page = await open();
		await run(page, `kit.goto('/loop/handle')`);
		await page
			.getByRole('heading', { name: 'Error 500: /loop/handle redirects too often to be shown' })
			.waitFor();
		expect(await stayed(page)).toBe(true);
	});
});

describe('ids of routes from files', () => {
	it("are SvelteKit's, on the page and for its action", async () => {
		const page = await open('/notes/1');
		expect(await run(page, 'kit.page.route.id')).toBe('/(app)/notes/[id]');
		await page.getByLabel('Text').fill('hello');
		await press(page, 'Say');
		await expect.poll(() => page.locator('#said').innerText()).toBe('hello on /(app)/notes/[id] 1');
	});
});

describe('pushState and replaceState', () => {
	it('open a modal with a form, which Back closes, without a request', async () => {
		const page = await open();
		await follow(page, 'Modal');
		await forHeading(page, 'Modal on /modal');
		const requests = watchRequests(page);
		await events(page);
		await press(page, 'Open');
		await page.getByRole('dialog').waitFor();
		expect(await run(page, 'kit.page.state')).toEqual({ open: true, by: ['button'] });
		await back(page);
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(await run(page, 'document.activeElement.textContent')).toBe('Open');
		expect(await run(page, 'kit.page.state')).toEqual({});
		await run(page, 'history.forward()');
		await page.getByRole('dialog').waitFor();
		expect(requests).toEqual([]);
		expect(await events(page)).toEqual([]);
	});

	it('let a form in the modal be sent, and closed by its own Back', async () => {
		const page = await open('/modal');
		await press(page, 'Open');
		await press(page, 'Add');
		await expect.poll(() => page.locator('#missing').innerText()).toBe('Name?');
		await page.getByLabel('Name').fill('Grace');
		await press(page, 'Add');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.getByText('Grace').waitFor();
		expect(await run(page, 'kit.page.state')).toEqual({});
		expect(await stayed(page)).toBe(true);
	});

	it('may show another URL: the page stays, and is refreshed as itself', async () => {
		const page = await open();
		await follow(page, 'Modal');
		await press(page, 'Open at its URL');
		await page.getByRole('dialog').waitFor();
		expect(new URL(page.url()).pathname).toBe('/modal/new');
		await forHeading(page, 'Modal on /modal');
		await page.getByLabel('Name').fill('Linus');
		await page.getByRole('button', { name: 'Add' }).click();
		await page.getByText('Linus').waitFor();
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(new URL(page.url()).pathname).toBe('/modal');
		await run(page, 'history.forward()');
		await page.getByRole('dialog').waitFor();
		await page.reload();
		await started(page);
		await forHeading(page, 'New, as a page');
		await back(page);
		await forHeading(page, 'Modal on /modal');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await back(page);
		await forHeading(page, 'Home');
	});

	it('are there after a reload, once the page that the server knows is hydrated', async () => {
		const page = await open('/modal');
		const words: string[] = [];
		page.on('console', (message) => words.push(message.text()));
		await press(page, 'Open');
		await page.reload();
		await started(page);
		await page.getByRole('dialog').waitFor();
		expect(words).toEqual([]);
		await back(page);
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(await stayed(page)).toBe(true);
	});

	it('may replace the entry', async () => {
		const page = await open();
		await follow(page, 'Modal');
		await forHeading(page, 'Modal on /modal');
		const entries = await run<number>(page, 'history.length');
		await press(page, 'Open');
		await press(page, 'Replace');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(new URL(page.url()).search).toBe('?seen');
		expect(await run(page, 'history.length')).toBe(entries + 1);
		await back(page);
		await expect.poll(() => run(page, 'location.search')).toBe('');
		await back(page);
		await forHeading(page, 'Home');
	});

	it('copy proxies, and name the values that history cannot store', async () => {
		const page = await open('/modal');
		await run(page, `kit.goto('', { state: new Proxy({ list: [new Proxy({ a: 1 }, {})] }, {}) })`);
		expect(await run(page, 'kit.page.state')).toEqual({ list: [{ a: 1 }] });
		expect(await run(page, 'history.state.softpost.state')).toEqual({ list: [{ a: 1 }] });
		const refused = (call: string) =>
			run(page, `(async () => ${call})().catch(({ code, message }) => ({ code, message }))`);
		for (const call of [
			`kit.goto('', { state: { open() {} } })`,
			`kit.pushState('', { open() {} })`,
			`kit.replaceState('', { open() {} })`
		])
			expect(await refused(call)).toEqual({
				code: 'history_state',
				message: expect.stringContaining('state.open')
			});
		expect(await refused(`kit.pushState('https://elsewhere.example', {})`)).toMatchObject({
			code: 'external_url'
		});
	});
});

describe('export const snapshot', () => {
	it('is restored on the way back, in page and layout, and after a reload', async () => {
		const page = await open('/snapshot');
		await page.getByLabel('Text').fill('typed');
		await run(page, `void (layoutState = 'first')`);
		await follow(page, 'One');
		await forHeading(page, 'Note 1');
		await run(page, `void (layoutState = 'second')`);
		await back(page);
		await forHeading(page, 'Snapshot');
		await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('typed');
		expect(await run(page, 'layoutState')).toBe('first');
		await page.getByLabel('Text').fill('typed on');
		await page.reload();
		await started(page);
		await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('typed on');
		expect(await run(page, 'layoutState')).toBe('first');
		await run(page, 'history.forward()');
		await forHeading(page, 'Note 1');
		await expect.poll(() => run(page, 'layoutState')).toBe('second');
	});

	it('is that of its own page, also when documents come between', async () => {
		const page = await open('/snapshot');
		await page.getByLabel('Text').fill('first');
		await page.goto(`${site.url}/snapshot?again`);
		await started(page);
		expect(await page.getByLabel('Text').inputValue()).toBe('');
		await page.getByLabel('Text').fill('second');
		await page.goBack();
		await started(page);
		await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('first');
		await page.goForward();
		await started(page);
		await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('second');
	});

	it('is not restored by a link to the same page', async () => {
		const page = await open('/snapshot');
		await page.getByLabel('Text').fill('typed');
		await follow(page, 'One');
		await forHeading(page, 'Note 1');
		await follow(page, 'Snapshot');
		await forHeading(page, 'Snapshot');
		expect(await page.getByLabel('Text').inputValue()).toBe('');
	});
});

describe('invalidate', () => {
	const counts = (page: Page): Promise<string> => page.locator('#counts').innerText();

	/** How much higher the counts of root layout, layout and page are after a call. */
	const added = async (page: Page, call: string): Promise<number[]> => {
		const read = async () => (await counts(page)).split(' ').map(Number);
		const before = await read();
		await run(page, call);
		return (await read()).map((count, index) => count - before[index]);
	};

	it('reruns only the loads that depend on the change', async () => {
		const page = await open('/notes/1');
		expect(await added(page, `kit.invalidate('app:layout')`)).toEqual([1, 0, 0]);
		expect(await added(page, `kit.invalidate('app:notes')`)).toEqual([0, 1, 0]);
		expect(await added(page, `kit.invalidate('/api/notes?all')`)).toEqual([0, 1, 0]);
		expect(await added(page, `kit.invalidate(new URL('/api/notes?all', location))`)).toEqual([
			0, 1, 0
		]);
		expect(await added(page, `kit.invalidate('note:1')`)).toEqual([0, 0, 1]);
		expect(await added(page, `kit.invalidate('note:2')`)).toEqual([0, 0, 0]);
		const byFunction = `kit.invalidate((url) => url.protocol === 'app:' && url.pathname !== 'notes')`;
		expect(await added(page, byFunction)).toEqual([1, 0, 1]);
		expect(await added(page, `kit.refreshAll()`)).toEqual([1, 1, 1]);
		expect(await added(page, `kit.refreshAll({ includeLoadFunctions: false })`)).toEqual([0, 0, 0]);
		await forHeading(page, 'Note 1');
	});

	it('knows the dependencies of data that a navigation has kept, and sends no request without one', async () => {
		const page = await open('/notes/1');
		await follow(page, 'Two');
		await forHeading(page, 'Note two words');
		expect(await added(page, `kit.invalidate('app:notes')`)).toEqual([0, 1, 0]);
		const requests = watchRequests(page);
		await run(page, `kit.invalidate('app:nothing')`);
		expect(requests).toEqual([]);
	});

	it('leaves page.form and typed text alone', async () => {
		const page = await open('/notes/1');
		await page.getByLabel('Text').fill('first');
		await press(page, 'Say');
		const said = page.locator('#said');
		await expect.poll(() => said.innerText()).toContain('first on');
		await page.getByLabel('Text').fill('typed');
		await run(page, `kit.invalidate('app:note')`);
		expect(await said.innerText()).toContain('first on');
		expect(await page.getByLabel('Text').inputValue()).toBe('typed');
	});
});

describe("SvelteKit 3's names", () => {
	it('data-sveltekit-reset="off" leaves scroll position and focus alone', async () => {
		const page = await open();
		await run(page, `void scrollTo(0, 400)`);
		const link = page.getByRole('link', { name: 'One', exact: true });
		await link.evaluate((element: HTMLElement) => {
			element.setAttribute('data-sveltekit-reset', 'off');
			element.focus({ preventScroll: true });
			element.click();
		});
		await forHeading(page, 'Note 1');
		expect(await run(page, 'Math.round(scrollY)')).toBe(400);
		expect(await run(page, 'document.activeElement.textContent')).toBe('One');
	});

	it('goto knows replace, reset, refreshAll and shallow', async () => {
		const page = await open();
		await run(page, `kit.goto('/notes/1')`);
		const entries = await run<number>(page, 'history.length');
		await run(page, `void scrollTo(0, 400)`);
		await run(page, `kit.goto('/notes/2', { replace: true, reset: false })`);
		expect(await run(page, '[history.length, Math.round(scrollY)]')).toEqual([entries, 400]);
		await run(page, `kit.goto('/modal/new', { shallow: true, state: { open: 1 } })`);
		await forHeading(page, 'Note 2');
		expect(
			await run(page, '[kit.page.state.open, location.pathname, kit.page.url.pathname]')
		).toEqual([1, '/modal/new', '/notes/2']);
	});
});

describe('preloadData', () => {
	it("returns a page's data for a dialog, and the next navigation uses it", async () => {
		const page = await open();
		expect(await run(page, `kit.preloadData('/notes/1')`)).toMatchObject({
			type: 'loaded',
			status: 200,
			data: { id: '1', layout: expect.any(Number), page: expect.any(Number) }
		});
		const requests = watchRequests(page);
		await run(page, `kit.goto('/notes/1')`);
		await forHeading(page, 'Note 1');
		expect(requests).toEqual([]);
	});

	it('is not used after something was sent, nor for a refresh', async () => {
		const page = await open('/notes/1');
		for (const sent of [
			async () => {
				await press(page, 'Say');
				await page.getByText('on /(app)/notes/[id] 1').waitFor();
			},
			() => run(page, 'kit.invalidateAll()')
		]) {
			await run(page, `kit.preloadData('/notes/2')`);
			await sent();
			const requested = page.waitForRequest('**/notes/2');
			await run(page, `kit.goto('/notes/2')`);
			await requested;
			await run(page, `kit.goto('/notes/1')`);
		}
	});

	it('says where a page redirects, and that there is none', async () => {
		const page = await open();
		expect(await run(page, `kit.preloadData('/moved')`)).toEqual({
			type: 'redirect',
			location: `${site.url}/notes/1`
		});
		expect(await run(page, `kit.preloadData('/nowhere')`)).toMatchObject({ status: 404 });
	});
});

describe('what is not there', () => {
	it.each([[`kit.disableScrollHandling()`, 'disableScrollHandling']])(
		'%s is an error that says what to do',
		async (call, name) => {
			const page = await open();
			expect(
				await run(page, `(async () => ${call})().catch(({ code, message }) => [code, message])`)
			).toEqual(['unsupported', expect.stringMatching(`^softpost has no ${name}\\. .{20}`)]);
		}
	);
});
