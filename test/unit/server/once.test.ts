import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
	error,
	fail,
	json,
	memorySubmissions,
	redirect,
	type AppOptions,
	type RequestEvent
} from '../../../src/server.ts';
import { PATIENCE } from '../../../src/server/once/claim.ts';
import { sharedStore } from './shared-store.ts';
import { renderJson, resultOf, shownBy, testApp, type Sent } from './setup.ts';

const ID = 'a1b2c3d4-e5f6-7890';

/** A form whose end does not come. */
const cutForm = () => {
	const chunks = [new TextEncoder().encode('a=1&')];
	let stream!: ReadableStreamDefaultController;
	let read!: () => void;
	const isRead = new Promise<void>((resolve) => (read = resolve));
	const body = new ReadableStream({
		start: (controller) => void (stream = controller),
		pull(controller) {
			const chunk = chunks.pop();
			if (chunk) controller.enqueue(chunk);
			else read();
		}
	});
	return {
		body,
		/** Resolves when somebody waits for more of it. */
		isRead,
		cut: () => stream.error(new Error('reset'))
	};
};

/** Counts the copies that begin to wait for another one. */
const countWaiting = (): (() => number) => {
	const timers = vi.spyOn(globalThis, 'setTimeout');
	onTestFinished(() => timers.mockRestore());
	return () =>
		timers.mock.calls.filter(([, delay]) => delay! > PATIENCE / 2 && delay! <= PATIENCE).length;
};
const OTHER = 'other-submission-0';

const handleError = vi.fn();
let runs = 0;
let loads = 0;
/** What the action `gated` waits for. */
let gate: { promise: Promise<void>; open: () => void };

