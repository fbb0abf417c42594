import { createServer, request as nodeRequest, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, toNodeHandler } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

let runs = 0;
let signals: AbortSignal[] = [];
let open = (): void => {};
let gate: Promise<void>;

const server = createServer(
	toNodeHandler(
		createApp({
			routes: {
				'/': {
					page: {
						actions: {
							default: async ({ request }) => {
								const run = ++runs;
								signals.push(request.signal);
								const form = await request.formData();
								await gate;
								return { run, a: form.get('a') };
							}
						}
					}
				}
			},
			render: renderJson,
			handle: async ({ event, resolve }) => {
				const response = await resolve(event);
				const { status, headers } = response;
				return new Response(response.body, { status, statusText: 'Done So', headers });
			}
		})
	)
);
let port: number;

beforeAll(async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	port = (server.address() as AddressInfo).port;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
	vi.restoreAllMocks();
});
beforeEach(() => {
	runs = 0;
	signals = [];
	gate = new Promise((resolve) => (open = resolve));
});

const ID = 'softpost-submission=0123456789abcdef';

const post = (body: string, length = body.length): [ClientRequest, answer: Promise<string>] => {
	const headers = {
		accept: 'text/html',
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': length,
		'sec-fetch-site': 'same-origin'
	};
	const request = nodeRequest({ host: '127.0.0.1', port, method: 'POST', headers });
	const answer = new Promise<string>((resolve) => {
		request.on('error', () => resolve('gone'));
		request.on('response', (response) => {
			let text = '';
			response.on('data', (chunk) => (text += chunk));
			response.on('end', () => resolve(text));
		});
	});
	if (length === body.length) request.end(body);
	else request.write(body);
	return [request, answer];
};

describe('over a connection', () => {
	it('that drops before the response, the copy gets it', async () => {
		const [first, gone] = post(`${ID}&a=1`);
		await expect.poll(() => runs).toBe(1);
		first.destroy();
		await expect.poll(() => signals[0]!.aborted).toBe(true);
		expect(await gone).toBe('gone');
		const [, answer] = post(`${ID}&a=1`);
		open();
		expect(JSON.parse(await answer).form).toEqual({ run: 1, a: '1' });
		const [, later] = post(`${ID}&a=1`);
		expect(await later).toBe(await answer);
		expect(runs).toBe(1);
	});

	it('copies get the reason phrase that the app gave', async () => {
		open();
		const reasons = [];
		for (const [request] of [post(`${ID}&a=4`), post(`${ID}&a=4`)])
			reasons.push(
				new Promise((resolve) =>
					request.on('response', ({ statusMessage }) => resolve(statusMessage))
				)
			);
		expect(await Promise.all(reasons)).toEqual(['Done So', 'Done So']);
	});

	it('that drops within the form, the copy runs', async () => {
		open();
		const [first] = post(`${ID}&a=2`, 100_000);
		await new Promise((resolve) => setTimeout(resolve, 20));
		first.destroy();
		const [, answer] = post(`${ID}&a=2`);
		expect(JSON.parse(await answer).form).toMatchObject({ a: '2' });
	});

	it('with a large form, the action gets all of it', async () => {
		open();
		const long = 'x'.repeat(500_000);
		const [, answer] = post(`${ID}&a=${long}`);
		expect(JSON.parse(await answer).form.a).toBe(long);
	});
});
