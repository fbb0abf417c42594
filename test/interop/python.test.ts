import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { deserialize } from 'softpost';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../browser/harness.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('Left out: the backend in Python, because there is no python3.');

describe.runIf(hasPython)('a backend in Python that answers plain JSON', () => {
	let server: ChildProcess;
	let origin: string;

	beforeAll(async () => {
		server = spawn('python3', ['demo/backends/guestbook.py', '0'], {
			stdio: ['ignore', 'pipe', 'ignore']
		});
		const [line] = await once(server.stdout as Readable, 'data');
		origin = String(line).trim();
	});
	afterAll(async () => {
		const ended = once(server, 'exit');
		server.kill();
		await ended;
	});

	it.each([
		['with', true],
		['without', false]
	])('does the same %s JavaScript', async (_, javaScriptEnabled) => {
		const page = await openPage({ javaScriptEnabled });
		await page.goto(origin);
		const name = page.getByLabel('Name');
		const button = (text: string) => page.getByRole('button', { name: text, exact: true });
		await page.evaluate('window.marker = true');

		await button('Sign').click();
		await page.getByText('Who are you?').waitFor();
		expect(await name.getAttribute('aria-invalid')).toBe('true');
		const descriptions = await name.evaluate((input) =>
			input
				.getAttribute('aria-describedby')!
				.split(' ')
				.map((id) => document.getElementById(id)!.textContent)
		);
		expect(descriptions).toEqual(['Who are you?']);

		const guest = `<Zoë> ${_} JavaScript`;
		await name.fill(guest);
		await button('Sign').click();
		await page.getByRole('listitem').filter({ hasText: guest }).waitFor();
		expect(await name.inputValue()).toBe('');
		expect(await name.getAttribute('aria-invalid')).toBeNull();
		expect(await page.evaluate('window.marker === true')).toBe(javaScriptEnabled);

		await button('Leave').click();
		await page.waitForURL(`${origin}/goodbye`);
	});

	it('gets the token from the header that configure adds', async () => {
		const page = await openPage();
		await page.goto(origin);
		await page.evaluate(`document.querySelector('[name=csrf]').remove()`);
		await page.getByLabel('Name').fill('Bob');
		await page.getByRole('button', { name: 'Sign' }).click();
		await page.getByRole('listitem').filter({ hasText: 'Bob' }).waitFor();
	});

	it('focuses what is wrong', async () => {
		const page = await openPage();
		await page.goto(origin);
		await page.getByRole('button', { name: 'Sign' }).click();
		await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('name');
	});

	it.each([
		['no token', '/?/sign', 'name=Ann', 403],
		['an action that is none', '/?/__init__', 'name=Ann', 404],
		['too much', '/?/sign', `name=${'a'.repeat(200_000)}`, 413]
	])('refuses %s', async (_, path, body, status) => {
		const response = await fetch(origin + path, {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'x-sveltekit-action': 'true'
			},
			body
		});
		expect(response.status).toBe(status);
		expect(deserialize(await response.text()).type).toBe('error');
	});
});
