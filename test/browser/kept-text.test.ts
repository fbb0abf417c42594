import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => {
	site = await serveFixture('boundaries');
});
afterAll(() => site.close());

const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

const sees = (page: Page, heading: string): Promise<void> =>
	page.getByRole('heading', { name: heading }).waitFor();

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const setCookie = (page: Page, name: string, value: string): Promise<void> =>
	page.context().addCookies([{ name, value, url: site.url }]);

/** Opens a page by a link of another one, so that there is a way back within the app. */
const open = async (path: string): Promise<Page> => {
	const page = await openPage({ mayThrow: true });
	await page.goto(`${site.url}/other`);
	await started(page);
	await run(page, `kit.goto('${path}')`);
	return page;
};

const typed = {
	search: 'for this',
	outside: 'typed outside',
	title: 'typed title',
	text: 'typed\ntext',
	bound: 'typed bound',
	choice: 'b',
	radio: 'y',
	tick: true,
	loose: 'typed loosely',
	file: 'typed.txt'
};

const type = async (page: Page): Promise<void> => {
	await page.getByLabel('Search').fill(typed.search);
	await page.getByLabel('Outside').fill(typed.outside);
	await page.getByLabel('Title').fill(typed.title);
	await page.getByLabel('Text', { exact: true }).fill(typed.text);
	await page.getByLabel('Bound').fill(typed.bound);
	await page.getByLabel('Choice').selectOption(typed.choice);
	await page.getByLabel('Radio y').check();
	await page.getByLabel('Tick').check();
	await page.getByLabel('Loose').fill(typed.loose);
	const file = { name: typed.file, mimeType: 'text/plain', buffer: Buffer.from('x') };
	await page.getByLabel('File').setInputFiles(file);
};

/** What the fields hold, and what the form would send of it. */
const read = (page: Page): Promise<object> =>
	run(
		page,
		`(() => {
			const form = document.querySelector('#note');
			const data = new FormData(form);
			const { title, text, bound, choice, radio, outside } = Object.fromEntries(data);
			return {
				search: document.querySelector('[name=q]').value,
				outside, title, text, bound, choice, radio,
				tick: data.has('tick'),
				loose: document.querySelector('[name=loose]').value,
				file: data.get('file').name
			};
		})()`
	);

/** Ways into a boundary, and the boundary that they lead to. */
const ways: Record<string, [boundary: string, go: (page: Page) => Promise<unknown>]> = {
	'a template that misreads a failure': ['Boundary 500', (page) => press(page, 'Malformed')],
	'an effect of a success': ['Boundary 500', (page) => press(page, 'Effect')],
	'an error result': ['Boundary 409', (page) => press(page, 'Error')],
	'a template, without a submission': [
		'Boundary 500',
		(page) => run(page, `breakPage('the template')`)
	],
	'an effect, without a submission': [
		'Boundary 500',
		(page) => run(page, `breakPage('the effect')`)
	],
	'data that the page cannot render': [
		'Boundary 500',
		async (page) => {
			await setCookie(page, 'wish', 'malformed');
			await run(page, 'kit.invalidateAll()');
			await setCookie(page, 'wish', '');
		}
	],
	'an error of a load': [
		'Boundary 500',
		async (page) => {
			await setCookie(page, 'wish', 'error');
			await run(page, 'kit.invalidateAll()');
			await setCookie(page, 'wish', '');
		}
	],
	'a navigation to the page itself that fails': [
		'Boundary 500',
		async (page) => {
			await setCookie(page, 'wish', 'error');
			await page.getByRole('link', { name: 'Notes' }).click();
			await sees(page, 'Boundary');
			await setCookie(page, 'wish', '');
		}
	],
	'the template of a layout': [
		'500',
		(page) => run(page, `breakLayout('the template of the layout')`)
	],
	'the effect of a layout': ['500', (page) => run(page, `breakLayout('the effect of the layout')`)],
	'a layout that misreads a failure': ['500', (page) => press(page, 'Layout template')],
	'the effect of a layout after a success': ['500', (page) => press(page, 'Layout effect')]
};

const returns: Record<string, (page: Page) => Promise<unknown>> = {
	goto: (page) => run(page, `kit.goto('/notes')`),
	'back and forward': async (page) => {
		await page.goBack();
		await sees(page, 'Other');
		await page.goForward();
	},
	'another page': async (page) => {
		await run(page, `kit.goto('/other')`);
		await sees(page, 'Other');
		await run(page, `kit.goto('/notes')`);
	}
};

describe.for(Object.entries(ways))('typed text is kept through %s', ([, [boundary, go]]) => {
	it.for(Object.entries(returns))('and is there after %s', async ([, back]) => {
		const page = await open('/notes');
		await type(page);
		await go(page);
		await sees(page, boundary);
		await back(page);
		await sees(page, 'Notes');
		await expect.poll(() => read(page)).toEqual(typed);
		expect(await page.getByLabel('Binding').textContent()).toBe(typed.bound);
	});
});

