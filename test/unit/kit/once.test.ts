import { describe, expect, it, vi } from 'vitest';
import { exactlyOnce } from '../../../src/kit/once.ts';
import { memorySubmissions } from '../../../src/server/once/submission-store.ts';
import type { SubmissionStore } from '../../../src/server/store.ts';

type Input = Parameters<ReturnType<typeof exactlyOnce>>[0];
type Resolve = Input['resolve'];

const ID = '0123456789abcdef0123456789abcdef';
const url = 'https://app.example/order?/add';

const byHeader = (init: RequestInit = {}): Request =>
	new Request(url, {
		method: 'POST',
		body: new URLSearchParams({ amount: '1' }),
		...init,
		headers: {
			accept: 'application/json',
			'x-sveltekit-action': 'true',
			'x-softpost-submission': ID
		}
	});

const byField = (fields: Record<string, string> = {}): Request => {
	const body = new FormData();
	const all = { 'softpost-submission': ID, amount: '1', ...fields };
	for (const [name, value] of Object.entries(all)) body.append(name, value);
	return new Request(url, { method: 'POST', body, headers: { accept: 'text/html' } });
};

const send = async (
	handle: ReturnType<typeof exactlyOnce>,
	request: Request,
	resolve: Resolve
): Promise<Response> => handle({ event: { request, route: { id: '/order' } }, resolve });

/** Answers as SvelteKit does for a client that takes JSON. */
const results = (result: object, status = 200): Resolve =>
	vi.fn(() =>
		Response.json(result, { status, headers: { 'set-cookie': 'cart=1; Path=/' } })
	) as unknown as Resolve;

/** Answers with a document, with what SvelteKit writes there. */
const documents = (status: number, error: string): Resolve =>
	vi.fn(
		() =>
			new Response(`<script>\n\tform: null,\n\terror: ${error},\n\tstatus: ${status}\n</script>`, {
				status,
				headers: { 'content-type': 'text/html' }
			})
	) as unknown as Resolve;

describe('copies of a submission', () => {
	it('get one response, with its cookies, at once and later', async () => {
		const handle = exactlyOnce();
		const resolve = results({ type: 'success', status: 200, data: '[1]' });
		const copies = await Promise.all([1, 2, 3].map(() => send(handle, byHeader(), resolve)));
		const all = [...copies, await send(handle, byHeader(), resolve)];
		expect(resolve).toHaveBeenCalledTimes(1);
		for (const copy of all) {
			expect(await copy.json()).toEqual({ type: 'success', status: 200, data: '[1]' });
			expect(copy.headers.get('set-cookie')).toBe('cart=1; Path=/');
		}
	});

	it.each([
		['a failure', results({ type: 'failure', status: 422, data: '[1]' }, 422), 1],
		['a redirect', results({ type: 'redirect', status: 303, location: '/' }), 1],
		['an error', results({ type: 'error', error: { message: 'no' } }, 500), 2],
		['an endpoint that has done it', results({ done: true }, 201), 1],
		['a refusal', results({ message: 'no' }, 403), 2]
	])('run the action as often after %s: %#', async (_, resolve, runs) => {
		const handle = exactlyOnce();
		const first = await send(handle, byHeader(), resolve);
		const second = await send(handle, byHeader(), resolve);
		expect(await second.text()).toBe(await first.text());
		expect(resolve).toHaveBeenCalledTimes(runs);
	});

	it.each([
		['a failure', documents(422, 'null'), 1],
		['an expected error', documents(418, '{message:"Teapot"}'), 2],
		['an unexpected error', documents(500, '{message:"Internal Error"}'), 2]
	])('without JavaScript too, after %s', async (_, resolve, runs) => {
		const handle = exactlyOnce();
		await send(handle, byField(), resolve);
		await send(handle, byField(), resolve);
		expect(resolve).toHaveBeenCalledTimes(runs);
	});

	it('are others where the fields hold something else', async () => {
		const handle = exactlyOnce();
		const resolve = documents(200, 'null');
		await send(handle, byField(), resolve);
		await send(handle, byField({ amount: '2' }), resolve);
		expect(resolve).toHaveBeenCalledTimes(2);
	});

	it('leave the form to the action', async () => {
		const amounts: unknown[] = [];
		const resolve: Resolve = async ({ request }) => {
			amounts.push((await request.formData()).get('amount'));
			return new Response(null, { status: 303, headers: { location: '/' } });
		};
		const handle = exactlyOnce();
		const large = 'x'.repeat(300_000);
		await send(handle, byField({ note: large }), resolve);
		const copy = await send(handle, byField({ note: large }), resolve);
		expect(amounts).toEqual(['1']);
		expect(copy.headers.get('location')).toBe('/');
	});
});

it('lets every request without an id pass', async () => {
	const handle = exactlyOnce();
	const resolve = results({ type: 'success', status: 200 });
	const plain = (): Request => new Request(url, { method: 'POST', body: new FormData() });
	await send(handle, plain(), resolve);
	await send(handle, plain(), resolve);
	await send(handle, new Request(url), resolve);
	expect(resolve).toHaveBeenCalledTimes(3);
});

it('leaves errors of a later handle to SvelteKit, for each copy', async () => {
	const handle = exactlyOnce();
	const away = { status: 303, location: '/login' };
	const resolve = vi.fn<Resolve>().mockRejectedValue(away);
	const copies = [1, 2].map(() => send(handle, byHeader(), resolve));
	const settled = await Promise.allSettled(copies);
	expect(settled.map((copy) => copy.status === 'rejected' && copy.reason)).toEqual([away, away]);
});

it('runs a copy where the client of the first has gone, and nothing came of it', async () => {
	const handle = exactlyOnce();
	const resolve = results({ type: 'failure', status: 400, data: '[1]' }, 400);
	const gone = AbortSignal.abort();
	const first = byHeader();
	Object.defineProperty(first, 'signal', { value: gone });
	await send(handle, first, resolve);
	await send(handle, byHeader(), resolve);
	expect(resolve).toHaveBeenCalledTimes(2);
});

it('runs nothing while the store is away, and says when to come again', async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	const away = (): never => {
		throw new Error('away');
	};
	const submissions: SubmissionStore = { ...memorySubmissions(), add: away, get: away };
	const handle = exactlyOnce({ submissions });
	const resolve = results({ type: 'success', status: 200 });
	const [asked, native] = await Promise.all([
		send(handle, byHeader(), resolve),
		send(handle, byField(), resolve)
	]);
	expect(resolve).not.toHaveBeenCalled();
	expect([asked.status, native.status]).toEqual([503, 503]);
	expect(asked.headers.get('retry-after')).toBe('1');
	expect(await asked.json()).toMatchObject({ type: 'error', error: { code: 'retry_later' } });
});
