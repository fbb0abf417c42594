import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started, stayed } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('defaults');
});
afterAll(() => site.close());

const open = async (path = '/', options = {}): Promise<Page> => {
	const page = await openPage(options);
	await page.goto(site.url + path);
	await started(page);
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const output = (page: Page, label: string): Promise<string | null> =>
	page.getByLabel(label, { exact: true }).textContent();

/** What `page` of softpost/svelte says. */
const shown = async (page: Page): Promise<Record<string, any>> =>
	JSON.parse((await output(page, 'Page')) ?? '');

const focused = (page: Page): Promise<string> =>
	page.evaluate(
		() =>
			document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? ''
	);

const value = (page: Page, label: string): Promise<string> =>
	page.getByLabel(label, { exact: true }).inputValue();

const forResult = (page: Page, text: string): Promise<void> =>
	page.getByLabel('Page', { exact: true }).filter({ hasText: text }).waitFor();

/** Runs code in the page, as text: it is not ours to bundle. */
const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

/** Answers every POST with this instead of the server. */
const fake = async (
	page: Page,
	status: number,
	contentType: string,
	body: string
): Promise<void> => {
	await page.route('**', (route) =>
		route.request().method() === 'POST'
			? route.fulfill({ status, contentType, body })
			: route.continue()
	);
};

/** Holds every POST back until the answered function is called. */
const hold = async (page: Page): Promise<() => void> => {
	let release!: () => void;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**', async (route) => {
		if (route.request().method() === 'POST') await released;
		await route.continue();
	});
	return release;
};

const countPosts = (page: Page): { urls: string[] } => {
	const urls: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') urls.push(request.url().slice(site.url.length));
	});
	return { urls };
};

describe('success', () => {
	it('runs load, sets form, page.form and page.status, resets form and focus, and adds no history entry', async () => {
		const page = await open();
		const loads = Number(await output(page, 'Loads'));
		const entries = await run<number>(page, 'history.length');
		await page.getByLabel('Name').fill('Bob');
		await page.getByLabel('Note').fill('typed');
		await press(page, 'Save');
		await forResult(page, '"saved":"Bob"');
		await expect.poll(() => value(page, 'Note')).toBe('');
		expect(await shown(page)).toEqual({ form: { saved: 'Bob' }, status: 200, error: null });
		expect(await output(page, 'Form prop')).toBe('{"saved":"Bob"}');
		expect(Number(await output(page, 'Loads'))).toBe(loads + 1);
		expect(await value(page, 'Name')).toBe('Bob');
		expect(await focused(page)).toBe('BODY');
		expect(await run(page, 'history.length')).toBe(entries);
		expect(page.url()).toBe(`${site.url}/`);
		expect(await stayed(page)).toBe(true);
	});

	it('without data sets status 204 and form null', async () => {
		const page = await open();
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		await press(page, 'Nothing');
		await forResult(page, '204');
		expect(await shown(page)).toMatchObject({ form: null, status: 204 });
	});

	it('moves focus to the element with autofocus', async () => {
		const page = await open('/auto');
		await press(page, 'Save');
		await forResult(page, 'saved');
		await expect.poll(() => focused(page)).toBe('First');
	});

	it.each([
		['reset', 'typed', 1],
		['invalidateAll', '', 0]
	])('update({ %s: false }) leaves that out', async (option, note, loaded) => {
		const page = await open();
		const loads = Number(await output(page, 'Loads'));
		await run(
			page,
			`void (submit = () => async ({ update }) => {
			await update({ ${option}: false });
			window.updated = true;
		})`
		);
		await page.getByLabel('Note').fill('typed');
		await press(page, 'Save');
		await page.waitForFunction('window.updated');
		expect(await value(page, 'Note')).toBe(note);
		expect(Number(await output(page, 'Loads')) - loads).toBe(loaded);
		expect(await shown(page)).toMatchObject({ status: 200 });
	});

	it('of an action on another page changes nothing here but the data', async () => {
		const page = await open();
		const loads = Number(await output(page, 'Loads'));
		await press(page, 'Save other');
		await expect.poll(() => output(page, 'Loads')).toBe(String(loads + 1));
		expect(await shown(page)).toMatchObject({ form: null, status: 200 });
		expect(new URL(page.url()).pathname).toBe('/');
	});

	it('update({ navigate: true }) goes to the page of the action and shows the result there', async () => {
		const page = await open();
		await run(page, 'void (submit = () => ({ update }) => update({ navigate: true }))');
		await press(page, 'Save other');
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		expect(page.url()).toBe(`${site.url}/other`);
		expect(await output(page, 'Form prop')).toBe('{"other":true}');
		expect(await stayed(page)).toBe(true);
	});
});