beforeEach(() => {
	runs = 0;
	loads = 0;
	handleError.mockReset();
	let open = (): void => {};
	gate = { promise: new Promise((resolve) => (open = resolve)), open: () => open() };
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const ran = (data: Record<string, unknown> = {}): Record<string, unknown> => ({
	...data,
	run: ++runs
});

const actions = {
	ok: ({ cookies }: RequestEvent) => {
		cookies.set('run', String(runs + 1), { path: '/' });
		cookies.set('two', 'x', { path: '/' });
		return ran();
	},
	nothing: () => void runs++,
	fail: () => fail(422, ran()),
	go: () => (ran(), redirect(303, '/done')),
	large: () => fail(422, ran({ text: 'x'.repeat(1500) })),
	here: () => (ran(), redirect(303, '')),
	rich: () => ran({ text: 'ä€😀', date: new Date(0) }),
	error: () => error(418, `Teapot ${++runs}`),
	crash: () => {
		throw new Error(`secret ${++runs}`);
	},
	away: () => (ran(), redirect(303, 'https://evil.example/')),
	wrong: () => (ran(), 'text' as never),
	unserializable: () => ran({ fn: () => {} }),
	gated: async () => {
		const data = ran();
		await gate.promise;
		return data;
	},
	gatedCrash: async () => {
		const run = ++runs;
		await gate.promise;
		error(418, `Teapot ${run}`);
	},
	echo: async ({ request }: RequestEvent) =>
		ran({ entries: [...(await request.formData())].map(([name, value]) => [name, String(value)]) }),
	parts: async ({ parts }: RequestEvent) => {
		const names = [];
		for await (const { name } of parts()) names.push(name);
		return ran({ names });
	},
	size: async ({ request }: RequestEvent) =>
		ran({ size: (await request.arrayBuffer()).byteLength }),
	caught: async ({ request }: RequestEvent) => {
		try {
			await request.formData();
		} catch {
			return fail(400, ran({ broken: true }));
		}
		return ran();
	},
	swallow: async ({ request }: RequestEvent) => {
		await request.arrayBuffer().catch(() => {});
		return redirect(303, '/done') as never;
	}
};

const own = async (): Promise<Response> => {
	const run = ++runs;
	await gate.promise;
	return json({ own: run });
};

const page = { load: () => ({ loads: ++loads }), actions };

const open = (options: Partial<AppOptions> = {}) =>
	testApp(
		{
			'/': { page },
			'/two': { page },
			'/none': { page: {} },
			'/both': { page, endpoint: { POST: own } },
			'/own': { endpoint: { POST: own } }
		},
		{ handleError, ...options }
	);
type App = ReturnType<typeof open>;

const withId = (id: string, headers = {}, init: Sent = {}): Sent => ({
	...init,
	headers: { 'x-softpost-submission': id, ...headers }
});

const enhanced = (app: App, path: string, id = ID, init: Sent = {}): Promise<Response> =>
	app.enhanced(path, new URLSearchParams('a=1'), withId(id, init.headers as object, init));
const native = (app: App, path: string, id = ID, init: Sent = {}): Promise<Response> =>
	app.native(path, new URLSearchParams('a=1'), withId(id, init.headers as object, init));

/** All that a client sees of an answer. */
const seen = async (response: Response) => ({
	status: response.status,
	headers: [...response.headers],
	body: Buffer.from(await response.arrayBuffer()).toString('base64')
});

/** What arrives before the answers of an action that waits for the gate. */
const arrived = async (): Promise<void> => {
	await expect.poll(() => runs).toBeGreaterThan(0);
	await new Promise((resolve) => setTimeout(resolve, 60));
};

describe('a copy of a submission', () => {
	it.each(['ok', 'nothing', 'fail', 'go', 'here', 'rich'])(
		'that comes after %s gets the same answer, and nothing runs',
		async (name) => {
			for (const send of [enhanced, native]) {
				runs = 0;
				const app = open();
				const path = `/?/${name}`;
				const first = await seen(await send(app, path));
				const loadsBefore = loads;
				expect(await seen(await send(app, path))).toEqual(first);
				expect(await seen(await send(app, path))).toEqual(first);
				expect([runs, loads]).toEqual([1, loadsBefore]);
			}
		}
	);

	it('has the cookies of the response, each in its header', async () => {
		const app = open();
		await enhanced(app, '/?/ok');
		expect((await enhanced(app, '/?/ok')).headers.getSetCookie()).toEqual([
			'run=1; Path=/; HttpOnly; SameSite=Lax',
			'two=x; Path=/; HttpOnly; SameSite=Lax'
		]);
	});

	it('is what a client without an id would have got, to the byte', async () => {
		for (const send of [enhanced, native]) {
			for (const name of ['nothing', 'go', 'fail']) {
				loads = runs = 0;
				const plain = await seen(await send(open({ submissions: false }), `/?/${name}`));
				loads = runs = 0;
				expect(await seen(await send(open(), `/?/${name}`))).toEqual(plain);
			}
		}
	});

	it('that comes while the action runs waits for it', async () => {
		const app = open();
		const copies = [enhanced(app, '/?/gated'), enhanced(app, '/?/gated')];
		await arrived();
		copies.push(enhanced(app, '/?/gated'));
		gate.open();
		const answers = await Promise.all((await Promise.all(copies)).map(seen));
		expect(runs).toBe(1);
		expect(answers[1]).toEqual(answers[0]);
		expect(answers[2]).toEqual(answers[0]);
	});

	it('gets the response of a first one whose client is gone', async () => {
		const app = open();
		const controller = new AbortController();
		const first = enhanced(app, '/?/gated', ID, { signal: controller.signal });
		await arrived();
		controller.abort();
		const copy = enhanced(app, '/?/gated');
		gate.open();
		await first;
		expect(await resultOf(await copy)).toMatchObject({ data: { run: 1 } });
		expect(await resultOf(await enhanced(app, '/?/gated'))).toMatchObject({ data: { run: 1 } });
	});

	it('runs the action where the first was cut off with its body, and is the only one to', async () => {
		const app = open({ submissions: memorySubmissions({ maxBytes: 10 }) });
		const waiting = countWaiting();
		const { body, isRead, cut } = cutForm();
		const controller = new AbortController();
		const headers = {
			'x-softpost-submission': ID,
			'content-type': 'application/x-www-form-urlencoded'
		};
		const init = { body, headers, signal: controller.signal };
		const first = app.enhanced('/?/echo', body, init);
		await isRead;
		const copies = [enhanced(app, '/?/echo'), enhanced(app, '/?/echo')];
		// A copy that begins to wait later would come when all is over.
		await expect.poll(waiting).toBe(2);
		controller.abort();
		cut();
		expect((await resultOf(await first)).type).toBe('error');
		for (const copy of copies) {
			expect(await resultOf(await copy)).toMatchObject({
				data: { run: 1, entries: [['a', '1']] }
			});
		}
	});

	it('runs the action again after a form that was cut off', async () => {
		for (const copiesComeLater of [true, false]) {
			runs = 0;
			const app = open();
			const waiting = countWaiting();
			const { body, isRead, cut } = cutForm();
			const type = { 'content-type': 'application/x-www-form-urlencoded' };
			const first = app.enhanced('/?/caught', body, withId(ID, type));
			await isRead;
			const copies = copiesComeLater
				? []
				: [enhanced(app, '/?/caught'), enhanced(app, '/?/caught')];
			await expect.poll(waiting).toBe(copies.length);
			cut();
			expect(await resultOf(await first)).toMatchObject({ type: 'failure', data: { run: 1 } });
			copies.push(enhanced(app, '/?/caught'));
			for (const copy of copies)
				expect(await resultOf(await copy)).toMatchObject({ type: 'success', data: { run: 2 } });
			expect(runs).toBe(2);
		}
	});

	it('does not wait for long where the first does not send the rest of its form', async () => {
		const app = open();
		const body = new ReadableStream({
			start: (stream) => stream.enqueue(new TextEncoder().encode('a=1&'))
		});
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		void app.enhanced('/?/caught', body, withId(ID, type));
		await new Promise((resolve) => setTimeout(resolve, 20));
		const started = Date.now();
		expect((await enhanced(app, '/?/caught')).status).toBe(503);
		expect(Date.now() - started).toBeLessThan(4800);
		expect(runs).toBe(0);
	});

	it('carries the fresh page of the first', async () => {
		const app = open();
		const wish = { headers: { 'x-softpost-page': '/' } };
		const first = await seen(await enhanced(app, '/?/ok', ID, wish));
		expect(await seen(await enhanced(app, '/?/ok', ID, wish))).toEqual(first);
		expect([runs, loads]).toEqual([1, 1]);
	});

	it('is given what the action came to, though the page that shows it failed', async () => {
		const render = vi.fn(() => {
			throw new Error('secret');
		});
		const app = open({ render });
		for (const _copy of [1, 2]) expect((await native(app, '/?/ok')).status).toBe(500);
		expect(runs).toBe(1);
	});

	it('gets a response that handle has replaced', async () => {
		const app = open({
			handle: async ({ event, resolve }) => {
				await resolve(event);
				return new Response(new Uint8Array([0, 0x80, 0x9f, 0xff]), {
					status: 299,
					statusText: 'Own'
				});
			}
		});
		const first = await enhanced(app, '/?/ok');
		const copy = await enhanced(app, '/?/ok');
		expect([copy.status, copy.statusText]).toEqual([299, 'Own']);
		expect(await seen(copy)).toEqual(await seen(first));
		expect(runs).toBe(1);
	});

	it('is given a response that can have no body', async () => {
		const app = open({
			handle: async ({ event, resolve }) => {
				await resolve(event);
				return new Response(null, { status: 204 });
			}
		});
		for (const _copy of [1, 2]) expect((await enhanced(app, '/?/ok')).status).toBe(204);
		expect(runs).toBe(1);
	});

	it('does not run the action for a response that broke', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const app = open({
			handle: async ({ event, resolve }) => {
				await resolve(event);
				return new Response(
					new ReadableStream({ start: (controller) => controller.error(new Error('broken')) })
				);
			}
		});
		for (const _copy of [1, 2]) {
			const response = await enhanced(app, '/?/ok');
			expect([response.status, await response.text()]).toEqual([500, 'Internal Error']);
		}
		expect(runs).toBe(1);
		expect(log.mock.calls).toEqual([[new Error('broken')]]);
	});
});

describe('another submission', () => {
	it('has another id', async () => {
		const app = open();
		await enhanced(app, '/?/ok');
		expect(await resultOf(await enhanced(app, '/?/ok', OTHER))).toMatchObject({ data: { run: 2 } });
	});

	it.each([
		['none', undefined],
		['an empty one', ''],
		['one that is too short to be a secret', 'a'.repeat(15)],
		['one that is too long', 'a'.repeat(65)],
		['one of other characters', 'a'.repeat(16) + '_']
	])('is each that has no id: %s', async (_what, id) => {
		const app = open();
		for (const _copy of [1, 2]) await enhanced(app, '/?/ok', id ?? '');
		expect(runs).toBe(2);
	});

	it.each([
		['another action', '/?/rich', {}],
		['another page', '/two?/ok', {}],
		['another query', '/?/ok&q', {}],
		['another kind of answer', '/?/ok', { accept: '*/*' }]
	])('is one for %s', async (_what, path, headers) => {
		const app = open();
		await enhanced(app, '/?/ok');
		expect(await resultOf(await enhanced(app, path, ID, { headers }))).toMatchObject({
			data: { run: 2 }
		});
	});

	it('is one to another origin that users see, and not to another server behind a proxy', async () => {
		const origin = ({ headers }: Request) => headers.get('x-forwarded-host')!;
		const app = open({ origin });
		const to = (host: string, server = 'http://localhost') =>
			enhanced(app, `${server}/?/ok`, ID, { headers: { 'x-forwarded-host': host } });
		await to('https://a.example');
		await to('https://a.example', 'http://10.0.0.2:3000');
		expect(runs).toBe(1);
		await to('https://b.example');
		expect(runs).toBe(2);
	});

	it('is one after its response has expired', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		const app = open({ submissions: memorySubmissions({ maxAge: 1000 }) });
		await enhanced(app, '/?/ok');
		vi.advanceTimersByTime(999);
		await enhanced(app, '/?/ok');
		expect(runs).toBe(1);
		vi.advanceTimersByTime(1);
		await enhanced(app, '/?/ok');
		expect(runs).toBe(2);
	});

	it('is one after its response had to go for others', async () => {
		const app = open({ submissions: memorySubmissions({ maxBytes: 1000 }) });
		for (const id of [ID, OTHER, 'third-submission-0']) await enhanced(app, '/?/ok', id);
		await enhanced(app, '/?/ok', 'third-submission-0');
		expect(runs).toBe(3);
		await enhanced(app, '/?/ok');
		expect(runs).toBe(4);
	});

	it('is one after a response that was too large to be kept, but not while it is made', async () => {
		const app = open({ submissions: memorySubmissions({ maxBytes: 10 }) });
		const copies = [enhanced(app, '/?/gated'), enhanced(app, '/?/gated')];
		await arrived();
		gate.open();
		for (const copy of copies)
			expect(await resultOf(await copy)).toMatchObject({ data: { run: 1 } });
		await enhanced(app, '/?/gated');
		expect(runs).toBe(2);
	});

	it('is each, where the app wants it so', async () => {
		const app = open({ submissions: false });
		for (const _copy of [1, 2]) await enhanced(app, '/?/ok');
		expect(runs).toBe(2);
	});

	it('is each to an endpoint', async () => {
		const app = open();
		for (const path of ['/own', '/both']) {
			runs = 0;
			const send = async () => {
				const response = await app.send(path, {
					method: 'POST',
					body: new URLSearchParams({ 'softpost-submission': ID }),
					headers: { 'x-softpost-submission': ID }
				});
				return response.json();
			};
			const sent = Promise.all([send(), send()]);
			await arrived();
			gate.open();
			expect(await sent).toEqual([{ own: 1 }, { own: 2 }]);
		}
	});
});

