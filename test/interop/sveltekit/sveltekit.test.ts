import { parse } from 'devalue';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../../browser/harness.ts';
import { serve, type Site } from '../../browser/serve.ts';
import { rich } from './actions.ts';
import { front, type ServerName } from './front.ts';

/** The visible state after a submission. */
interface Seen {
	result: Record<string, unknown>;
	form: unknown;
	status: number;
	user: string | null;
	url: string;
	/** The text field, `null` where the page has given way to a boundary. */
	name: string | null;
	/** How many files are chosen. */
	file: number | null;
	boundary: string | null;
}

interface Case extends Partial<Seen> {
	action: string;
	result: Record<string, unknown>;
}

const calm = {
	form: null,
	status: 200,
	user: null,
	url: '/',
	name: 'Zoë',
	file: 1,
	boundary: null
};

const succeeds = (action: string, data: unknown, rest: Partial<Seen> = {}): Case => ({
	action,
	result: { type: 'success', status: 200, data },
	form: data,
	// The form is reset.
	name: '',
	file: 0,
	...rest
});

const refused = (action: string, status: number, message: unknown): Case => ({
	action,
	result: { type: 'error', status, error: { message } },
	status,
	name: null,
	file: null,
	boundary: expect.stringContaining(String(status))
});

const saved = { saved: 'Zoë', at: new Date('2024-02-29T12:00:00Z'), tags: new Map([['a', 1]]) };
const wrong = { name: 'Zoë', wrong: true };
const anything = expect.any(String);

const cases: Case[] = [
	succeeds('/?/save', saved),
	succeeds('/?/rich', rich()),
	succeeds('/?/upload', { name: 'Zoë "1".txt', type: 'text/plain', text: 'a\r\nb' }),
	succeeds('/?/login', { welcome: 'ann' }, { user: 'ann' }),
	succeeds('/other?/save', saved, { form: null }),
	{
		action: '/?/nothing',
		result: { type: 'success', status: 204 },
		status: 204,
		name: '',
		file: 0
	},
	{
		action: '/?/wrong',
		result: { type: 'failure', status: 422, data: wrong },
		form: wrong,
		status: 422
	},
	{ action: '/other?/wrong', result: { type: 'failure', status: 422, data: wrong } },
	{
		action: '/?/away',
		result: { type: 'redirect', status: 303, location: '/other?from=away' },
		url: '/other?from=away',
		name: '',
		file: 0
	},
	{ ...refused('/?/teapot', 418, 'Teapot'), boundary: '418 Teapot' },
	{ ...refused('/?/crash', 500, 'Internal Error'), boundary: '500 Internal Error' },
	refused('/?/unknown', 404, anything),
	refused('/bare', 405, anything)
];

/** SvelteKit's refusal is JSON, but no action result; its own client then shows nothing. */
const forged = (enhance: string, server: ServerName): object => {
	if (server === 'softpost') return { type: 'error', status: 403 };
	return enhance === 'softpost'
		? { status: 403, error: { code: 'not_an_action_result' } }
		: { message: expect.stringContaining('Cross-site') };
};

const file = {
	name: 'Zoë "1".txt',
	mimeType: 'text/plain',
	buffer: Buffer.from('a\r\nb')
};

const open = async (site: Site, enhance: string): Promise<Page> => {
	const page = await openPage({ covered: false });
	await page.goto(`${site.url}/#${enhance}`);
	await page.waitForSelector('html[data-started]');
	await page.getByLabel('Name').fill('Zoë');
	await page.getByLabel('File').setInputFiles(file);
	return page;
};

const submit = async (page: Page, action: string): Promise<Seen> => {
	await page.locator(`[formaction="${action}"]`).click();
	await expect.poll(() => page.evaluate('log.done')).toBe(true);
	return parse(await page.evaluate<string>('observe()')) as Seen;
};

describe.each([
	['sveltekit', 'softpost'],
	['softpost', 'SvelteKit'],
	['sveltekit', 'SvelteKit'],
	['softpost', 'softpost']
] as [string, ServerName][])('enhance of %s, actions of %s', (enhance, server) => {
	let site: Site;
	beforeAll(async () => {
		site = await serve(front(server));
	});
	afterAll(() => site.close());

	it.each(cases)('$action', async ({ action, ...expected }) => {
		const page = await open(site, enhance);
		const { result, ...seen } = await submit(page, action);
		// softpost's server says where the page is, as SvelteKit's does since version 3.
		const located = server === 'softpost' && { location: action.split('?')[0] };
		const got = { ...seen, result };
		// SvelteKit's own `update` sets it to the data that there is not; softpost's `form` is then null.
		if (enhance === 'sveltekit' && action === '/?/nothing') got.form ??= null;
		expect(got).toEqual({ ...calm, ...expected, result: { ...located, ...expected.result } });
	});

	it('runs nothing that an action has only inherited', async () => {
		const page = await open(site, enhance);
		const { result } = await submit(page, '/?/constructor');
		// SvelteKit finds the constructor of all objects, and that it ends in no action's result.
		const status = server === 'softpost' ? 404 : 500;
		expect(result).toMatchObject({ type: 'error', status });
	});

	it('does not run an action for another site', async () => {
		const page = await open(site, enhance);
		await page.evaluate(`document.querySelector('button').formAction = '/?/login&foreign'`);
		await page.locator('button').first().click();
		await expect.poll(() => page.evaluate('log.done')).toBe(true);
		const { result, user, boundary } = parse(await page.evaluate<string>('observe()')) as Seen;
		expect(user).toBe(null);
		expect(result).toMatchObject(forged(enhance, server));
		expect(boundary === null).toBe(enhance === 'sveltekit' && server === 'SvelteKit');
	});
});