describe('failure', () => {
	it('sets form, page.form and page.status, focuses the wrong control, and neither resets nor loads', async () => {
		const page = await open();
		const loads = await output(page, 'Loads');
		await page.getByLabel('Name').fill('Bob');
		await press(page, 'Fail');
		await forResult(page, '"wrong":"Bob"');
		await expect.poll(() => focused(page)).toBe('Name');
		expect(await shown(page)).toEqual({ form: { wrong: 'Bob' }, status: 422, error: null });
		expect(await output(page, 'Form prop')).toBe('{"wrong":"Bob"}');
		expect(await value(page, 'Name')).toBe('Bob');
		expect(await output(page, 'Loads')).toBe(loads);
	});

	it('focuses autofocus when the wrong control is not of this form', async () => {
		const page = await open('/auto');
		await page.getByLabel('Text').focus();
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		await expect.poll(() => focused(page)).toBe('First');
	});

	it('leaves the focus where data-sveltekit-keepfocus is on', async () => {
		const page = await open();
		await press(page, 'Fail and stay');
		await forResult(page, '"wrong"');
		await page.getByLabel('Name').and(page.locator('[aria-invalid]')).waitFor();
		expect(await run(page, 'document.activeElement.textContent')).toBe('Fail and stay');
	});
});

describe('redirect', () => {
	it('is resolved against the URL of the action', async () => {
		const page = await open();
		await press(page, 'Go deep');
		await page.getByRole('heading', { name: 'Sibling' }).waitFor();
		expect(page.url()).toBe(`${site.url}/section/sibling`);
		expect(await stayed(page)).toBe(true);
	});

	it('keeps the fragment of the action', async () => {
		const page = await open();
		await press(page, 'Redirect to part');
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		expect(page.url()).toBe(`${site.url}/other#part`);
	});

	it('clears form and adds a history entry', async () => {
		const page = await open();
		const entries = await run<number>(page, 'history.length');
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		await press(page, 'Redirect');
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		expect(await shown(page)).toMatchObject({ form: null, status: 200 });
		expect(await run(page, 'history.length')).toBe(entries + 1);
	});

	it('to another origin loads the document', async () => {
		const page = await open();
		const location = site.url.replace('127.0.0.1', 'localhost') + '/other';
		await fake(
			page,
			200,
			'application/json',
			JSON.stringify({ type: 'redirect', status: 303, location })
		);
		await press(page, 'Save');
		await page.waitForURL(location);
	});

	it('to javascript: is refused', async () => {
		const page = await open();
		const location = 'javascript:window.owned=1';
		await fake(
			page,
			200,
			'application/json',
			JSON.stringify({ type: 'redirect', status: 303, location })
		);
		await press(page, 'Save');
		await page.getByText('Root boundary 500: Refused').waitFor();
		expect(await run(page, 'window.owned')).toBeUndefined();
	});
});