describe('what is not kept:', () => {
	it.each([
		['an expected error', 'error', 418],
		['an unexpected error', 'crash', 500],
		['a redirect that is refused', 'away', 500],
		['a mistake in what is returned', 'wrong', 500],
		['data that cannot be sent', 'unserializable', 500]
	])('%s', async (_what, name, status) => {
		const app = open();
		for (const send of [enhanced, native]) {
			runs = 0;
			for (const run of [1, 2]) {
				expect((await send(app, `/?/${name}`)).status).toBe(status);
				expect(runs).toBe(run);
			}
		}
	});

	it('an error, but a copy that waited gets the same', async () => {
		const app = open();
		const copies = [enhanced(app, '/?/gatedCrash'), enhanced(app, '/?/gatedCrash')];
		await arrived();
		gate.open();
		for (const copy of copies)
			expect((await resultOf(await copy)).error).toEqual({ message: 'Teapot 1' });
		expect((await resultOf(await enhanced(app, '/?/gatedCrash'))).error).toEqual({
			message: 'Teapot 2'
		});
	});

	it('a refusal', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const store = memorySubmissions();
		const { add, set, replace } = store;
		const written: string[] = [];
		const noted = (value: string): string => (written.push(value), value);
		store.add = (key, value, age) => add(key, noted(value), age);
		store.set = (key, value, age) => set(key, noted(value), age);
		store.replace = (key, expected, value, age) => replace!(key, expected, noted(value), age);
		const app = open({ submissions: store, bodyLimit: 100 });
		const long = new URLSearchParams({ a: 'x'.repeat(200) });
		const sent = [
			enhanced(app, '/none'),
			enhanced(app, '/?/unknown'),
			app.enhanced('/?/ok', '{}', withId(ID, { 'content-type': 'application/json' })),
			app.enhanced('/?/size', long, withId(ID)),
			app.enhanced('/?/swallow', long, withId(OTHER)),
			enhanced(app, '/?/ok', ID, { site: 'cross-site' })
		];
		const statuses = (await Promise.all(sent)).map(({ status }) => status);
		expect(statuses).toEqual([405, 404, 415, 413, 413, 403]);
		expect(runs).toBe(0);
		// Claims, and not a single answer: each can be made again.
		expect(written.filter((value) => !value.startsWith('?'))).toEqual([]);
		expect((await enhanced(app, '/?/ok')).status).toBe(200);
	});

	it('a response of handle before the action', async () => {
		let user = false;
		const app = open({
			handle: ({ event, resolve }) => (user ? resolve(event) : redirect(303, '/login'))
		});
		expect(await resultOf(await enhanced(app, '/?/ok'))).toMatchObject({ location: '/login' });
		user = true;
		expect(await resultOf(await enhanced(app, '/?/ok'))).toMatchObject({ data: { run: 1 } });
	});

	it('what another site asks for, though it knows the id', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const app = open();
		await enhanced(app, '/?/ok');
		expect((await enhanced(app, '/?/ok', ID, { site: 'cross-site' })).status).toBe(403);
	});
});

