import {
	createServer,
	request as nodeRequest,
	type IncomingMessage,
	type RequestOptions
} from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, text, toNodeHandler } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

const app = createApp({
	routes: {
		'/': {
			page: {
				load: ({ url, getClientAddress }) => ({ href: url.href, address: getClientAddress() }),
				actions: { default: async ({ request }) => ({ entries: [...(await request.formData())] }) }
			}
		},
		'/cookies': {
			endpoint: {
				GET: ({ cookies }) => {
					for (const name of ['a', 'b']) cookies.set(name, '1', { path: '/' });
					return text('ok');
				}
			}
		},
		'/stream': {
			endpoint: {
				GET: () =>
					new Response(
						new ReadableStream({
							async start(controller) {
								controller.enqueue(new TextEncoder().encode('begun'));
								await new Promise((done) => setTimeout(done, 20));
								controller.error(new Error('secret'));
							}
						})
					)
			}
		}
	},
	render: renderJson
});

const server = createServer(toNodeHandler(app));
let port: number;

beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	port = (server.address() as AddressInfo).port;
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

interface Answer {
	status: number | undefined;
	headers: IncomingMessage['headers'];
	body: string;
	aborted: boolean;
}

const ask = (path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const sent = nodeRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
			let received = '';
			response.on('data', (chunk) => (received += chunk));
			response.on('close', () =>
				resolve({
					status: response.statusCode,
					headers: response.headers,
					body: received,
					aborted: !response.complete
				})
			);
			response.on('error', () => {});
		});
		sent.on('error', reject);
		sent.end(body);
	});

const form = {
	'sec-fetch-site': 'same-origin',
	'content-type': 'application/x-www-form-urlencoded',
	accept: 'application/json'
};

describe('toNodeHandler', () => {
	it('makes the URL of the host header and the path, and hands on the address', async () => {
		const { status, body } = await ask('/?q=%20', {
			headers: { host: 'app.example:8080', accept: 'text/html' }
		});
		expect(status).toBe(200);
		expect(JSON.parse(body).data).toEqual({
			href: 'http://app.example:8080/?q=%20',
			address: '127.0.0.1'
		});
	});

	it('does not trust what proxies, or users, say of themselves', async () => {
		const headers = {
			'x-forwarded-host': 'evil.example',
			'x-forwarded-proto': 'https',
			'x-forwarded-for': '6.6.6.6',
			forwarded: 'for=6.6.6.6;host=evil.example;proto=https'
		};
		const { body } = await ask('/', { headers: { host: 'app.example', ...headers } });
		expect(JSON.parse(body).data).toEqual({ href: 'http://app.example/', address: '127.0.0.1' });
	});

	it('reads forms', async () => {
		const { status, body } = await ask('/', { method: 'POST', headers: form }, 'a=1&a=2');
		expect(status).toBe(200);
		expect(JSON.parse(body).data).toBe('[{"entries":1},[2,5],[3,4],"a","1",[3,6],"2"]');
	});

	it('sends each cookie in a header of its own', async () => {
		const { headers } = await ask('/cookies');
		expect(headers['set-cookie']).toHaveLength(2);
	});

	it('answers HEAD without a body', async () => {
		expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
	});

	it('refuses a body over the limit, chunked or not, and stays', async () => {
		const large = Buffer.alloc(2 ** 20 + 10, 'a');
		for (const headers of [
			{ ...form, 'content-length': large.length },
			{ ...form, 'transfer-encoding': 'chunked' }
		]) {
			const { status, body } = await ask('/', { method: 'POST', headers }, large);
			expect([status, JSON.parse(body).type]).toEqual([413, 'error']);
		}
		expect((await ask('/')).status).toBe(200);
	});

	it('outlives a body that fails as it is sent', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const { aborted, body } = await ask('/stream');
		expect([aborted, body]).toEqual([true, 'begun']);
		expect((await ask('/')).status).toBe(200);
		expect(log).toHaveBeenCalled();
		log.mockRestore();
	});

	it('outlives a client that goes away within its form', async () => {
		const socket = connect(port, '127.0.0.1');
		socket.write(
			'POST / HTTP/1.1\r\nhost: a\r\nsec-fetch-site: same-origin\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\na=1'
		);
		await new Promise((done) => setTimeout(done, 30));
		socket.destroy();
		await new Promise((done) => setTimeout(done, 30));
		expect((await ask('/')).status).toBe(200);
	});

	it('answers 400 to a request that makes no URL', async () => {
		expect((await ask('/', { headers: { host: 'a b' } })).status).toBe(400);
	});

	it('answers 500 where the app itself fails', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const broken = createServer(
			toNodeHandler({ fetch: () => Promise.reject(new Error('secret')) })
		);
		await new Promise<void>((done) => broken.listen(0, '127.0.0.1', done));
		const { status, body } = await ask('/', { port: (broken.address() as AddressInfo).port });
		expect(status).toBe(500);
		expect(body).not.toContain('secret');
		broken.close();
		log.mockRestore();
	});
});
