import { readFile, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPage } from './harness.ts';
import { expectSameStyles, isStarted, stylesheets } from './same-styles.ts';
import { copyApp, runVite, startBuild, startVite, type Running } from './vite-app.ts';

const FIXTURE = 'test/browser/vite-app';

/** Every kind of page: in groups, with universal load, with an endpoint, of errors at two depths. */
const PATHS = ['/', '/about', '/form', '/items/tea', '/items/broken', '/nowhere'];

let app: Awaited<ReturnType<typeof copyApp>>;
beforeAll(async () => {
	app = await copyApp(FIXTURE);
});
afterAll(() => app.remove());

describe('vite build', () => {
	let site: Running;
	beforeAll(async () => {
		const { code, output } = await runVite(app.root, 'build', '--logLevel', 'warn');
		expect({ code, output }).toEqual({ code: 0, output: '' });
		site = await startBuild(app.root, { PUBLIC_SHOP: 'Corner shop' });
	});
	afterAll(() => site.stop());

	it.each(PATHS)('has all styles of %s in the first HTML, once each', async (path) => {
		await expectSameStyles(site.url, path);
	});

	// The second page calls `goto`, which shares modules with the second stage.
	it.each(['/form', '/items/tea'])(
		'names in the HTML all that %s loads before it is alive, and nothing else',
		async (path) => {
			const page = await openPage({ covered: false });
			const loaded: string[] = [];
			page.on('request', (request) => {
				if (request.resourceType() === 'script') loaded.push(new URL(request.url()).pathname);
			});
			// The second stage is loaded later.
			const asked = page.waitForRequest(/\/second-/);
			await page.goto(site.url + path);
			await asked;
			const first = loaded.slice(
				0,
				loaded.findIndex((file) => file.includes('/second-'))
			);
			const html = await (await fetch(site.url + path)).text();
			expect(html).not.toMatch(/\/second-/);
			// The app has custom types: only the data itself says that it needs the codec.
			const unnamed = first.filter((file) => !html.includes(file) && !file.includes('/codec-'));
			expect(unnamed).toEqual([]);
			expect(first.length).toBeGreaterThan(1);
		}
	);

	it.each([
		{ coding: 'br', atMost: 0.5 },
		{ coding: 'gzip', atMost: 0.5 },
		{ coding: 'identity', atMost: 1 }
	])('sends its files as $coding to a client that takes it', async ({ coding, atMost }) => {
		const html = await (await fetch(site.url)).text();
		const [file] = /\/_app\/[^"]+\.js/.exec(html)!;
		const headersFor = (accepted: string): Promise<IncomingHttpHeaders> =>
			new Promise((resolve, reject) => {
				const headers = { 'accept-encoding': accepted };
				get(site.url + file, { headers }, (response) => {
					response.resume();
					resolve(response.headers);
				}).on('error', reject);
			});
		const whole = await headersFor('identity');
		const found = await headersFor(coding);
		expect(found['content-encoding'] ?? 'identity').toBe(coding);
		expect(found.vary).toBe('Accept-Encoding');
		expect(found['content-type']).toBe(whole['content-type']);
		expect(found['cache-control']).toBe('public,max-age=31536000,immutable');
		const size = Number(found['content-length']) / Number(whole['content-length']);
		expect(size).toBeLessThanOrEqual(atMost);
	});

	it('waits for the styles of the next page before it shows it', async () => {
		const page = await openPage();
		const errors: string[] = [];
		page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		await page.goto(site.url);
		await isStarted(page);
		// Seen at the first frame that shows the page.
		await page.evaluate(() => {
			const look = (): void => {
				const heading = document.querySelector('h1')!;
				if (heading.textContent !== 'About') return void requestAnimationFrame(look);
				document.body.dataset.seen = getComputedStyle(heading).color;
			};
			look();
		});
		await page.route('**/*.css', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 200));
			await route.continue();
		});
		await page.click('text=About');
		await page.waitForFunction(() => document.body.dataset.seen);
		expect(await page.evaluate(() => document.body.dataset.seen)).toBe('rgb(210, 105, 30)');
		for (const name of ['Form', 'Tea', 'Broken', 'Home', 'About']) {
			await page.click(`nav >> text=${name}`);
			await page.waitForURL((url) => name === 'Home' || url.pathname.length > 1);
		}
		const used = await stylesheets(page);
		expect(new Set(used).size).toBe(used.length);
		// The one that a page of status 404 makes.
		expect(errors.filter((text) => !text.includes('404'))).toEqual([]);
	});

	it('answers a native form with styles, too', async () => {
		const page = await openPage({ javaScriptEnabled: false });
		await page.goto(`${site.url}/form`);
		await page.click('button');
		await expect.poll(() => page.textContent('[role=status]')).toBe('Say what you want');
		expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe(
			'rgb(255, 140, 0)'
		);
		await page.fill('input', 'tea');
		await page.click('button');
		await expect.poll(() => page.textContent('[role=status]')).toBe('Ordered tea');
	});

	it('hydrates in the element of the template, and knows custom types and the environment', async () => {
		const page = await openPage();
		await page.goto(`${site.url}/items/tea`);
		await isStarted(page);
		await page.click('text=Cup');
		await expect.poll(() => page.textContent('h1')).toBe('cup for 12.00 €');
		expect(await page.textContent('p')).toBe('A price');
		expect(await page.locator('body > div > nav').count()).toBe(1);
		expect(await page.locator('nav').count()).toBe(1);
		await page.click('nav >> text=Home');
		await expect.poll(() => page.textContent('h1')).toBe('Welcome to Corner shop');
		expect(await page.title()).toBe('Corner shop');
		expect(await page.locator('#started').count()).toBe(1);
	});

	it.each([true, false])(
		'gives pages the data of a layout that has no component, with JavaScript: %s',
		async (javaScriptEnabled) => {
			const page = await openPage({ javaScriptEnabled });
			await page.goto(`${site.url}/items/tea`);
			if (javaScriptEnabled) await isStarted(page);
			expect(await page.textContent('small')).toBe('Drinks');
			await page.click('text=Cup');
			await expect.poll(() => page.textContent('h1')).toBe('cup for 12.00 €');
			expect(await page.textContent('small')).toBe('Drinks');
		}
	);

	it('serves files, hooks, endpoints and error.html', async () => {
		const get = (path: string) => fetch(site.url + path, { headers: { accept: 'text/html' } });
		const page = await get('/');
		expect(page.headers.get('x-mark')).toBe('begun, 18');
		expect(await (await get('/icon.svg')).text()).toContain('<svg');
		expect(await (await get('/api')).json()).toEqual({ from: 9, to: 17 });
		for (const name of ['one', 'two'])
			expect(await (await get(`/.well-known/${name}`)).text()).toBe(name);
		const closed = await get('/?closed');
		expect([closed.status, await closed.text()]).toEqual([
			503,
			expect.stringContaining('<h1>Closed: 503</h1>\n<p>Come back later</p>')
		]);
		const [, style] = /<link rel="stylesheet" href="(.+?)"/.exec(await page.text())!;
		const file = await get(style!);
		expect(file.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
		expect((await get('/.vite/manifest.json')).status).toBe(404);
		expect((await get('/%2e%2e/app.js')).status).toBe(404);
	});

	it('keeps the server out of the browser', async () => {
		const { manifest } = {
			manifest: await readFile(join(app.root, 'build/client/.vite/manifest.json'), 'utf8')
		};
		const files = Object.values(JSON.parse(manifest) as Record<string, { file: string }>);
		const texts = await Promise.all(
			files.map(({ file }) => readFile(join(app.root, 'build/client', file), 'utf8'))
		);
		expect(texts.join('')).not.toMatch(/kept-on-the-server|The till is jammed/);
	});

	it('can be tried with vite preview', async () => {
		const preview = await startVite(app.root, 'preview');
		onTestFinished(() => preview.stop());
		const page = await openPage();
		await page.goto(`${preview.url}/form`);
		await page.fill('input', 'cup');
		await page.click('button');
		await expect.poll(() => page.textContent('[role=status]')).toBe('Ordered cup');
		await page.goto(preview.url);
		expect(await page.textContent('h1')).toBe('Welcome to Corner shop');
	});
});

