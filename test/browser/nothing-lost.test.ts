import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from './fault-server/faults.ts';
import { serveFaulty, type Faulty } from './fault-server/serve-faulty.ts';
import {
	bindings,
	fillAll,
	filled,
	open,
	press,
	readAll,
	run,
	statusOf,
	untouched
} from './reliability.ts';
import type { Page } from 'playwright-core';

let site: Faulty;
beforeAll(async () => {
	site = await serveFaulty();
});
afterEach(() => site.plan([]));
afterAll(() => site.close());

const bad: Fault = { kind: 'garble', handled: false, answer: 'badGateway' };

const boundary = (page: Page): Promise<void> =>
	page.getByRole('heading', { name: 'Boundary 502' }).waitFor();

const home = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Home' }).waitFor();

/** Opens `/` by a link of `/other`, so that there is a way back within the app. */
const openByLink = async (): Promise<Page> => {
	const page = await open(site, '/other');
	await page.getByRole('link', { name: 'Home' }).click();
	await home(page);
	return page;
};

const fail = async (page: Page): Promise<void> => {
	site.plan([bad]);
	await press(page, 'Save');
	await boundary(page);
};

/** Holds the answer to the next submission for a while, and then spoils it. */
const holdAndFail = async (page: Page): Promise<() => Promise<void>> => {
	let release!: () => void;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/?/save', async (route) => {
		await released;
		await route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad Gateway' });
	});
	return async () => {
		release();
		await boundary(page);
		await page.unroute('**/?/save');
	};
};

describe('after an error', () => {
	it('back and forward show the page with all its values, bound ones too', async () => {
		const page = await openByLink();
		await fillAll(page, 'back');
		await fail(page);
		await page.goBack();
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		await page.goForward();
		await home(page);
		expect(await readAll(page)).toEqual(filled('back'));
		expect(await bindings(page)).toEqual({ bound: 'bound back', agreed: true });
	});

	it('a second error keeps them as well', async () => {
		const page = await openByLink();
		await fillAll(page, 'twice');
		await fail(page);
		site.plan([bad]);
		await press(page, 'Retry main');
		await expect.poll(() => statusOf(page)).toMatchObject({ pending: 0 });
		await boundary(page);
		await page.getByRole('link', { name: 'Home' }).click();
		await home(page);
		expect(await readAll(page)).toEqual(filled('twice'));
	});

	it('input that was typed and chosen while the request was in flight is there', async () => {
		const page = await openByLink();
		await fillAll(page, 'before');
		const answer = await holdAndFail(page);
		await press(page, 'Save');
		await fillAll(page, 'meanwhile');
		await answer();
		await page.getByRole('link', { name: 'Home' }).click();
		await home(page);
		expect(await readAll(page)).toEqual(filled('meanwhile'));
	});

	it('a retry that succeeds resets the form, except for newer input', async () => {
		const page = await openByLink();
		await fillAll(page, 'sent');
		const answer = await holdAndFail(page);
		await press(page, 'Save');
		await page.getByLabel('Text').fill('text later');
		await page.getByLabel('Bound').fill('bound later');
		await page.getByLabel('File').setInputFiles({
			name: 'later.txt',
			mimeType: 'text/plain',
			buffer: Buffer.from('content later')
		});
		await answer();
		await press(page, 'Retry main');
		await page.getByText('Received').waitFor();
		await expect.poll(() => statusOf(page)).toMatchObject({ pending: 0 });
		expect(await readAll(page)).toEqual({
			...untouched,
			text: 'text later',
			bound: 'bound later',
			file: 'later.txt: content later'
		});
		expect(await bindings(page)).toEqual({ bound: 'bound later', agreed: false });
		const sent = site.runs.at(-1)!.entries;
		expect(sent).toContainEqual(['text', 'text sent']);
		expect(sent).toContainEqual(['file', 'sent.txt:content sent']);
	});

	it('a file that is chosen in a dialog which the error has overtaken is there', async () => {
		const page = await openByLink();
		const answer = await holdAndFail(page);
		await press(page, 'Save');
		const dialog = page.waitForEvent('filechooser');
		await page.getByLabel('File').click();
		const chooser = await dialog;
		await answer();
		await chooser.setFiles({
			name: 'late.txt',
			mimeType: 'text/plain',
			buffer: Buffer.from('content late')
		});
		await page.getByRole('link', { name: 'Home' }).click();
		await home(page);
		expect(await readAll(page)).toEqual({ ...untouched, file: 'late.txt: content late' });
	});

	it('another form of the page keeps its values through error and retry', async () => {
		const page = await openByLink();
		await page.getByLabel('Text').fill('text of the first');
		await page.getByLabel('Comment').fill('of the second');
		await fail(page);
		await press(page, 'Retry main');
		await page.getByText('Received').waitFor();
		await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('');
		expect(await page.getByLabel('Comment', { exact: true }).first().inputValue()).toBe(
			'of the second'
		);
	});
});

describe('onError: keep', () => {
	it('leaves page, fields, focus and form in their place, and retry() sends the form from there', async () => {
		const page = await openByLink();
		await page.getByLabel('Comment', { exact: true }).first().fill('kept');
		await run(page, "void (globalThis.before = document.querySelector('[name=comment]'))");
		site.plan([bad]);
		await page.getByLabel('Comment', { exact: true }).first().press('Enter');
		await page.getByText('not_an_action_result:').waitFor();
		expect(await run(page, 'before === document.activeElement && before.value')).toBe('kept');
		await press(page, 'Retry second here');
		await page.getByText('Received').waitFor();
		await expect.poll(() => run(page, 'before.value')).toBe('');
		expect(site.runs.at(-1)!.entries).toEqual([['comment', 'kept']]);
	});
});
