import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { started, stayed } from '../../browser/both-ways.ts';
import { openPage, type Site } from '../../browser/harness.ts';
import { itRunsSuperforms } from '../superforms/suite.ts';
import { apps, pageOptions, serveApp } from './site.ts';

type Options = Record<string, unknown>;

const text = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();

const shows = async (page: Page, selector: string, expected: string): Promise<void> => {
	await expect.poll(() => text(page, selector)).toBe(expected);
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const fill = (page: Page, label: string, value: string): Promise<void> =>
	page.getByLabel(label, { exact: true }).fill(value);

const valueOf = (page: Page, label: string): Promise<string> =>
	page.getByLabel(label, { exact: true }).inputValue();

/** What the callback was called with, without what tells that it has ended. */
const results = (page: Page): Promise<Options[]> =>
	page.evaluate(`log.filter((entry) => entry !== 'done' && entry.type)`);

/** Waits until so many callbacks have ended. */
const isDone = async (page: Page, times = 1): Promise<void> => {
	await expect
		.poll(() => page.evaluate(`log.filter((entry) => entry === 'done').length`))
		.toBe(times);
};

const boundary = (page: Page): Promise<string> =>
	page.getByRole('heading', { name: /^Error/ }).innerText();

describe.each(apps)('%s', (app) => {
	const isThree = app.startsWith('three');
	const hasPlugin = app.endsWith('-with');
	/** What only softpost does: without the plugin it has to fail, or the scenario shows nothing. */
	const itTakesPlugin = hasPlugin ? it : it.fails;

	let site: Site;
	beforeAll(async () => {
		site = await serveApp(app);
	});
	afterAll(() => site.close());

	const ask = async (path: string): Promise<any> =>
		(await fetch(site.url + path, { headers: { 'x-forwarded-proto': 'http' } })).json();

	/** What has run since it was last asked. */
	const runs = (): Promise<string[]> => ask('/runs');

	/** Lets the actions that wait go on, once there are so many. */
	const release = async (): Promise<number> => ask('/open');

	beforeEach(async () => {
		await release();
		await runs();
	});

	const open = async (path: string, options = {}): Promise<Page> => {
		const page = await openPage({ ...pageOptions, ...options });
		await page.goto(site.url + path);
		await started(page);
		return page;
	};

	/** Opens the page of forms; `plain` gives the form a function, as SvelteKit knows it. */
	const openForms = (options: Options = {}, more = {}): Promise<Page> =>
		open(`/forms?options=${encodeURIComponent(JSON.stringify(options))}`, more);

	const plain = { plain: true };

	describe('results', () => {
		it('of a success: data of the app’s own types, page.form, page.status, a reset, a fresh load', async () => {
			const page = await openForms(plain);
			await fill(page, 'Name', 'Zoë');
			await press(page, 'save');
			await isDone(page);
			expect(await results(page)).toMatchObject([{ type: 'success', isMoney: true }]);
			expect(await text(page, '#form')).toBe('Zoë');
			expect(await text(page, '#status')).toBe('200');
			expect(await text(page, '#user')).toBe('Zoë');
			expect(await valueOf(page, 'Name')).toBe('');
			expect(await stayed(page)).toBe(true);
		});

		it('of a success without data', async () => {
			const page = await openForms(plain);
			await press(page, 'nothing');
			await isDone(page);
			expect(await text(page, '#status')).toBe('204');
		});

		it('of a failure: the fields stay', async () => {
			const page = await openForms(plain);
			await fill(page, 'Name', 'Zoë');
			await press(page, 'wrong');
			await isDone(page);
			expect(await text(page, '#form')).toBe('Zoë');
			expect(await text(page, '#status')).toBe('422');
			expect(await valueOf(page, 'Name')).toBe('Zoë');
		});

		it('that update() does not reset', async () => {
			const page = await openForms({ plain: true, callback: { reset: false } });
			await fill(page, 'Name', 'Zoë');
			await press(page, 'save');
			await isDone(page);
			expect(await text(page, '#user')).toBe('Zoë');
			expect(await valueOf(page, 'Name')).toBe('Zoë');
		});

		it('of a redirect', async () => {
			const page = await openForms(plain);
			await press(page, 'away');
			await page.getByRole('heading', { name: 'Other' }).waitFor();
			expect(page.url()).toBe(`${site.url}/other?from=away`);
			expect(await stayed(page)).toBe(true);
		});

		it('of a redirect to a URL that is not a page of the app', async () => {
			const page = await openForms(plain);
			await press(page, 'download');
			await page.waitForURL(`${site.url}/robots.txt`);
		});

		it.each([
			['teapot', 'Error 418: Teapot'],
			['crash', 'Error 500: Internal Error']
		])('of an error: %s', async (action, shown) => {
			const page = await openForms(plain);
			await press(page, action);
			expect(await boundary(page)).toBe(shown);
		});

		const actionsElsewhere = [
			['other', '200'],
			['other wrong', '422']
		] as const;

		it.skipIf(isThree).each(actionsElsewhere)(
			'of the action of another page, which stays where it is: %s',
			async (button) => {
				const page = await openForms(plain);
				await fill(page, 'Name', 'Zoë');
				await press(page, button);
				await isDone(page);
				expect(await text(page, 'h1')).toBe('Forms');
				expect(await text(page, '#form')).toBe('');
			}
		);

		// As a browser does without JavaScript.
		it.runIf(isThree).each(actionsElsewhere)(
			'of the action of another page, which is shown: %s',
			async (button, status) => {
				const page = await openForms(plain);
				await fill(page, 'Name', 'Zoë');
				await press(page, button);
				await page.getByRole('heading', { name: 'Other' }).waitFor();
				await shows(page, '#form', 'Zoë');
				expect(await text(page, '#status')).toBe(status);
				expect(page.url()).toBe(`${site.url}/other`);
			}
		);

		it('of an upload', async () => {
			const page = await openForms(plain);
			const buffer = Buffer.alloc(100_000, 'x');
			await page
				.getByLabel('File')
				.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
			await press(page, 'upload');
			await isDone(page);
			expect(await text(page, '#form')).toBe('a.txt');
		});

		it('go when a navigation comes', async () => {
			const page = await openForms(plain);
			await fill(page, 'Name', 'Zoë');
			await press(page, 'save');
			await shows(page, '#form', 'Zoë');
			await page.getByRole('link', { name: 'Other' }).click();
			await page.getByRole('heading', { name: 'Other' }).waitFor();
			expect(await text(page, '#form')).toBe('');
		});
	});

	describe('what softpost adds', () => {
		itTakesPlugin(
			'submission(key), and marks on form and button',
			async () => {
				const page = await openForms();
				await press(page, 'hold');
				await shows(page, '#pending', '1');
				expect(await page.locator('#main').getAttribute('aria-busy')).toBe('true');
				await expect.poll(release).toBe(1);
				await shows(page, '#pending', '0');
				expect(await text(page, '#result')).toBe('success');
			},
			60_000
		);

		const policy = async (concurrency: string): Promise<[string[], unknown]> => {
			const page = await openForms({ concurrency });
			for (const name of ['one', 'two', 'three']) {
				await fill(page, 'Name', name);
				await press(page, 'hold');
			}
			let released = 0;
			const ended = async (): Promise<string> => {
				released += await release();
				return text(page, '#pending');
			};
			await expect
				.poll(async () => (await results(page)).length > 0 || (await ended()))
				.not.toBe('0');
			await expect.poll(ended).toBe('0');
			expect(released).toBeGreaterThan(0);
			return [await runs(), await results(page)];
		};

		itTakesPlugin('concurrency: drop', async () => {
			const [ran, seen] = await policy('drop');
			expect(ran).toEqual(['one']);
			expect(seen).toMatchObject([{ type: 'success' }]);
		});

		itTakesPlugin('concurrency: replace', async () => {
			const [ran, seen] = await policy('replace');
			expect(ran.at(-1)).toBe('three');
			expect(seen).toMatchObject([{ code: 'aborted' }, { code: 'aborted' }, { type: 'success' }]);
		});

		itTakesPlugin('concurrency: queue', async () => {
			const page = await openForms({ concurrency: 'queue' });
			for (const name of ['one', 'two']) {
				await fill(page, 'Name', name);
				await press(page, 'hold');
			}
			await shows(page, '#pending', '2');
			await expect.poll(runs).toEqual(['one']);
			await expect.poll(release).toBe(1);
			await expect.poll(runs).toEqual(['two']);
			await expect.poll(release).toBe(1);
			await shows(page, '#pending', '0');
		});

		itTakesPlugin('concurrency: parallel, and what comes late changes nothing', async () => {
			const page = await openForms({ concurrency: 'parallel' });
			await fill(page, 'Name', 'slow');
			await press(page, 'hold');
			await expect.poll(runs).toEqual(['slow']);
			await fill(page, 'Name', 'quick');
			await press(page, 'save');
			await shows(page, '#form', 'quick');
			await shows(page, '#pending', '1');
			await expect.poll(release).toBe(1);
			await isDone(page, 2);
			expect(await results(page)).toMatchObject([{ stale: false }, { stale: true }]);
			expect(await text(page, '#form')).toBe('quick');
		});

		// SvelteKit 3 itself shows the page of the action again.
		const itStaysAway = isThree ? itTakesPlugin : it;
		itStaysAway('nothing to a result that comes when the user has left', async () => {
			const page = await openForms(plain);
			await fill(page, 'Name', 'Zoë');
			await press(page, 'hold');
			await expect.poll(runs).toEqual(['Zoë']);
			await page.getByRole('link', { name: 'Other' }).click();
			await page.getByRole('heading', { name: 'Other' }).waitFor();
			await expect.poll(release).toBe(1);
			await isDone(page);
			expect(await text(page, '#form')).toBe('');
		});

		it.runIf(hasPlugin)(
			'nothing where the user has left before the code that sends forms was there',
			async () => {
				let deliver!: () => void;
				const delivered = new Promise<void>((resolve) => (deliver = resolve));
				const page = await openPage(pageOptions);
				await page.route('**/*.js', async (route) => {
					const response = await route.fetch();
					if ((await response.text()).includes('x-softpost-submission')) await delivered;
					await route.fulfill({ response });
				});
				await page.goto(`${site.url}/forms`);
				await started(page);
				await fill(page, 'Name', 'Zoë');
				await press(page, 'save');
				await shows(page, '#pending', '1');
				await page.getByRole('link', { name: 'Other' }).click();
				await page.getByRole('heading', { name: 'Other' }).waitFor();
				deliver();
				await isDone(page);
				expect(await results(page)).toMatchObject([{ stale: true }]);
				expect(await text(page, '#form')).toBe('');
			}
		);

		itTakesPlugin('values that outlive a dead network, and retry()', async () => {
			const page = await openForms();
			const block = (route: { abort: () => Promise<void> }): Promise<void> => route.abort();
			await page.route('**/forms?/save', block);
			await fill(page, 'Name', 'Zoë');
			await fill(page, 'Note', 'Long');
			await press(page, 'save');
			expect(await boundary(page)).toContain('Error 500');
			await page.unroute('**/forms?/save', block);
			await page.getByRole('link', { name: 'Other' }).click();
			await page.getByRole('heading', { name: 'Other' }).waitFor();
			await page.goBack();
			await page.getByRole('heading', { name: 'Forms' }).waitFor();
			await expect.poll(() => valueOf(page, 'Name')).toBe('Zoë');
			expect(await valueOf(page, 'Note')).toBe('Long');
		});

		itTakesPlugin('errors that the page keeps, and retry()', async () => {
			const page = await openForms({ onError: 'keep' });
			const block = (route: { abort: () => Promise<void> }): Promise<void> => route.abort();
			await page.route('**/forms?/save', block);
			await fill(page, 'Name', 'Zoë');
			await press(page, 'save');
			await shows(page, '#code', 'network');
			expect(await valueOf(page, 'Name')).toBe('Zoë');
			await page.unroute('**/forms?/save', block);
			await press(page, 'retry');
			await shows(page, '#form', 'Zoë');
			expect(await runs()).toEqual(['Zoë']);
			expect(await text(page, '#code')).toBe('');
		});

		itTakesPlugin('progress of an upload', async () => {
			const page = await openForms({ progress: true });
			const buffer = Buffer.alloc(300_000, 'x');
			await page
				.getByLabel('File')
				.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
			await press(page, 'upload');
			await isDone(page);
			const seen = await page.evaluate<{ loaded: number }[]>('log.filter((entry) => entry.total)');
			expect(seen.at(-1)!.loaded).toBeGreaterThan(300_000);
		});

		/** The body as it came, and as the browser sends it by itself. */
		const bodies = async (options: Options): Promise<[string, string]> => {
			const send = async (more: object): Promise<string> => {
				const page = await openPage({ ...pageOptions, ...more });
				await page.goto(`${site.url}/forms?options=${encodeURIComponent(JSON.stringify(options))}`);
				if (!('javaScriptEnabled' in more)) await started(page);
				await fill(page, 'Name', 'ä"\\b%22&=');
				await fill(page, 'Note', 'one\ntwo');
				const buffer = Buffer.from('x');
				await page
					.getByLabel('File')
					.setInputFiles({ name: 'Zoë "1"\\.txt', mimeType: 'text/plain', buffer });
				await page.evaluate(`document.querySelector('[type=hidden]').value = ''`);
				await press(page, 'bytes');
				await expect.poll(() => page.locator('#form').textContent()).not.toBe('');
				const body = (await page.locator('#form').textContent())!;
				return body.replaceAll(/-{4,}\w+/g, '----');
			};
			return [await send({}), await send({ javaScriptEnabled: false })];
		};

		it
			.runIf(hasPlugin)
			.each(['multipart/form-data', 'application/x-www-form-urlencoded', 'text/plain'])(
			'the bytes of a browser: %s',
			async (enctype) => {
				const [ours, browsers] = await bodies({ enctype });
				expect(ours).toBe(browsers);
			}
		);

		itTakesPlugin('no submission where a listener has prevented it', async () => {
			const page = await openForms({ prevent: true });
			await press(page, 'save');
			// What is not sent is not seen: the next one is.
			await page.evaluate(`fetch('/forms?/nothing', { method: 'POST', body: new FormData() })`);
			expect(await results(page)).toEqual([]);
			expect(await runs()).toEqual([]);
		});

		itTakesPlugin('another tab, where keys ask for it', async () => {
			const page = await openForms();
			await fill(page, 'Name', 'Zoë');
			const popup = page.context().waitForEvent('page', { timeout: 5000 });
			await page
				.getByRole('button', { name: 'save', exact: true })
				.click({ modifiers: ['Control'] });
			await popup;
			expect(await results(page)).toEqual([]);
		});

		itTakesPlugin('an error of its own for an answer that is no result', async () => {
			const page = await openForms();
			await press(page, 'endpoint');
			await isDone(page);
			expect(await results(page)).toMatchObject([{ code: 'not_an_action_result', status: 502 }]);
			expect(await boundary(page)).toContain('Error 502');
		});
	});

	describe('fields', () => {
		const controls = async (page: Page): Promise<unknown[]> => [
			await valueOf(page, 'Name'),
			await valueOf(page, 'City'),
			await page.getByLabel('Agree').isChecked(),
			await valueOf(page, 'Size'),
			await valueOf(page, 'Draft')
		];

		itTakesPlugin('show what load returns, after each of two saves', async () => {
			const page = await open('/values');
			const save = async (name: string): Promise<void> => {
				await fill(page, 'Name', name);
				await fill(page, 'City', 'Oslo');
				await page.getByLabel('Agree').uncheck();
				await page.getByLabel('Size').selectOption('s');
				await fill(page, 'Draft', 'note');
				await press(page, 'Save');
				await expect.poll(() => valueOf(page, 'Draft')).toBe('');
			};
			await save(' Bea ');
			await shows(
				page,
				'#data',
				JSON.stringify({ name: 'Bea', city: 'Oslo', agree: false, size: 's' })
			);
			await expect.poll(() => controls(page)).toEqual(['Bea', 'Oslo', false, 's', '']);
			await save('Bea');
			await expect.poll(() => controls(page)).toEqual(['Bea', 'Oslo', false, 's', '']);
			await press(page, 'Save');
			await shows(
				page,
				'#data',
				JSON.stringify({ name: 'Bea', city: 'Oslo', agree: false, size: 's' })
			);
			expect(await controls(page)).toEqual(['Bea', 'Oslo', false, 's', '']);
		});

		it('of rows without keys: each shows its own record after one is removed, whatever was typed', async () => {
			const page = await open('/rows');
			await fill(page, 'Row 2', 'mine');
			await press(page, 'remove 1');
			await expect.poll(() => page.getByRole('textbox').count()).toBe(2);
			expect(await valueOf(page, 'Row 2')).toBe('row 2');
			expect(await valueOf(page, 'Row 3')).toBe('row 3');
		});
	});

	// Without the plugin too: the page imports softpost/kit by name.
	describe.each([true, false])('validated fields, with JavaScript: %s', (javaScriptEnabled) => {
		const register = async (page: Page, email: string, password: string): Promise<void> => {
			await fill(page, 'Email', email);
			await fill(page, 'Password', password);
			await page.getByLabel('A', { exact: true }).check();
			await press(page, 'Register');
		};
		const messages = (page: Page): Promise<string[]> => page.locator('.issue').allInnerTexts();
		const invalid = (page: Page): Promise<string[]> =>
			page
				.locator('[aria-invalid=true]')
				.evaluateAll((all) => (all as HTMLInputElement[]).map(({ name }) => name));

		it('show what the schema says, and what only the server knows', async () => {
			const page = await openPage({ ...pageOptions, javaScriptEnabled });
			await page.goto(`${site.url}/fields`);
			if (javaScriptEnabled) await started(page);
			await register(page, 'ann@example', 'abc');
			await expect
				.poll(() => messages(page))
				.toEqual(['This is not an address', 'Use 4 characters or more']);
			expect(await invalid(page)).toEqual(['email', '_password']);
			expect(await page.locator('#summary').innerText()).toContain('Use 4 characters or more');
			expect(await text(page, '#status')).toBe('422');
			expect(await valueOf(page, 'Email')).toBe('ann@example');
			await register(page, 'ann@example.org', 'abcd');
			await expect.poll(() => messages(page)).toEqual(['is taken']);
			expect(await invalid(page)).toEqual(['email']);
			await register(page, 'bea@example.org', 'abcd');
			await shows(page, '#form', 'bea@example.org');
			expect(await messages(page)).toEqual([]);
		});
	});

	describe('retry() from the error page', () => {
		const failing = async (action: string): Promise<Page> => {
			const page = await openForms();
			const abort = (route: { abort: () => Promise<void> }): Promise<void> => route.abort();
			await page.route(`**/forms?/${action}`, abort, { times: 1 });
			await fill(page, 'Name', 'Zoë');
			await fill(page, 'Note', 'Long');
			await press(page, action);
			await boundary(page);
			await press(page, 'retry');
			await page.getByRole('heading', { name: 'Forms' }).waitFor();
			return page;
		};

		itTakesPlugin('shows the page again, with the result', async () => {
			const page = await failing('save');
			await shows(page, '#form', 'Zoë');
			expect(await text(page, '#user')).toBe('Zoë');
			expect(await text(page, '#status')).toBe('200');
			expect(await runs()).toEqual(['Zoë']);
			expect(await stayed(page)).toBe(true);
		});

		itTakesPlugin('shows the page again with a failure, and what was typed', async () => {
			const page = await failing('wrong');
			await shows(page, '#form', 'Zoë');
			expect(await text(page, '#status')).toBe('422');
			await expect.poll(() => valueOf(page, 'Name')).toBe('Zoë');
			expect(await valueOf(page, 'Note')).toBe('Long');
			expect(await stayed(page)).toBe(true);
		});
	});

	describe('a page that only the browser renders (ssr = false)', () => {
		it.each(['save', 'wrong'])('is enhanced: %s', async (action) => {
			const page = await open('/browser');
			await fill(page, 'Name', 'Zoë');
			await press(page, action);
			await shows(page, '#form', 'Zoë');
			// Without the plugin, a reset empties what `load` has filled.
			const reset = hasPlugin ? 'Ann' : '';
			await expect.poll(() => valueOf(page, 'Name')).toBe(action === 'save' ? reset : 'Zoë');
			expect(await stayed(page)).toBe(true);
		});
	});

	describe('what is typed before the app has started', () => {
		// With Svelte 5.25 a select shows the server’s value again: its template writes later still.
		const itKeepsTyped = app.startsWith('oldest') ? it.fails : itTakesPlugin;

		/** Opens the page, types while its scripts are on their way, and lets the app start. */
		const typedEarly = async (): Promise<Page> => {
			const page = await openPage(pageOptions);
			let go!: () => void;
			const gate = new Promise<void>((resolve) => (go = resolve));
			await page.route('**/_app/**/*.js', async (route) => {
				await gate;
				await route.continue();
			});
			await page.goto(`${site.url}/early`, { waitUntil: 'commit' });
			await fill(page, 'Bound', 'one');
			await fill(page, 'Given', 'Bea');
			await fill(page, 'Plain', 'two');
			await page.getByLabel('Agree').check();
			await page.getByLabel('Size').selectOption('s');
			await fill(page, 'Note', 'three');
			await page.getByLabel('Kind').selectOption('b');
			await page.getByLabel('Sure').check();
			go();
			await started(page);
			return page;
		};

		const typed = async (page: Page): Promise<unknown[]> => [
			await valueOf(page, 'Bound'),
			await valueOf(page, 'Given'),
			await valueOf(page, 'Plain'),
			await page.getByLabel('Agree').isChecked(),
			await valueOf(page, 'Size'),
			await valueOf(page, 'Note'),
			await valueOf(page, 'Kind'),
			await page.getByLabel('Sure').isChecked()
		];
		const all = ['one', 'Bea', 'two', true, 's', 'three', 'b', true];

		itKeepsTyped('stays, and is what the bindings have', async () => {
			const page = await typedEarly();
			expect(await typed(page)).toEqual(all);
			expect(await text(page, '#bound')).toBe('one, three, b, true');
		});

		itKeepsTyped('stays after a failure', async () => {
			const page = await typedEarly();
			await press(page, 'wrong');
			await shows(page, '#status', '422');
			expect(await typed(page)).toEqual(all);
		});

		itKeepsTyped('is saved, and shown as load returns it', async () => {
			const page = await typedEarly();
			await press(page, 'save');
			await expect.poll(() => text(page, '#data')).toContain('"given":"Bea"');
			await expect.poll(() => typed(page)).toEqual(['', 'Bea', '', true, 's', '', 'a', false]);
		});
	});

	describe('exactlyOnce', () => {
		const id = (): string => crypto.randomUUID().replaceAll('-', '');

		const post = (headers: object, action: string, body: FormData): Promise<Response> =>
			fetch(`${site.url}/forms?/${action}`, {
				method: 'POST',
				body,
				redirect: 'manual',
				headers: { origin: site.url, 'x-forwarded-proto': 'http', ...headers }
			});

		const form = (fields: Record<string, string>): FormData => {
			const body = new FormData();
			for (const [name, value] of Object.entries(fields)) body.append(name, value);
			return body;
		};

		it.each(['save', 'wrong'])('runs %s once for the copies of a fetch', async (action) => {
			const headers = {
				accept: 'application/json',
				'x-sveltekit-action': 'true',
				'x-softpost-submission': id()
			};
			const send = (): Promise<Response> => post(headers, action, form({ name: 'Ann' }));
			const copies = await Promise.all([send(), send(), send()]);
			const texts = await Promise.all([...copies, await send()].map((copy) => copy.text()));
			expect(new Set(texts).size).toBe(1);
			expect(await runs()).toEqual(['Ann']);
		});

		it.each(['save', 'wrong'])('runs %s once for the copies of a document', async (action) => {
			const fields = { 'softpost-submission': id(), name: 'Ann' };
			const send = (more = {}): Promise<Response> =>
				post({ accept: 'text/html' }, action, form({ ...fields, ...more }));
			const [first, second] = [await send(), await send()];
			expect(await second.text()).toBe(await first.text());
			expect(await runs()).toEqual(['Ann']);
			await send({ name: 'Bea' });
			expect(await runs()).toEqual(['Bea']);
		});
	});

	// The same pages run on softpost's own host in any case. They need a newer Svelte than the oldest app has.
	const hasSuperforms = process.env.SOFTPOST_KIT_ALL && !app.startsWith('oldest');
	describe.runIf(hasSuperforms)('superforms', () => {
		itRunsSuperforms({
			serve: async () => ({ ...site, close: async () => {} }),
			options: pageOptions,
			isKit: true,
			hasFlash: !isThree,
			knowsFirst: isThree
		});

		it('uploads a file', async () => {
			const page = await open('/upload');
			const buffer = Buffer.from('hello');
			await page
				.getByLabel('File')
				.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
			await fill(page, 'Title', 'A');
			await press(page, 'Send');
			await shows(page, '#errors', 'Too short');
			await fill(page, 'Title', 'Letter');
			await press(page, 'Send');
			await shows(page, '#message', 'Letter: a.txt, 5 bytes');
		});

		it('checks a form in the browser alone (SPA)', async () => {
			const page = await open('/spa');
			await fill(page, 'Name', 'A');
			await press(page, 'Send');
			await shows(page, '#errors', 'Too short');
			await fill(page, 'Name', 'Ada');
			await press(page, 'Send');
			await shows(page, '#message', 'Valid: Ada');
			expect(await text(page, '#submitted')).toBe('Ada');
		});
	});
});