describe('room in memory', () => {
	it('for an order is not taken by failures, errors and refusals that come after it', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const app = open({ submissions: memorySubmissions({ maxBytes: 20_000 }) });
		await enhanced(app, '/?/ok');
		const names = ['fail', 'large', 'error', 'x'.repeat(1000)];
		for (let index = 0; index < 400; index++) {
			const id = `some-other-visitor-${index}`;
			await enhanced(app, `/?/${names[index % names.length]}`, id);
		}
		runs = 0;
		expect(await resultOf(await enhanced(app, '/?/ok'))).toMatchObject({ data: { run: 1 } });
		expect(runs).toBe(0);
		// The youngest failures are there as well.
		await enhanced(app, '/?/fail', 'some-other-visitor-396');
		expect(runs).toBe(0);
	});
});

describe('a store that fails', () => {
	const later = {
		message: 'The server cannot process this yet. Send it again in a moment',
		code: 'retry_later'
	};

	it('before the action is a 503 that says when to retry, and nothing runs', async () => {
		const down = { ...memorySubmissions(), add: () => Promise.reject(new Error('down')) };
		const app = open({ submissions: down });
		const copies = await Promise.all([enhanced(app, '/?/ok'), enhanced(app, '/?/ok')]);
		for (const copy of copies) {
			expect([copy.status, copy.headers.get('retry-after')]).toEqual([503, '1']);
			expect(await resultOf(copy)).toMatchObject({ type: 'error', error: later });
		}
		expect((await shownBy(await native(app, '/?/ok'))).error).toEqual(later);
		expect(handleError.mock.calls[0]![0]).toMatchObject({ error: new Error('down'), status: 503 });
		expect(runs).toBe(0);
		expect((await app.enhanced('/?/ok')).status).toBe(200);
	});

	it('after the action does not affect its response', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const { store: steps, rows } = sharedStore();
		const down = () => Promise.reject(new Error('down'));
		const store = { ...steps };
		const app = open({ submissions: store });
		const other = open({ submissions: store });
		const first = enhanced(app, '/?/gated');
		await arrived();
		Object.assign(store, { add: down, get: down, set: down, delete: down });
		gate.open();
		expect(await resultOf(await first)).toMatchObject({ data: { run: 1 } });
		expect(log.mock.calls).toEqual([[new Error('down')]]);
		// This process knows the answer. Nobody else can, and nobody runs the action for that.
		for (const _copy of [1, 2])
			expect(await resultOf(await enhanced(app, '/?/gated'))).toMatchObject({ data: { run: 1 } });
		expect((await enhanced(other, '/?/gated')).status).toBe(503);
		Object.assign(store, steps);
		await vi.waitFor(() => expect(JSON.stringify([...rows.values()])).toContain('run'));
		expect(await resultOf(await enhanced(other, '/?/gated'))).toMatchObject({ data: { run: 1 } });
		expect(runs).toBe(1);
	});

	it('tells the app, and only the app, what went wrong; what the app throws then is logged', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const store = {
			...memorySubmissions(),
			add: () => {
				throw new Error('secret');
			}
		};
		handleError.mockImplementation(() => {
			throw new Error('handleError');
		});
		const response = await enhanced(open({ submissions: store }), '/?/ok');
		expect(await response.text()).not.toContain('secret');
		expect(log).toHaveBeenCalledWith(new Error('handleError'), new Error('secret'));
	});
});