describe('error', () => {
	it('renders the nearest boundary inside the layouts above it', async () => {
		const page = await open('/section/deep');
		await press(page, 'Error');
		await page.getByText('Section boundary 418: Teapot').waitFor();
		expect(await page.getByText('Section layout').isVisible()).toBe(true);
		expect(await shown(page)).toMatchObject({ status: 418, error: { message: 'Teapot' } });
		expect(page.url()).toBe(`${site.url}/section/deep`);
		expect(await focused(page)).toBe('BODY');
	});

	it('renders the root boundary and tells no secrets', async () => {
		const page = await open();
		await press(page, 'Crash');
		await page.getByText('Root boundary 500: Internal Error').waitFor();
		expect(await page.content()).not.toContain('a secret');
	});

	it.each([
		[413, 'text/plain', 'Payload Too Large'],
		[502, 'text/html', '<h1>Bad Gateway</h1>'],
		[200, 'application/json', ''],
		[200, 'application/json', '{"ok":true}']
	])('is what a response %i %s %o is', async (status, type, body) => {
		const page = await open();
		await run(
			page,
			`void (submit = () => async ({ result, update }) => {
			window.result = [result.type, result.status, result.error.code, await result.error.response.text()];
			await update();
		})`
		);
		await fake(page, status, type, body);
		await press(page, 'Save');
		await page.getByText(`Root boundary ${status}`).waitFor();
		expect(await run(page, 'window.result')).toEqual([
			'error',
			status,
			'not_an_action_result',
			body
		]);
	});

	it('is what a broken connection is', async () => {
		const page = await open();
		await page.route('**', (route) =>
			route.request().method() === 'POST' ? route.abort() : route.continue()
		);
		await press(page, 'Save');
		await page.getByText('Root boundary 500: Could not reach the server').waitFor();
		expect((await shown(page)).error.code).toBe('network');
	});
});

describe('a response that is HTML after a redirect', () => {
	it('leads to its URL', async () => {
		const page = await open();
		await press(page, 'Walled');
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		expect(page.url()).toBe(`${site.url}/other`);
	});
});

