import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../src/server.ts';
import type { AppOptions } from '../../../src/server.ts';
import { testApp } from './setup.ts';

const ran = vi.fn(() => ({}));
const FORGED = { site: null, headers: { origin: 'https://evil.example' } };

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
beforeEach(() => {
	warn.mockClear();
	ran.mockClear();
});
afterEach(() => vi.unstubAllEnvs());

describe('the refusal of a forged request', () => {
	const app = testApp({ '/': { page: { actions: { default: ran } } } });

	it('tells the client what was expected and received in development alone', async () => {
		for (const [mode, told] of [
			['development', true],
			['production', false],
			['test', false],
			[undefined, false]
		] as const) {
			vi.stubEnv('NODE_ENV', mode);
			for (const kind of ['native', 'enhanced'] as const) {
				const body = await (await app[kind]('/', undefined, FORGED)).text();
				expect([mode, body.includes('evil.example'), body.includes('http://localhost;')]).toEqual([
					mode,
					told,
					false
				]);
				expect(/expected http:\/\/localhost/.test(body)).toBe(told);
			}
		}
	});

	it.each([
		['another host', 'https://app.example', null],
		['another scheme', 'https://localhost', 'same-site'],
		['another site', 'https://pay.example', 'cross-site']
	])('names in the log both origins and what allows the other: %s', async (_what, origin, site) => {
		await app.native('/', undefined, { site, headers: { origin } });
		const line = String(warn.mock.calls[0]![0]);
		for (const part of [origin, 'http://localhost', 'proxy', 'origin', 'csrf.trustedOrigins'])
			expect(line).toContain(part);
	});

	it('tells users what to do, and nothing for developers', async () => {
		for (const kind of ['native', 'enhanced'] as const) {
			const text = await (await app[kind]('/', undefined, FORGED)).text();
			expect(text).toMatch(/Open .+ and send the form/);
			expect(text).not.toMatch(/cross-site|csrf|proxy|origin/i);
		}
	});

	it('shows in the log what the client sent as one short value', async () => {
		await app.enhanced('/', undefined, {
			site: 'x'.repeat(5000),
			headers: { origin: 'https://a"\x1b[31m' }
		});
		const line = String(warn.mock.calls[0]![0]);
		expect(line.length).toBeLessThan(400);
		expect(line).toContain(String.raw`Origin "https://a\"\u001b[31m"`);
	});
});

describe('an origin', () => {
	const make = (options: Partial<AppOptions>) => () =>
		createApp({ routes: {}, render: () => '', ...options });

	it.each(['app.example', 'app.example:443', '*', 'null', '', 'file:///x', '//app.example'])(
		'is not "%s"',
		(text) => {
			const named = expect.objectContaining({ code: 'origin', data: { origin: text } });
			expect(make({ origin: text })).toThrow(named);
			expect(make({ origin: ['https://app.example', text] })).toThrow(named);
			expect(make({ csrf: { trustedOrigins: [text] } })).toThrow(named);
		}
	);

	it('may be written as a URL', async () => {
		const app = testApp(
			{ '/': { page: { actions: { default: ran } } } },
			{ csrf: { trustedOrigins: ['https://Pay.Example:443/'] } }
		);
		const sent = { site: 'cross-site', headers: { origin: 'https://pay.example' } };
		expect((await app.enhanced('/', undefined, sent)).status).toBe(200);
	});

	it('that a function gives and that is none is an error of that request', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const app = testApp({ '/': { page: {} } }, { origin: () => 'app.example' });
		const response = await app.visit('/');
		expect([response.status, await response.text()]).toEqual([500, 'Internal Error']);
		expect(log.mock.calls[0]![0]).toMatchObject({ code: 'origin' });
		log.mockRestore();
	});
});