describe('two servers with one store', () => {
	const both = (): [App, App] => {
		const { store } = sharedStore();
		return [open({ submissions: store }), open({ submissions: store })];
	};

	it('run the action once for copies at the same time', async () => {
		const [one, two] = both();
		const copies = [one, two, two, one].map((app) => enhanced(app, '/?/ok'));
		const answers = await Promise.all((await Promise.all(copies)).map(seen));
		expect(runs).toBe(1);
		for (const answer of answers) expect(answer).toEqual(answers[0]);
	});

	it('run it once for a copy that comes later', async () => {
		const [one, two] = both();
		const first = await seen(await native(one, '/?/rich'));
		expect(await seen(await native(two, '/?/rich'))).toEqual(first);
		expect(runs).toBe(1);
	});

	it('give those that wait the same error, and run it for later ones', async () => {
		const [one, two] = both();
		const first = enhanced(one, '/?/gatedCrash');
		await arrived();
		const copies = [enhanced(two, '/?/gatedCrash'), enhanced(two, '/?/gatedCrash')];
		await arrived();
		gate.open();
		for (const copy of [first, ...copies])
			expect((await resultOf(await copy)).error).toEqual({ message: 'Teapot 1' });
		expect((await resultOf(await enhanced(two, '/?/gatedCrash'))).error).toEqual({
			message: 'Teapot 2'
		});
	});
});

