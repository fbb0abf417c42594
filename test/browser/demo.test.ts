import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { startDemo } from './demo.ts';
import { openPage } from './harness.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'correct horse';

describe.each([
	{ javaScriptEnabled: true, name: 'with JavaScript' },
	{ javaScriptEnabled: false, name: 'without JavaScript' }
])('the demo $name', ({ javaScriptEnabled }) => {
	let url: string;
	let page: Page;

	/** Opens a path, and marks its document so that a reload would show. */
	const open = async (path: string): Promise<void> => {
		await page.goto(url + path, { waitUntil: javaScriptEnabled ? 'networkidle' : 'load' });
		if (javaScriptEnabled) await page.evaluate('window.marker = true');
	};

	const expectSameDocument = async (): Promise<void> => {
		if (javaScriptEnabled) expect(await page.evaluate('window.marker')).toBe(true);
	};

	const shown = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();
	const press = (name: string, exact = false): Promise<void> =>
		page.getByRole('button', { name, exact }).click();

	const enter = async (button: string, password: string): Promise<void> => {
		await page.getByLabel('Email').first().fill(EMAIL);
		await page.getByLabel('Password').fill(password);
		await page.getByRole('main').getByRole('button', { name: button }).click();
	};

	const logIn = async (): Promise<void> => {
		await enter('Register', PASSWORD);
		await shown('Your account is ready');
		await enter('Log in', PASSWORD);
		await page.getByRole('heading', { name: 'Your notes' }).waitFor();
	};

	const addNote = async (title: string, words = ''): Promise<void> => {
		await page.getByLabel('Title', { exact: true }).fill(title);
		await page.getByLabel('Text').fill(words);
		await press('Add note');
		await shown(`Added “${title}”`);
	};

	const note = (title: string) => page.getByRole('article', { name: title });
	const edit = (title: string): Promise<void> => note(title).getByText('Edit').click();
	const titles = (): Promise<string[]> =>
		page.getByRole('article').getByRole('heading').allTextContents();

	beforeEach(async () => {
		({ url } = await startDemo());
		page = await openPage({ javaScriptEnabled });
		// Below the test's own time, so that a failure names its line.
		page.setDefaultTimeout(20_000);
	});

	test('registers, refuses, logs in where the visitor wanted to go, and logs out', async () => {
		await open('/notes');
		expect(page.url()).toBe(`${url}/login?redirectTo=/notes`);

		await press('Register');
		await shown('The email field is required');
		await enter('Register', 'short');
		await shown('The password needs at least 8 characters');
		await enter('Register', PASSWORD);
		await shown('Your account is ready');
		// Nobody is told whether an address has an account, and its password stays.
		await enter('Register', 'wrong password');
		await shown('its password is still the old one');

		await enter('Log in', 'wrong password');
		await shown('Invalid credentials!');
		expect(await page.getByLabel('Email').first().inputValue()).toBe(EMAIL);
		expect(await page.getByLabel('Password').inputValue()).toBe('');

		await enter('Log in', PASSWORD);
		await page.getByRole('heading', { name: 'Your notes' }).waitFor();
		expect(page.url()).toBe(`${url}/notes`);
		expect(await page.getByRole('banner').innerText()).toContain('ada');

		await press('Log out');
		await page.getByRole('heading', { name: 'Log in' }).waitFor();
		expect(page.url()).toBe(`${url}/login`);
		expect(await page.context().cookies()).toEqual([]);

		await enter('Log in', PASSWORD);
		await shown('Successfully logged in! Welcome back, ada');
		await expectSameDocument();
	});

	test('registers with a form that is checked, whose secrets stay where they are', async () => {
		await open('/register');
		const fill = async (email: string, first: string, second: string): Promise<void> => {
			await page.getByLabel('Email').first().fill(email);
			await page.getByLabel('Password', { exact: true }).fill(first);
			await page.getByLabel('Password again').fill(second);
			await press('Register');
		};
		await fill(EMAIL, 'short', 'other');
		await shown('The password needs at least 8 characters');
		expect(await page.getByLabel('Password', { exact: true }).getAttribute('aria-invalid')).toBe(
			'true'
		);
		expect(await page.getByLabel('Email').first().inputValue()).toBe(EMAIL);
		expect(await page.content()).not.toContain('value="short"');
		await fill(EMAIL, PASSWORD, PASSWORD);
		await shown('Your account is ready');
		await expectSameDocument();
	});

	test('adds, renames, pins and deletes notes', async () => {
		await open('/notes');
		await logIn();
		await addNote('Milk', 'Two litres');
		expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('');
		await addNote('Bread');
		expect(await titles()).toEqual(['Bread', 'Milk']);

		await press('Add note');
		await shown('A note needs a title');

		await edit('Milk');
		await note('Milk').getByLabel('New title').fill('Oat milk');
		await press('Rename');
		await shown('Renamed to “Oat milk”');

		await note('Oat milk').getByRole('button', { name: 'Pin' }).click();
		await note('Oat milk').getByRole('button', { name: 'Unpin' }).waitFor();
		expect(await titles()).toEqual(['Oat milk', 'Bread']);

		if (!javaScriptEnabled) await edit('Oat milk');
		await press('Delete Oat milk');
		await note('Oat milk').waitFor({ state: 'detached' });
		expect(await titles()).toEqual(['Bread']);
		await expectSameDocument();
	});

	test('attaches a file and gives it back to its owner only', async () => {
		await open('/notes');
		await logIn();
		await addNote('Paper');
		await edit('Paper');
		await press('Attach');
		await shown('Choose a file first');
		await page.getByLabel('File, up to 2 MB').setInputFiles({
			name: 'grüße "1".txt',
			mimeType: 'text/html',
			buffer: Buffer.from('hello')
		});
		await press('Attach');

		const link = page.getByRole('link', { name: 'grüße "1".txt' });
		const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
		expect(download.suggestedFilename()).toBe('grüße _1_.txt');
		expect(await text(await download.createReadStream())).toBe('hello');
		await expectSameDocument();

		const file = url + (await link.getAttribute('href'));
		const answer = await page.context().request.get(file);
		expect(answer.headers()).toMatchObject({
			'content-type': 'application/octet-stream',
			'x-content-type-options': 'nosniff'
		});
		expect((await fetch(file, { redirect: 'manual' })).status).toBe(303);
	});

	test('keeps a search while its notes are changed', async () => {
		await open('/notes');
		await logIn();
		await addNote('Milk');
		await addNote('Bread');
		await page.getByRole('searchbox').fill('milk');
		await press('Search');
		await shown('1 note for “milk”');
		expect(page.url()).toBe(`${url}/notes?q=milk`);

		await note('Milk').getByRole('button', { name: 'Pin' }).click();
		await note('Milk').getByRole('button', { name: 'Unpin' }).waitFor();
		await shown('1 note for “milk”');
		expect(await titles()).toEqual(['Milk']);
		await expectSameDocument();
	});

	test('subscribes from any page', async () => {
		await open('/oops');
		await page.getByRole('contentinfo').getByRole('textbox').fill(EMAIL);
		await press('Subscribe');
		await shown(`Thank you! The next letter goes to ${EMAIL}`);
		expect(page.url()).toBe(url + (javaScriptEnabled ? '/oops' : '/newsletter?/subscribe'));
		await expectSameDocument();
	});

	test('shows the nearest error page', async () => {
		await open('/oops');
		await press('Ask a teapot');
		await page.getByRole('heading', { name: 'I am a teapot' }).waitFor();
		await shown('Error 418, as ordered');
		await page.getByRole('link', { name: 'Try the other button' }).click();
		await press('Throw an unexpected error');
		await page.getByRole('heading', { name: 'Internal Error' }).waitFor();
		expect(await page.content()).not.toContain('only the log');
		await expectSameDocument();
	});

	test("shows a note on its page, and hides other users' notes", async () => {
		await open('/notes');
		await logIn();
		await addNote('Milk', 'Two litres');
		// The answer to a POST is not stored: Back would ask whether to send the form again.
		if (!javaScriptEnabled) await open('/notes');
		await note('Milk').getByRole('link', { name: 'Milk' }).click();
		await page.getByRole('heading', { name: 'Milk', level: 1 }).waitFor();
		await shown('Two litres');
		expect(await page.title()).toBe('Milk · Softpost notes');
		await expectSameDocument();

		await page.goBack();
		await page.getByRole('heading', { name: 'Your notes' }).waitFor();
		await expectSameDocument();
		await page.goto(`${url}/notes/someone-elses`);
		await page.getByRole('heading', { name: 'There is no such note' }).waitFor();
	});

	test('has an account area with its own layout and boundary', async () => {
		await open('/notes');
		await logIn();
		await page.getByRole('banner').getByRole('link', { name: 'ada' }).click();
		await page.getByRole('heading', { name: 'Your account' }).waitFor();
		await press('Log out everywhere else');
		await shown('You are logged out everywhere else');
		await page.getByRole('link', { name: 'Password' }).click();

		const change = async (current: string, next: string): Promise<void> => {
			await page.getByLabel('Current password').fill(current);
			await page.getByLabel('New password').fill(next);
			await press('Change password');
		};
		await change('wrong', 'another horse');
		await shown('This is not your password');
		expect(await page.getByLabel('Current password').inputValue()).toBe('');
		await change(PASSWORD, 'another horse');
		await shown('Your password is changed');
		await page.getByRole('banner').getByRole('link', { name: 'ada' }).waitFor();
		await expectSameDocument();

		await page.goto(`${url}/account/nothing`);
		await page.getByRole('heading', { name: 'Not Found' }).waitFor();
	});
});