describe('vite dev', () => {
	let site: Running;
	beforeAll(async () => {
		site = await startVite(app.root, 'dev');
	});
	afterAll(() => site.stop());

	/** Changes a file for the time of a test. */
	const edit = async (file: string, from: string, to: string): Promise<() => Promise<void>> => {
		const path = join(app.root, 'src', file);
		const before = await readFile(path, 'utf8');
		expect(before).toContain(from);
		await writeFile(path, before.replace(from, to));
		const undo = (): Promise<void> => writeFile(path, before);
		onTestFinished(undo);
		return undo;
	};

	it.each(['/', '/about', '/items/broken'])(
		'has the styles of %s in the first HTML, once each',
		async (path) => {
			await expectSameStyles(site.url, path);
		}
	);

	it('shows an edit of a component, and keeps what is typed', async () => {
		const page = await openPage();
		await page.goto(`${site.url}/form`);
		await isStarted(page);
		await page.fill('input', 'milk');
		await edit('routes/(site)/form/+page.svelte', '<h1>Order</h1>', '<h1>Order here</h1>');
		await expect.poll(() => page.textContent('h1')).toBe('Order here');
		await expect.poll(() => page.inputValue('input')).toBe('milk');
		await edit('routes/(site)/form/+page.svelte', 'darkorange', 'rgb(1, 2, 3)');
		const color = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color);
		await expect.poll(color).toBe('rgb(1, 2, 3)');
		await expect.poll(() => page.inputValue('input')).toBe('milk');
	});

	it('types the data of a load that gets an annotation', async () => {
		const types = join(app.root, '.svelte-kit/types/src/routes/(site)/form');
		const load = '(() => ({ orders })) satisfies PageServerLoad';
		await edit(
			'routes/(site)/form/+page.server.ts',
			`load = ${load}`,
			'load: PageServerLoad = () => ({ orders })'
		);
		await expect
			.poll(() => readFile(join(types, '$types.d.ts'), 'utf8'))
			.toContain('./proxy+page.server.js');
		expect(await readFile(join(types, 'proxy+page.server.ts'), 'utf8')).toContain(load);
	});

	it('uses an edit of a server module at the next request, and shows what it loads', async () => {
		const page = await openPage();
		await page.goto(`${site.url}/form`);
		await isStarted(page);
		await page.fill('input', 'milk');
		await page.click('button');
		await expect.poll(() => page.textContent('[role=status]')).toBe('Ordered milk');
		await page.fill('input', 'more');
		await edit(
			'routes/(site)/form/+page.server.ts',
			'({ orders })',
			'({ orders: [...orders, "new"] })'
		);
		// Orders of an earlier try are still there.
		await expect.poll(() => page.locator('li').last().textContent()).toBe('new');
		expect(await page.locator('li').first().textContent()).toBe('milk');
		expect(await page.inputValue('input')).toBe('more');
		await edit('routes/(site)/form/+page.server.ts', 'Ordered', 'You get');
		await expect
			.poll(async () => {
				// The last success has reset the form.
				await page.fill('input', 'more');
				const answered = page.waitForResponse((response) => response.request().method() === 'POST');
				await page.click('button');
				await answered;
				return page.textContent('[role=status]');
			})
			.toBe('You get more');
	});

	it.each([
		['a component', 'routes/(site)/form/+page.svelte', '<h1>', '<h1', '+page.svelte:10'],
		[
			'a server module',
			'routes/(site)/form/+page.server.ts',
			'fail(400,',
			'fail(400,,',
			'+page.server.ts:12'
		],
		['a hook', 'hooks.server.ts', "started = 'begun'", 'started = = 1', 'hooks.server.ts:8']
	])(
		'shows a syntax error of %s with its line until it is gone',
		async (_, file, from, to, place) => {
			const page = await openPage({ mayThrow: true });
			const undo = await edit(file, from, to);
			const overlay = page.locator('vite-error-overlay');
			await expect
				.poll(async () => {
					await page.goto(`${site.url}/form`);
					return overlay.waitFor({ timeout: 1000 }).then(
						() => true,
						() => false
					);
				})
				.toBe(true);
			expect(await overlay.evaluate((element) => element.shadowRoot!.textContent)).toContain(place);
			await undo();
			await expect.poll(() => overlay.count()).toBe(0);
			await expect.poll(() => page.textContent('h1')).toBe('Order');
		}
	);

	it('shows where an action has thrown, in the page that is open', async () => {
		const page = await openPage();
		await page.goto(`${site.url}/form`);
		await isStarted(page);
		await page.fill('input', 'crash');
		await page.click('button');
		const overlay = page.locator('vite-error-overlay');
		await overlay.waitFor();
		const text = await overlay.evaluate((element) => element.shadowRoot!.textContent);
		expect(text).toContain('The till is jammed');
		expect(text).toContain('+page.server.ts:10');
	});

	it('says nothing that is not needed', () => {
		expect(site.output()).not.toMatch(/warn|optimized dependencies changed|reloading/i);
	});
});

describe('what an app may not do', () => {
	const build = async (file: string, text: string): Promise<string> => {
		const { root, remove } = await copyApp(FIXTURE);
		onTestFinished(remove);
		await writeFile(join(root, 'src', file), text);
		const { code, output } = await runVite(root, 'build', '--logLevel', 'error');
		expect(code).toBe(1);
		return output;
	};

	it.each([
		['$env/static/private', "import { SECRET_MARK } from '$env/static/private';", 'SECRET_MARK'],
		['$env/dynamic/private', "import { env } from '$env/dynamic/private';", 'env.SECRET_MARK'],
		['src/lib/server/shop.ts', "import { orders } from '$lib/server/shop';", 'orders']
	])('%s in browser code is an error that names who imports it', async (name, statement, value) => {
		const output = await build('lib/Badge.svelte', `<script>${statement}</script>{${value}}`);
		expect(output).toContain(`${name} only runs on the server`);
		expect(output).toContain('src/lib/Badge.svelte');
	});
});
