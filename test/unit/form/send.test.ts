import { describe, expect, it, vi } from 'vitest';
import { send } from '../../../src/form/sent/send.ts';
import type { FormRequest } from '../../../src/form/read-form.ts';
import type { EnhanceOptions } from '../../../src/form/types.ts';

const ACTION = new URL('https://app.example/login?/register');
const URLENCODED = 'application/x-www-form-urlencoded';

const submission = (enctype = URLENCODED): FormRequest => {
	const entries = new FormData();
	entries.append('email', 'a@b.example');
	return { action: ACTION, enctype, entries, referrerPolicy: 'no-referrer' };
};

/** A fetch that answers with one response, and remembers what it was asked. */
const answering = (
	body: BodyInit | null,
	init: ResponseInit & { redirected?: boolean; url?: string } = {}
) =>
	vi.fn<typeof fetch>(async () => {
		const response = new Response(body, init);
		const { redirected = false, url = ACTION.href } = init;
		return Object.defineProperties(response, {
			redirected: { value: redirected },
			url: { value: url }
		});
	});

interface Wish extends EnhanceOptions {
	enctype?: string;
	signal?: AbortSignal | undefined;
	decoders?: Record<string, (encoded: any) => unknown> | undefined;
}

const sent = async (
	fetch: typeof globalThis.fetch,
	{ enctype = URLENCODED, signal, decoders, ...options }: Wish = {}
) => (await answered(fetch, { enctype, signal, decoders, ...options })).result;

const answered = (
	fetch: typeof globalThis.fetch,
	{ enctype = URLENCODED, signal, decoders, ...options }: Wish = {}
) =>
	send(
		submission(enctype),
		{ 'x-own': '1' },
		{ fetch, ...options },
		{ signal: signal ?? new AbortController().signal, decoders }
	);

const requestOf = (
	fetch: ReturnType<typeof answering>
): RequestInit & { url: unknown; headers: Headers } => {
	const [url, init] = fetch.mock.calls[0]!;
	return { url, ...init, headers: init!.headers as Headers };
};

const OK = '{"type":"success","status":204}';

describe('the request', () => {
	it('is a POST to the action that asks for an action result', async () => {
		const fetch = answering(OK);
		await sent(fetch);
		expect(fetch).toHaveBeenCalledOnce();
		const { url, method, headers, body, credentials, referrerPolicy } = requestOf(fetch);
		expect(String(url)).toBe(ACTION.href);
		expect(method).toBe('POST');
		expect(Object.fromEntries(headers)).toEqual({
			accept: 'application/json',
			'content-type': URLENCODED,
			'x-own': '1',
			'x-sveltekit-action': 'true'
		});
		expect(body).toBe('email=a%40b.example');
		expect(credentials).toBe('same-origin');
		expect(referrerPolicy).toBe('no-referrer');
	});

	it('leaves the type of a multipart body to fetch, which knows the boundary', async () => {
		const fetch = answering(OK);
		await sent(fetch, { enctype: 'multipart/form-data' });
		const { headers, body } = requestOf(fetch);
		expect(headers.has('content-type')).toBe(false);
		expect(body).toBeInstanceOf(FormData);
	});

	it.each<[name: string, HeadersInit]>([
		['an object', { 'x-csrf': 'token' }],
		['pairs', [['x-csrf', 'token']]],
		['Headers', new Headers({ 'x-csrf': 'token' })]
	])('carries headers given as %s, and keeps its own', async (_, headers) => {
		const fetch = answering(OK);
		await sent(fetch, { headers });
		expect(requestOf(fetch).headers.get('x-csrf')).toBe('token');
		expect(requestOf(fetch).headers.get('accept')).toBe('application/json');
	});

	it('does not change the headers it was given', async () => {
		const headers = new Headers();
		await sent(answering(OK), { headers });
		expect([...headers]).toEqual([]);
	});

	it('carries the credentials mode', async () => {
		const fetch = answering(OK);
		await sent(fetch, { credentials: 'include' });
		expect(requestOf(fetch).credentials).toBe('include');
	});

	it("goes through the platform's fetch of that moment by default", async () => {
		const fetch = answering(OK);
		vi.stubGlobal('fetch', fetch);
		await send(submission(), {}, {}, { signal: new AbortController().signal });
		vi.unstubAllGlobals();
		expect(fetch).toHaveBeenCalledOnce();
	});
});

