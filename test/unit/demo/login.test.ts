import * as crypto from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { resultOf, testApp } from '../server/setup.ts';

vi.mock('node:crypto', { spy: true });

/** The demo has types of its own for `locals`, which are not for these tests. */
const modules = import.meta.glob<any>(
	[
		'/demo/src/hooks.server.ts',
		'/demo/src/lib/server/{db,password,visitor}.ts',
		'/demo/src/routes/{login,logout}/+page.server.ts'
	],
	{ eager: true }
);
const demo = (file: string) => modules[`/demo/src/${file}.ts`];
const db = demo('lib/server/db');
const { useProxies } = demo('lib/server/visitor');
const { hashPassword, verifyPassword } = demo('lib/server/password');

const folder = mkdtempSync(join(tmpdir(), 'softpost-login-'));
const url = `file:${join(folder, 'notes.db')}`;
const table = createClient({ url });
beforeAll(async () => {
	// As slow as passwords are hashed, more than a hundred would be most of this file's time.
	const { scrypt } = await vi.importActual<typeof crypto>('node:crypto');
	const quick = (password: string, salt: Buffer, length: number, _: object, done: () => void) =>
		scrypt(password, salt, length, { N: 2 }, done);
	vi.mocked(crypto.scrypt).mockImplementation(quick as never);
	await db.open(url);
});
afterAll(async () => {
	await db.close();
	table.close();
	rmSync(folder, { recursive: true });
});

const app = testApp(
	{
		'/login': { page: { actions: demo('routes/login/+page.server').actions } },
		'/logout': { page: { actions: demo('routes/logout/+page.server').actions } },
		'/me': {
			endpoint: { GET: ({ locals }) => Response.json((locals as any).user?.email ?? null) }
		}
	},
	{ handle: demo('hooks.server').handle }
);

const PASSWORD = 'correct horse';
let visitor = 0;
beforeEach(() => void (visitor += 1));

/** A browser with a jar for the one cookie. */
const openBrowser = (address = `10.0.0.${visitor}`) => {
	const browser = { token: '' };
	const options = { clientAddress: address };
	const headers = () => ({ cookie: browser.token && `sessionid=${browser.token}` });
	return Object.assign(browser, {
		async post(path: string, fields: Record<string, string> = {}) {
			const body = new URLSearchParams(fields);
			const response = await app.enhanced(path, body, { headers: headers(), options });
			const set = response.headers.getSetCookie().at(-1);
			if (set) browser.token = /^sessionid=([^;]*)/.exec(set)![1]!;
			return { response, set, result: await resultOf(response) };
		},
		me: async () => (await app.send('/me', { headers: headers(), options })).json()
	});
};

const register = async (email: string) =>
	openBrowser().post('/login?/register', { email, password: PASSWORD });

it('a log-in gives a new id each time, and ends the one before', async () => {
	await register('ada@example.org');
	const browser = openBrowser();
	browser.token = 'planted-by-someone-else';
	const credentials = { email: 'ada@example.org', password: PASSWORD };
	const { set } = await browser.post('/login?/login', credentials);
	const first = browser.token;
	expect(first).toMatch(/^[\w-]{43}$/);
	expect(set).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/);
	expect(await browser.me()).toBe('ada@example.org');

	await browser.post('/login?/login', credentials);
	expect(browser.token).not.toBe(first);
	const old = Object.assign(openBrowser(), { token: first });
	expect(await old.me()).toBeNull();
	expect(await browser.me()).toBe('ada@example.org');
});

