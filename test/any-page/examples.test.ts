import { afterAll, describe, expect, it } from 'vitest';
import { startExample } from './start-examples.mjs';
import { openPage } from '../browser/harness.ts';

const started: { stop(): void }[] = [];
afterAll(() => started.forEach(({ stop }) => stop()));

const start = async (name: 'express' | 'python', script: string): Promise<string> => {
	const example = await startExample(name, { SCRIPT: script });
	started.push(example);
	return example.url;
};

describe.each(['off', 'on'])('the example on Express, with the script tag %s', (script) => {
	it('shows errors with the typed text, a flash message, a login wall, a file and an upload', async () => {
		const url = await start('express', script);
		const page = await openPage();
		await page.goto(url);
		await page.evaluate('window.marker = true');
		await page.getByLabel('Name').fill('Bob');
		await page.getByRole('button', { name: 'Sign' }).click();
		await page.getByText('A little more, please.').waitFor();
		expect(await page.getByLabel('Name').inputValue()).toBe('Bob');
		await page.getByLabel('Text').fill('Hello there');
		await page.getByRole('button', { name: 'Sign' }).click();
		await page.getByRole('status').filter({ hasText: 'Thank you, Bob.' }).waitFor();
		expect(await page.locator('li').allInnerTexts()).toEqual(['Bob: Hello there']);
		expect(await page.evaluate('!!window.marker')).toBe(script === 'on');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Export' }).click()
		]);
		expect(download.suggestedFilename()).toBe('guestbook.csv');

		await page.getByRole('link', { name: 'Profile' }).click();
		await page.getByText('Please log in first.').waitFor();
		await page.getByLabel('Password').fill('secret');
		await page.getByRole('button', { name: 'Log in' }).click();
		await page.getByRole('heading', { name: 'Profile' }).waitFor();
		await page.getByLabel('City').fill('X');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('That is no city.').waitFor();
		expect(await page.getByLabel('City').inputValue()).toBe('X');

		await page.getByRole('link', { name: 'Upload' }).click();
		await page
			.getByLabel('File')
			.setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('me') });
		await page.getByRole('button', { name: 'Send' }).click();
		await page.getByText('cv.txt is here.').waitFor();
	});
});

describe.each(['off', 'on'])('the example in Python, with the script tag %s', (script) => {
	it('keeps errors and old input in the session, and logs people in', async () => {
		const url = await start('python', script);
		const page = await openPage();
		await page.goto(url);
		await page.getByRole('button', { name: 'Add' }).click();
		await page.getByText('Say what.').waitFor();
		await page.getByLabel('What').fill('this is much too long for it');
		await page.getByRole('button', { name: 'Add' }).click();
		await page.getByText('Too long.').waitFor();
		expect(await page.getByLabel('What').inputValue()).toBe('this is much too long for it');
		await page.getByLabel('What').fill('tea');
		await page.getByRole('button', { name: 'Add' }).click();
		await page.getByRole('status').filter({ hasText: 'Added tea.' }).waitFor();
		await page.getByRole('link', { name: 'Secret' }).click();
		await page.getByText('Log in first.').waitFor();
		await page.getByRole('button', { name: 'Log in' }).click();
		await page.getByRole('heading', { name: 'Hello Ann' }).waitFor();
	});
});