describe('the hidden field', () => {
	const fields = (extra: Record<string, string> = {}): [string, string][] =>
		Object.entries({ 'softpost-submission': ID, a: '1', ...extra });
	const urlencoded = (extra?: Record<string, string>) => new URLSearchParams(fields(extra));
	const plain = (extra?: Record<string, string>) =>
		new Blob(
			[
				fields(extra)
					.map(([name, value]) => `${name}=${value}\r\n`)
					.join('')
			],
			{
				type: 'text/plain'
			}
		);
	const multipart = (extra?: Record<string, string>) => {
		const form = new FormData();
		for (const [name, value] of fields(extra)) form.append(name, value);
		return form;
	};
	const encodings = [
		['urlencoded', urlencoded],
		['multipart', multipart],
		['text/plain', plain]
	] as const;

	/** A form as a browser encodes it, with a boundary of a certain length. */
	const encoded = (boundary: string, ...parts: [headers: string, value: string][]): Sent => {
		const body = [
			...parts.map(
				([headers, value]) =>
					`--${boundary}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${value}\r\n`
			),
			`--${boundary}--\r\n`
		].join('');
		const headers = {
			accept: 'text/html',
			'content-type': `multipart/form-data; boundary=${boundary}`,
			'content-length': String(body.length)
		};
		return { method: 'POST', body, headers };
	};
	const idPart: [string, string] = ['name="softpost-submission"', ID];

	it.each(encodings)(
		'makes a double click one run, and the same page twice: %s',
		async (_, form) => {
			const app = open();
			const clicks = [app.native('/?/echo', form()), app.native('/?/echo', form())];
			const [first, second] = await Promise.all(clicks);
			expect(second!.status).toBe(200);
			const shown = await shownBy(first!);
			expect(await shownBy(second!)).toEqual(shown);
			expect(shown).toMatchObject({ form: { run: 1 }, data: { loads: 1 } });
			// A reload.
			expect(await shownBy(await app.native('/?/echo', form()))).toEqual(shown);
		}
	);

	it.each(encodings)('is an entry like any other for the action: %s', async (_, form) => {
		const app = open();
		for (const name of ['echo', 'parts']) {
			const shown = await shownBy(await app.native(`/?/${name}`, form()));
			expect(shown.form).toMatchObject(
				name === 'echo' ? { entries: fields() } : { names: ['softpost-submission', 'a'] }
			);
		}
	});

	it.each(encodings)('with something else beside it is another submission: %s', async (_, form) => {
		const app = open();
		await app.native('/?/echo', form());
		const { form: edited } = await shownBy(await app.native('/?/echo', form({ a: '2' })));
		expect(edited).toMatchObject({ run: 2 });
		const { form: again } = await shownBy(await app.native('/?/echo', form()));
		expect(again).toMatchObject({ run: 1 });
	});

	it('counts in no other encoding than the one it was sent in', async () => {
		const app = open();
		const same = `softpost-submission=${ID}`;
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain'])
			await app.native('/?/ok', same, { headers: { 'content-type': type } });
		expect(runs).toBe(2);
	});

	it('gives way to the header, because the page has one field for all that is sent of it', async () => {
		const app = open();
		for (const id of [ID, OTHER, OTHER]) await app.enhanced('/?/ok', urlencoded(), withId(id));
		expect(runs).toBe(2);
	});

	it('counts if the header is not an id', async () => {
		const app = open();
		for (const id of ['', 'short']) await app.enhanced('/?/ok', urlencoded(), withId(id));
		expect(runs).toBe(1);
	});

	it('has to be an id', async () => {
		const app = open();
		const short = urlencoded({ 'softpost-submission': 'short' });
		for (const _copy of [1, 2]) await app.native('/?/ok', short);
		expect(runs).toBe(2);
	});

	it('knows a copy by another boundary, also of another length', async () => {
		const app = open();
		const file: [string, string] = ['name="file"; filename="a.txt"', 'x'.repeat(100_000)];
		const send = (boundary: string) => app.send('/?/size', encoded(boundary, idPart, file));
		await send('--geckoformboundary1a2b');
		await send('--geckoformboundary3c4d');
		await send('--geckoformboundary5');
		expect(runs).toBe(1);
	});

	it('counts with the length of what is beyond 64 KiB, where that is known', async () => {
		const app = open();
		const send = (length: number, more: object = {}) => {
			const file: [string, string] = ['name="file"; filename="a.txt"', 'x'.repeat(length)];
			const { headers, ...init } = encoded('b', idPart, file);
			return app.send('/?/size', { ...init, headers: { ...(headers as object), ...more } });
		};
		await send(100_000);
		await send(100_001);
		expect(runs).toBe(2);
		const text = (length: number) =>
			app.native('/?/ok', urlencoded({ long: 'x'.repeat(length) }), {
				headers: { 'content-length': String(length) }
			});
		for (const length of [100_000, 100_000, 100_001]) await text(length);
		expect(runs).toBe(4);
	});

	it('counts with and without a content-length', async () => {
		const app = open();
		const long = urlencoded({ long: 'x'.repeat(100_000) });
		for (const _copy of [1, 2]) await app.native('/?/ok', long);
		expect(runs).toBe(1);
	});

	it.each(['x', '---------------------------1234', '----WebKitFormBoundaryAbCdEfGh'])(
		'counts with every value, however small and wherever it is: boundary %s',
		async (boundary) => {
			const app = open({ bodyLimit: 1_000_000 });
			const send = (edited: number) => {
				const values = Array.from({ length: 900 }, (_, index): [string, string] => [
					`name="field${index}"`,
					index === edited ? 'after!' : 'before'
				]);
				return app.send('/?/echo', encoded(boundary, idPart, ...values));
			};
			await send(-1);
			for (const edited of [0, 250, 600, 899]) {
				runs = 0;
				const entries = (await shownBy(await send(edited))).form as { entries: string[][] };
				expect(runs).toBe(1);
				expect(entries.entries[edited + 1]).toEqual([`field${edited}`, 'after!']);
				await send(edited);
				expect(runs).toBe(1);
			}
		}
	);

	it('counts up to 16 MiB of a form, and for nothing where that is longer', async () => {
		const app = open({ bodyLimit: 40_000_000 });
		const send = (length: number) => app.native('/?/size', urlencoded({ a: 'x'.repeat(length) }));
		for (const _copy of [1, 2]) await send(16_000_000);
		expect(runs).toBe(1);
		for (const _copy of [1, 2]) await send(17_000_000);
		expect(runs).toBe(3);
	});

	it('counts up to the limit of the page, which may be above that of the app', async () => {
		const sizes: number[] = [];
		const app = testApp(
			{
				'/': {
					page: {
						config: { bodyLimit: 5_000_000 },
						actions: {
							default: async ({ request }) =>
								void sizes.push((await request.arrayBuffer()).byteLength)
						}
					}
				}
			},
			{ bodyLimit: 1000 }
		);
		const file = (end: string): [string, string] => [
			'name="file"; filename="a"',
			'\xff'.repeat(1_000_000) + end
		];
		for (const end of ['a', 'a', 'b', 'b'])
			await app.send('/', encoded('--bound', idPart, file(end)));
		expect(sizes).toHaveLength(2);
	});

	it('counts for nothing in a form that breaks off', async () => {
		const app = open();
		const send = () => {
			const body = new ReadableStream({
				start(stream) {
					stream.enqueue(new TextEncoder().encode(String(urlencoded())));
				},
				pull(stream) {
					stream.error(new Error('reset'));
				}
			});
			return app.native('/?/caught', body, {
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			});
		};
		await send();
		await send();
		expect(runs).toBe(2);
		expect((await shownBy(await app.native('/?/caught', urlencoded()))).form).toEqual({ run: 3 });
	});

	it('is not looked for beyond 64 KiB', async () => {
		const app = open();
		const late = () => new URLSearchParams([['a', 'x'.repeat(65_536)], ...fields()]);
		for (const _copy of [1, 2]) await app.native('/?/ok', late());
		expect(runs).toBe(2);
	});

	it('lets no file that looks like a form take its place', async () => {
		const app = open();
		const evil = encoded('inner', idPart).body as string;
		const send = () => app.send('/?/ok', encoded('outer', ['name="f"; filename="a"', evil]));
		for (const _user of [1, 2]) await send();
		expect(runs).toBe(2);
	});

	it('is looked for only where a form is sent to an action', async () => {
		const app = open();
		const body = JSON.stringify({ 'softpost-submission': ID });
		const type = { headers: { 'content-type': 'application/json' } };
		expect((await app.enhanced('/?/ok', body, type)).status).toBe(415);
		const untyped = await app.enhanced('/?/ok', new Blob(['x']));
		expect(untyped.status).toBe(415);
		expect((await app.native('/nowhere', urlencoded())).status).toBe(404);
		expect((await app.native('/none', urlencoded())).status).toBe(405);
	});

	it('leaves a body to its limit, and to its end', async () => {
		const app = open({ bodyLimit: 100_000 });
		const form = (size: number) => urlencoded({ a: 'x'.repeat(size) });
		for (const [size, status] of [
			[90_000, 200],
			[110_000, 413]
		] as const) {
			expect((await app.native('/?/size', form(size))).status).toBe(status);
		}
		expect(runs).toBe(1);
	});

	it('does not read ahead of an action that streams', async () => {
		let pulled = 0;
		const chunk = new Uint8Array(65_536).fill(97);
		const body = new ReadableStream({
			pull(controller) {
				pulled++;
				controller.enqueue(chunk);
			}
		});
		const taken: number[] = [];
		const app = testApp(
			{
				'/': {
					page: {
						actions: {
							default: async ({ request }) => {
								const reader = request.body!.getReader();
								await reader.read();
								taken.push(pulled);
								await reader.cancel();
							}
						}
					}
				}
			},
			{ render: renderJson, bodyLimit: 2 ** 40 }
		);
		await app.native('/', body, {
			headers: { 'content-type': 'application/x-www-form-urlencoded' }
		});
		expect(taken[0]).toBeLessThan(12);
	});

	it('is not waited for where another site sends the form', async () => {
		const { app } = testApp({ '/': { page: { actions: { default: () => {} } } } });
		const stalled = new ReadableStream({ pull: () => new Promise(() => {}) }, { highWaterMark: 0 });
		const request = new Request('http://localhost/', {
			method: 'POST',
			body: stalled,
			duplex: 'half',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'sec-fetch-site': 'cross-site'
			}
		} as RequestInit);
		expect((await app.fetch(request)).status).toBe(403);
	});

	it('gives a script and a browser each their own answer', async () => {
		const app = open();
		expect((await shownBy(await app.native('/?/ok', urlencoded()))).form).toEqual({ run: 1 });
		expect(await resultOf(await app.enhanced('/?/ok', urlencoded()))).toMatchObject({
			data: { run: 2 }
		});
	});

	it('means nothing where the app wants none of it', async () => {
		const app = open({ submissions: false });
		for (const _copy of [1, 2]) await app.native('/?/ok', urlencoded());
		expect(runs).toBe(2);
	});
});