it('a log-out ends the session on the server too', async () => {
	await register('bob@example.org');
	const browser = openBrowser();
	await browser.post('/login?/login', { email: 'bob@example.org', password: PASSWORD });
	const { token } = browser;
	const { set, result } = await browser.post('/logout');
	expect(set).toMatch(/^sessionid=; Max-Age=0; Path=\//);
	expect(result).toMatchObject({ type: 'redirect', location: '/login' });
	expect(await Object.assign(openBrowser(), { token }).me()).toBeNull();
});

it('the database holds neither ids nor passwords', async () => {
	await register('eve@example.org');
	const browser = openBrowser();
	await browser.post('/login?/login', { email: 'eve@example.org', password: PASSWORD });
	const rows = await Promise.all(
		['users', 'sessions'].map((name) => table.execute(`select * from ${name}`))
	);
	const content = JSON.stringify(rows.map(({ rows }) => rows));
	expect(content).toContain('eve@example.org');
	expect(content).not.toContain(browser.token);
	expect(content).not.toContain(PASSWORD);
	// What the table holds opens nothing.
	const hash = String((await table.execute('select token_hash from sessions')).rows.at(-1)![0]);
	expect(await Object.assign(openBrowser(), { token: hash }).me()).toBeNull();
});

it('a session ends after its time, whatever the browser keeps', async () => {
	await register('kim@example.org');
	const browser = openBrowser();
	await browser.post('/login?/login', { email: 'kim@example.org', password: PASSWORD });
	await table.execute({ sql: 'update sessions set expires_at = ?', args: [Date.now()] });
	expect(await browser.me()).toBeNull();
});

it('passwords are compared in constant time, and after the same work without an account', async () => {
	const { scrypt, timingSafeEqual } = vi.mocked(crypto);
	const work = async (password: string, stored?: string) => {
		scrypt.mockClear();
		timingSafeEqual.mockClear();
		const known = await verifyPassword(password, stored);
		return [known, scrypt.mock.calls.length, timingSafeEqual.mock.calls.length];
	};
	const stored = await hashPassword(PASSWORD);
	expect(await hashPassword(PASSWORD)).not.toBe(stored);
	expect(await work(PASSWORD, stored)).toEqual([true, 1, 1]);
	expect(await work('wrong', stored)).toEqual([false, 1, 1]);
	expect(await work('wrong')).toEqual([false, 1, 1]);
});

it('an unknown account and a wrong password are answered alike', async () => {
	await register('sam@example.org');
	const browser = openBrowser();
	const answers = [];
	for (const email of ['sam@example.org', 'nobody@example.org']) {
		const { result } = await browser.post('/login?/login', { email, password: 'wrong' });
		answers.push({ ...result, data: { ...result.data, email: '' } });
	}
	expect(answers[0]).toEqual(answers[1]);
	expect(answers[0]).toMatchObject({ type: 'failure', status: 400, data: { incorrect: true } });
});

it('an eleventh guess is answered with the time to wait, also with the right password', async () => {
	await register('joe@example.org');
	const browser = openBrowser();
	const guess = (password: string) =>
		browser.post('/login?/login', { email: 'Joe@example.org', password });
	for (let count = 0; count < 10; count++) expect((await guess('wrong')).result.status).toBe(400);
	const { response, result } = await guess(PASSWORD);
	expect(result).toMatchObject({
		type: 'failure',
		status: 429,
		data: { email: 'Joe@example.org', blocked: 15 }
	});
	expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800);
	expect(browser.token).toBe('');
	const owner = openBrowser('192.0.2.1');
	const { result: own } = await owner.post('/login?/login', {
		email: 'joe@example.org',
		password: PASSWORD
	});
	expect(own.type).toBe('success');
});

it('visitors whose addresses are unknown do not lock each other out', async () => {
	await register('ann@example.org');
	// Behind a proxy that nobody has named, all come from the same address.
	useProxies('', true);
	const browser = openBrowser();
	const logIn = (password: string) =>
		browser.post('/login?/login', { email: 'ann@example.org', password });
	for (let guess = 0; guess < 12; guess++) await logIn('wrong');
	expect((await logIn(PASSWORD)).result.type).toBe('success');
	useProxies('', false);
});

it('the address that a proxy forwards distinguishes visitors behind it', async () => {
	await register('tom@example.org');
	useProxies('10.0.0.0/8', true);
	const logIn = async (forwarded: string, password: string) => {
		const body = new URLSearchParams({ email: 'tom@example.org', password });
		const headers = { 'x-forwarded-for': `203.0.113.9, ${forwarded}` };
		const options = { clientAddress: '10.0.0.1' };
		return resultOf(await app.enhanced('/login?/login', body, { headers, options }));
	};
	for (let guess = 0; guess < 10; guess++) await logIn('192.0.2.7', 'wrong');
	expect((await logIn('192.0.2.7', PASSWORD)).status).toBe(429);
	expect((await logIn('192.0.2.8', PASSWORD)).type).toBe('success');
	useProxies('', false);
});

it('whether an address has an account already is not told to who registers it', async () => {
	const answers = [];
	for (const email of ['max@example.org', 'max@example.org', 'MAX@example.org']) {
		const { result, response } = await register(email);
		answers.push([response.status, { ...result, data: { ...result.data, email: '' } }]);
	}
	expect(answers[1]).toEqual(answers[0]);
	expect(answers[2]).toEqual(answers[0]);
	// And the account is as it was.
	const browser = openBrowser();
	await browser.post('/login?/register', { email: 'max@example.org', password: 'another one' });
	const { result } = await browser.post('/login?/login', {
		email: 'max@example.org',
		password: PASSWORD
	});
	expect(result.type).toBe('success');
});