describe('the result', () => {
	it('has its custom types decoded', async () => {
		const fetch = answering(
			'{"type":"success","status":200,"data":"[{\\"at\\":1},[\\"Big\\",2],\\"7\\"]"}'
		);
		const result = await sent(fetch, { decoders: { Big: (text: string) => BigInt(text) } });
		expect(result).toEqual({ type: 'success', status: 200, data: { at: 7n } });
	});

	it.each<[name: string, http: number, body: object, status: number]>([
		["the body's first", 200, { type: 'failure', status: 400 }, 400],
		[
			"the body's before the error's",
			500,
			{ type: 'error', status: 404, error: { message: '', status: 410 } },
			404
		],
		["the error's before HTTP's", 500, { type: 'error', error: { message: '', status: 410 } }, 410],
		["HTTP's for an error without", 503, { type: 'error', error: { message: '' } }, 503],
		["HTTP's for an error that is text", 502, { type: 'error', error: 'down' }, 502],
		["HTTP's for a failure without", 422, { type: 'failure' }, 422],
		["HTTP's for a success without", 201, { type: 'success' }, 201],
		["HTTP's for a status that is null", 400, { type: 'failure', status: null }, 400]
	])('has a status: %s', async (_, http, body, status) => {
		const result = await sent(answering(JSON.stringify(body), { status: http }));
		expect(result.status).toBe(status);
	});

	it('has the page apart that came along', async () => {
		const page = { url: '/', data: '[]' };
		const fetch = answering(JSON.stringify({ type: 'success', status: 204, page }));
		expect(await answered(fetch)).toEqual({ result: { type: 'success', status: 204 }, page });
	});

	it.each(['text/html; charset=utf-8', 'Text/HTML', 'application/xhtml+xml'])(
		'is a redirect where fetch was redirected to a page: %s',
		async (type) => {
			const fetch = answering('<!doctype html>', {
				redirected: true,
				url: 'https://app.example/signin',
				headers: { 'content-type': type }
			});
			expect(await sent(fetch)).toEqual({
				type: 'redirect',
				status: 303,
				location: 'https://app.example/signin'
			});
		}
	);

	it('is the action result that fetch was redirected to', async () => {
		const headers = { 'content-type': 'application/json' };
		expect(await sent(answering(OK, { redirected: true, headers }))).toEqual({
			type: 'success',
			status: 204
		});
	});

	it('is an error if fetch was redirected to a response without a type', async () => {
		const body = new Blob(['moved']);
		expect(await sent(answering(body, { redirected: true }))).toMatchObject({
			type: 'error',
			error: { code: 'not_an_action_result' }
		});
	});
});

describe('every failure is a result', () => {
	it.each<[name: string, body: string | null, ResponseInit]>([
		[
			'413 in plain text',
			'Payload Too Large',
			{ status: 413, headers: { 'content-type': 'text/plain' } }
		],
		[
			'502 in HTML',
			'<h1>Bad Gateway</h1>',
			{ status: 502, headers: { 'content-type': 'text/html' } }
		],
		[
			'a page, not redirected',
			'<!doctype html>',
			{ status: 200, headers: { 'content-type': 'text/html' } }
		],
		['an empty 200', '', { status: 200 }],
		['an empty 500', '', { status: 500 }],
		['204', null, { status: 204 }],
		['null', 'null', { status: 200 }],
		['an array', '[]', { status: 200 }],
		['truncated JSON', '{"type":"succ', { status: 200 }],
		['JSON without a type', '{"message":"no"}', { status: 401 }],
		['data that cannot be decoded', '{"type":"success","status":200,"data":"x"}', { status: 200 }],
		['a redirect without location', '{"type":"redirect","status":303}', { status: 200 }]
	])('%s', async (_, body, init) => {
		const result = await sent(answering(body, init));
		expect(result).toMatchObject({
			type: 'error',
			status: init.status,
			error: { name: 'SoftpostError', code: 'not_an_action_result' }
		});
	});

	it('hands the response on, readable', async () => {
		const fetch = answering('{"detail":"quota"}', { status: 402, headers: { 'retry-after': '7' } });
		const result = await sent(fetch);
		const { response } = (result as { error: { response: Response } }).error;
		expect(response.status).toBe(402);
		expect(response.headers.get('retry-after')).toBe('7');
		expect(response.bodyUsed).toBe(false);
		expect(await response.json()).toEqual({ detail: 'quota' });
	});

	it('no connection', async () => {
		const cause = new TypeError('Failed to fetch');
		const result = await sent(async () => Promise.reject(cause));
		expect(result).toMatchObject({ type: 'error', error: { code: 'network', cause } });
	});

	it('a fetch that throws at once', async () => {
		const result = await sent(() => {
			throw new Error('offline');
		});
		expect(result).toMatchObject({ type: 'error', error: { code: 'network' } });
	});

	it('a connection that breaks within the response', async () => {
		const body = new ReadableStream({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('{"type":'));
				controller.error(new Error('reset'));
			}
		});
		expect(await sent(answering(body))).toMatchObject({
			type: 'error',
			error: { code: 'network' }
		});
	});

	it('an abort before it is sent, and then nothing is', async () => {
		const fetch = answering(OK);
		const result = await sent(fetch, { signal: AbortSignal.abort() });
		expect(result).toMatchObject({ type: 'error', error: { code: 'aborted' } });
		expect(fetch).not.toHaveBeenCalled();
	});

	it('an abort while it is in flight', async () => {
		const controller = new AbortController();
		const fetch: typeof globalThis.fetch = (_, init) =>
			new Promise((_, reject) =>
				init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))
			);
		const result = sent(fetch, { signal: controller.signal });
		controller.abort();
		expect(await result).toMatchObject({ type: 'error', error: { code: 'aborted' } });
	});

	it('an abort within the response', async () => {
		const controller = new AbortController();
		const body = new ReadableStream({
			start(stream) {
				controller.signal.addEventListener('abort', () => stream.error(controller.signal.reason));
			}
		});
		const result = sent(answering(body), { signal: controller.signal });
		await new Promise((resolve) => setTimeout(resolve));
		controller.abort();
		expect(await result).toMatchObject({ type: 'error', error: { code: 'aborted' } });
	});
});