describe('user input while a submission is in flight', () => {
	it('stays: text, bound text, checkboxes, selects and chosen files', async () => {
		const page = await open();
		await page.getByLabel('Note').fill('before');
		await page.getByLabel('Bound').fill('before');
		const release = await hold(page);
		await press(page, 'Save');
		await page.getByLabel('Note').fill('after');
		await page.getByLabel('Bound').fill('after');
		await page.getByLabel('Agreed').check();
		await page.getByLabel('Ticked').check();
		await page.getByLabel('Group').check();
		await page.getByLabel('Chosen').selectOption('b');
		await page.getByLabel('Picked').selectOption('b');
		const file = { name: 'after.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
		await page.getByLabel('File').setInputFiles(file);
		release();
		await forResult(page, '"saved"');
		await page.locator('form[aria-busy]').waitFor({ state: 'detached' });
		expect(await focused(page)).toBe('Group');
		expect(await value(page, 'Note')).toBe('after');
		expect(await value(page, 'Bound')).toBe('after');
		expect(await page.getByLabel('Agreed').isChecked()).toBe(true);
		expect(await page.getByLabel('Ticked').isChecked()).toBe(true);
		expect(await page.getByLabel('Group').isChecked()).toBe(true);
		expect(await value(page, 'Chosen')).toBe('b');
		expect(await value(page, 'Picked')).toBe('b');
		expect(await run(page, `document.querySelector('[type=file]').files[0]?.name`)).toBe(
			'after.txt'
		);
		const bindings = JSON.parse((await output(page, 'Bindings')) ?? '');
		expect(bindings).toEqual({ bound: 'after', agreed: true, chosen: 'b', group: ['g'] });
		expect(await run(page, `document.querySelectorAll('[form]').length`)).toBe(0);
	});

	it('is forgotten where it was there before: bound fields are reset with the others', async () => {
		const page = await open();
		await page.getByLabel('Bound').fill('before');
		await page.getByLabel('Agreed').check();
		await page.getByLabel('Ticked').check();
		await page.getByLabel('Chosen').selectOption('b');
		await page.getByLabel('Picked').selectOption('b');
		await press(page, 'Save');
		await forResult(page, '"saved"');
		await expect.poll(() => value(page, 'Bound')).toBe('');
		expect(await page.getByLabel('Agreed').isChecked()).toBe(false);
		expect(await page.getByLabel('Ticked').isChecked()).toBe(false);
		expect(await value(page, 'Chosen')).toBe('a');
		expect(await value(page, 'Picked')).toBe('a');
	});
});

describe('fields with values of the server', () => {
	const sample = (page: Page): Promise<void> =>
		run(
			page,
			`
			window.samples = new Set();
			const input = document.querySelector('[name=name][aria-label=Name]');
			(function look() {
				samples.add(input.value);
				requestAnimationFrame(look);
			})();
		`
		);

	it('are empty in no frame, also after a second identical submit', async () => {
		const page = await open();
		await sample(page);
		const before = await value(page, 'Name');
		for (const round of [1, 2, 3]) {
			await page.getByLabel('Name').fill('Same');
			await page.getByLabel('Note').fill(`round ${round}`);
			await press(page, 'Save');
			await expect.poll(() => value(page, 'Note')).toBe('');
			expect(await value(page, 'Name')).toBe('Same');
		}
		await run(
			page,
			'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))'
		);
		expect(await run<string[]>(page, '[...samples]')).toEqual([...new Set([before, 'Same'])]);
	});

	it('keep the value they were hydrated with when nothing is loaded again', async () => {
		const page = await open();
		await run(page, 'void (submit = () => ({ update }) => update({ invalidateAll: false }))');
		const before = await value(page, 'Name');
		await page.getByLabel('Note').fill('typed');
		await press(page, 'Nothing');
		await expect.poll(() => value(page, 'Note')).toBe('');
		expect(await value(page, 'Name')).toBe(before);
	});

	it.each([
		['after the default reset', 'Text', 'Send'],
		['after the callback’s own reset', 'Own text', 'Send own']
	])('show the form prop %s, also for the same value twice', async (_, label, button) => {
		const page = await open('/echo');
		for (const round of [1, 2, 3]) {
			await page.getByLabel(label, { exact: true }).fill('same');
			await press(page, button);
			await page
				.getByLabel('Results')
				.filter({ hasText: String(round) })
				.waitFor();
			expect(await value(page, label)).toBe('same');
		}
	});
});

describe('fields with a default of their own', () => {
	it.each(['hydrated', 'reached by goto'])('show it after a success: %s', async (way) => {
		const page = await open(way === 'hydrated' ? '/own' : '/');
		await run(page, `kit.goto('/own')`);
		for (const name of ['Bob', 'Cleo']) {
			await page.getByLabel('Name').fill(name);
			await page.getByLabel('Text').fill('typed');
			await page.getByLabel('Area').fill('typed');
			await page.getByLabel('Agree').uncheck();
			await press(page, 'Save');
			await page.getByLabel('Saved').filter({ hasText: name.toUpperCase() }).waitFor();
			const state = `${name.toUpperCase()},text,area,true`;
			await expect.poll(() => output(page, 'State')).toBe(state);
			const shown = await Promise.all(['Name', 'Text', 'Area'].map((label) => value(page, label)));
			expect(`${shown.join()},${await page.getByLabel('Agree').isChecked()}`).toBe(state);
		}
	});
});

describe('one submission', () => {
	it('is what two submits in one task are: the later one', async () => {
		const page = await open();
		const posts = countPosts(page);
		await run(
			page,
			`
			const form = document.querySelector('[aria-label=Main]');
			const button = (name) => [...form.querySelectorAll('button')].find((b) => b.textContent === name);
			form.requestSubmit(button('Save'));
			form.requestSubmit(button('Fail'));
		`
		);
		await forResult(page, '"wrong"');
		expect(posts.urls).toEqual(['/?/fail']);
	});

	it('is sent once by a form that is enhanced twice', async () => {
		const page = await open();
		const posts = countPosts(page);
		await run(page, `void kit.enhance(document.querySelector('[aria-label=Main]'))`);
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		expect(posts.urls).toEqual(['/?/fail']);
	});

	it('can be cancelled, also later in an async SubmitFunction', async () => {
		const page = await open();
		const posts = countPosts(page);
		await run(
			page,
			`void (submit = async ({ cancel }) => {
			await new Promise((resolve) => setTimeout(resolve, 10));
			cancel();
			window.cancelled = true;
		})`
		);
		await press(page, 'Save');
		await page.waitForFunction('window.cancelled');
		await run(page, `void (submit = null)`);
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		expect(posts.urls).toEqual(['/?/fail']);
		expect(await stayed(page)).toBe(true);
	});

	it('that is aborted runs its callback once, with aborted, and update changes nothing', async () => {
		const page = await open();
		const release = await hold(page);
		await run(
			page,
			`
			window.outcomes = [];
			submit = ({ controller }) => {
				setTimeout(() => controller.abort(), 50);
				return async ({ result, update }) => {
					outcomes.push([result.type, result.error.code]);
					await update();
				};
			};
		`
		);
		await press(page, 'Save');
		await page.waitForFunction('outcomes.length');
		release();
		expect(await shown(page)).toEqual({ form: null, status: 200, error: null });
		await run(page, `void (submit = null)`);
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		expect(await run(page, 'outcomes')).toEqual([['error', 'aborted']]);
	});

	it('may change action and formData', async () => {
		const page = await open();
		await run(
			page,
			`void (submit = (input) => {
			input.action.search = '?/fail';
			input.formData.set('name', 'changed');
		})`
		);
		await press(page, 'Save');
		await forResult(page, '"wrong":"changed"');
	});
});

describe.each([
	['a SubmitFunction', `() => { throw new Error('boom'); }`],
	['an async SubmitFunction', `async () => { throw new Error('boom'); }`],
	['a callback', `() => () => { throw new Error('boom'); }`],
	['an async callback', `() => async () => { throw new Error('boom'); }`]
])('%s that throws', (_, code) => {
	it('shows the boundary, reports the error as uncaught, and the form works again', async () => {
		const page = await open('/', { mayThrow: true });
		const reported: string[] = [];
		page.on('pageerror', ({ message }) => reported.push(message));
		await run(page, `void (submit = ${code})`);
		await press(page, 'Save');
		await page.getByText('Root boundary 500: Internal Error').waitFor();
		expect(reported).toEqual(['boom']);
		await run(page, `void (submit = null)`);
		await press(page, 'Send kept');
		await page.getByRole('heading', { name: 'Home' }).waitFor();
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		expect(await stayed(page)).toBe(true);
	});
});

describe('after an error', () => {
	it('the form works again when the page is shown again', async () => {
		const page = await open('/other');
		await page.getByRole('link', { name: 'Home' }).click();
		await page.getByRole('heading', { name: 'Home' }).waitFor();
		await press(page, 'Error');
		await page.getByText('Root boundary 418: Teapot').waitFor();
		await page.goBack();
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		expect(await shown(page)).toEqual({ form: null, status: 200, error: null });
		await page.goForward();
		await page.getByRole('heading', { name: 'Home' }).waitFor();
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		expect(await stayed(page)).toBe(true);
	});
});

describe('interception', () => {
	/** Adds an enhanced form and submits it; answers whether it was taken over from the browser. */
	const isTaken = (page: Page, html: string, more = ''): Promise<boolean> =>
		run(
			page,
			`(() => {
			document.querySelector('#probe')?.remove();
			document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`<div id="probe">${html}</div>`)});
			const form = document.querySelector('#probe form');
			const set = (name, listener) => HTMLFormElement.prototype.addEventListener.call(form, name, listener);
			const before = (listener) => (steps.before = listener);
			const after = (listener) => (steps.after = listener);
			const steps = {};
			${more};
			if (steps.before) set('submit', steps.before);
			kit.enhance(form, ({ cancel }) => { taken = true; cancel(); });
			if (steps.after) set('submit', steps.after);
			let taken = false;
			// What is left to the browser leads nowhere, and nobody has to prevent it before enhance looks.
			navigation.onnavigate = (event) => event.preventDefault();
			HTMLFormElement.prototype.requestSubmit.call(form, document.querySelector('#probe button'));
			return taken;
		})()`
		);

	it('takes POST forms to this origin and context', async () => {
		const page = await open();
		expect(await isTaken(page, '<form method="POST"><button></button></form>')).toBe(true);
		expect(
			await isTaken(
				page,
				'<form method="post" action="/other" target="_self"><button></button></form>'
			)
		).toBe(true);
		expect(
			await isTaken(
				page,
				'<form method="post" target="_blank"><button formtarget="_self"></button></form>'
			)
		).toBe(true);
		expect(
			await isTaken(
				page,
				'<form method="post" action="https://example.com"><button formaction="/"></button></form>'
			)
		).toBe(true);
	});

	it('leaves what a listener prevented, whether it was registered before or after', async () => {
		const page = await open();
		const form = '<form method="POST"><button></button></form>';
		expect(await isTaken(page, form, 'before((event) => event.preventDefault())')).toBe(false);
		expect(await isTaken(page, form, 'after((event) => event.preventDefault())')).toBe(false);
		expect(await isTaken(page, form, 'after(() => {})')).toBe(true);
	});

	const left = [
		'<form method="POST" target="_blank"><button></button></form>',
		'<form method="POST" target="named"><button></button></form>',
		'<form method="POST"><button formtarget="_blank"></button></form>',
		'<form method="POST" action="https://example.com/"><button></button></form>',
		'<form method="POST"><button formaction="//example.com/"></button></form>',
		'<form method="POST" action="mailto:ann@example.com"><button></button></form>',
		'<form method="POST"><button formmethod="get"></button></form>',
		'<form method="POST"><button formmethod="dialog"></button></form>',
		'<form method="POST"><button formmethod="nonsense"></button></form>',
		'<form method="POST" data-sveltekit-reload><button></button></form>',
		'<form method="POST" data-sveltekit-reload="true"><button></button></form>',
		'<form method="POST"><button data-sveltekit-reload></button></form>',
		'<section data-sveltekit-reload><form method="POST"><button></button></form></section>'
	];

	it('leaves other methods, targets, origins and schemes to the browser, and data-sveltekit-reload', async () => {
		const page = await open();
		for (const html of left) expect(await isTaken(page, html), html).toBe(false);
	});

	it('takes a form whose data-sveltekit-reload is off, whatever its ancestors say', async () => {
		const page = await open();
		for (const value of ['off', 'false']) {
			const form = `<form method="POST" data-sveltekit-reload="${value}"><button></button></form>`;
			expect(await isTaken(page, `<section data-sveltekit-reload>${form}</section>`), value).toBe(
				true
			);
		}
	});

	it('leaves a click with Ctrl to the browser, and takes the next without', async () => {
		const page = await open();
		const opened = page.context().waitForEvent('page');
		await page.getByRole('button', { name: 'Fail', exact: true }).click({ modifiers: ['Control'] });
		const other = await opened;
		await other.waitForURL(`${site.url}/?/fail`);
		expect(await shown(page)).toMatchObject({ form: null });
		await press(page, 'Fail');
		await forResult(page, '"wrong"');
		expect(await stayed(page)).toBe(true);
	});

	it('refuses forms that do not POST', async () => {
		const page = await open();
		const code = `(() => { try { kit.enhance(document.createElement('form')); } catch (error) { return error.code; } })()`;
		expect(await run(page, code)).toBe('form_method');
	});

	it('gives the form back after destroy', async () => {
		const page = await open();
		await run(
			page,
			`
			document.body.insertAdjacentHTML('beforeend', '<form method="POST" action="/other?/save" id="own"><button>Own</button></form>');
			kit.enhance(document.querySelector('#own')).destroy();
		`
		);
		await press(page, 'Own');
		await page.waitForURL(`${site.url}/other?/save`);
		await page.getByText('{"other":true}', { exact: true }).waitFor();
	});

	const names =
		'action method enctype target submit reset elements addEventListener removeEventListener hasAttribute getAttribute closest querySelector querySelectorAll requestSubmit ownerDocument parentNode setAttribute removeAttribute matches id name nodeName tagName dispatchEvent isConnected contains'.split(
			' '
		);

	it.each(['name', 'id'])('is not fooled by fields with such a %s', async (attribute) => {
		const page = await open('/other');
		const posts = countPosts(page);
		const fields = names.map((name) => `<input ${attribute}="${name}">`).join('');
		await run(
			page,
			`
			document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(
				`<form method="POST" action="/other?/save">${fields}<input class="own"><button class="own"></button></form>`
			)});
			const [input, button] = document.querySelectorAll('.own');
			window.own = { input, button, enhancement: kit.enhance(input.form) };
			input.value = 'typed';
			button.click();
		`
		);
		// Playwright's own locators are fooled by such a form.
		await expect.poll(() => run(page, 'kit.page.form')).toEqual({ other: true });
		await expect.poll(() => run(page, 'own.input.value')).toBe('');
		expect(posts.urls).toEqual(['/other?/save']);
		expect(await stayed(page)).toBe(true);
		await run(page, 'own.enhancement.destroy(); own.button.click()');
		await page.waitForURL(`${site.url}/other?/save`);
	});
});