describe('what was typed', () => {
	it('is there after invalidateAll(), when it can be rendered again', async () => {
		const page = await open('/notes');
		await type(page);
		await setCookie(page, 'wish', 'malformed');
		await run(page, 'kit.invalidateAll()');
		await sees(page, 'Boundary 500');
		// It breaks once more, with fields as the server made them.
		await run(page, 'kit.invalidateAll()');
		await sees(page, 'Boundary 500');
		await setCookie(page, 'wish', '');
		await run(page, 'kit.invalidateAll()');
		await sees(page, 'Notes');
		await expect.poll(() => read(page)).toEqual(typed);
	});

	it('on the page that was left for one that fails is there on the way back', async () => {
		const page = await open('/notes');
		await type(page);
		// It has the focus, and an edit that no `change` has told of.
		await page.getByLabel('Loose').press('End');
		await run(page, `kit.goto('/failing')`);
		await sees(page, 'Boundary 503');
		await page.goBack();
		await sees(page, 'Notes');
		await expect.poll(() => read(page)).toEqual(typed);
	});

	it('on a page that was left for another one is not brought back', async () => {
		const page = await open('/notes');
		await type(page);
		await run(page, `kit.goto('/other')`);
		await sees(page, 'Other');
		await page.goBack();
		await sees(page, 'Notes');
		expect(await read(page)).toMatchObject({ title: 'server', text: '', loose: '' });
	});

	it('before the app had started is kept as well', async () => {
		const page = await openPage({ mayThrow: true });
		let release!: () => void;
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/client.js', async (route) => {
			await released;
			await route.continue();
		});
		await page.goto(`${site.url}/notes`, { waitUntil: 'commit' });
		await page.getByLabel('Text', { exact: true }).fill('early');
		release();
		await started(page);
		await run(page, `breakPage('the effect')`);
		await sees(page, 'Boundary 500');
		await run(page, `kit.goto('/notes')`);
		await sees(page, 'Notes');
		await expect.poll(() => page.getByLabel('Text', { exact: true }).inputValue()).toBe('early');
	});
});

/** The titles of all rows as they are shown. */
const titles = (page: Page): Promise<Record<string, string>> =>
	run(
		page,
		`Object.fromEntries([...document.querySelectorAll('[data-row]')].map((row) => [
			row.dataset.row,
			[...row.querySelectorAll('[name=title]')].map(({ value }) => value).join()
		]))`
	);

const titleOf = (page: Page, id: number): ReturnType<Page['locator']> =>
	page.locator(`[data-row="${id}"] [name=title]`).first();

/** Types into the title of row 2, and has saving it fail. Meanwhile the list becomes another one. */
const renameSecond = async (kind: string, idsAfter: string): Promise<Page> => {
	const page = await open(`/rows?kind=${kind}`);
	await titleOf(page, 2).fill('mine');
	await setCookie(page, 'ids', idsAfter);
	await titleOf(page, 2).press('Enter');
	await sees(page, 'Boundary 503');
	await run(page, `kit.goto('/rows?kind=${kind}')`);
	await sees(page, 'Rows');
	return page;
};

const shownFor = (ids: string, second: string): Record<string, string> =>
	Object.fromEntries(ids.split(',').map((id) => [id, id === '2' ? second : `title of ${id}`]));

describe.for(['hidden', 'submitter', 'action', 'formaction', 'key'])(
	'a row of a list that is told from others by %s',
	(kind) => {
		it.for(['1,2,3', '2,3', '2', '0,1,2,3', '3,2,1'])(
			'has its text again among %s',
			async (ids) => {
				const page = await renameSecond(kind, ids);
				await expect.poll(() => titles(page)).toEqual(shownFor(ids, 'mine'));
			}
		);

		it.for(['1,3', '3', '1,3,4'])('leaves its text to no other one among %s', async (ids) => {
			const page = await renameSecond(kind, ids);
			expect(await titles(page)).toEqual(shownFor(ids, ''));
		});
	}
);

describe('rows that nothing tells apart', () => {
	it.for(['1,2,3', '1,3', '2,3', '3'])('get no text of each other among %s', async (ids) => {
		const page = await renameSecond('nothing', ids);
		expect(await titles(page)).toEqual(shownFor(ids, 'title of 2'));
	});

	it.for(['2,3', '1,3,4', '3'])('nor do those of one form, among %s', async (ids) => {
		const page = await renameSecond('one%20form', ids);
		expect(await titles(page)).toEqual(shownFor(ids, 'title of 2'));
	});

	it('have their text again in one form whose rows are the same', async () => {
		const page = await renameSecond('one%20form', '1,2,3');
		await expect.poll(() => titles(page)).toEqual(shownFor('1,2,3', 'mine'));
	});
});

it('a form within a row is distinguished from the others in its row', async () => {
	const page = await renameSecond('nested', '2,3');
	await expect
		.poll(() => titles(page))
		.toEqual({ 2: 'mine,title of 2b', 3: 'title of 3a,title of 3b' });
});
