import { mkdtempSync, rmSync } from 'node:fs';
import {
	createServer,
	request as nodeRequest,
	type IncomingMessage,
	type RequestOptions
} from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as consume } from 'node:stream/consumers';
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
		'/raw': {
			endpoint: {
				POST: async ({ request }) => {
					const sizes = [];
					for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
						// Not a Buffer, whose slice() is another.
						expect(chunk.constructor).toBe(Uint8Array);
						sizes.push(chunk.byteLength);
					}
					return text(String(sizes.reduce((sum, size) => sum + size, 0)));
				}
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

	it('reads what comes slowly, and in pieces', async () => {
		const socket = connect(port, '127.0.0.1');
		socket.write(
			'POST /raw HTTP/1.1\r\nhost: a\r\nsec-fetch-site: same-origin\r\ncontent-length: 9\r\nconnection: close\r\n\r\nabc'
		);
		for (const piece of ['def', 'ghi']) {
			await new Promise((done) => setTimeout(done, 20));
			socket.write(piece);
		}
		expect(await consume(socket)).toMatch(/\r\n9\r\n/);
	});

	it('reads what is larger than its buffers', async () => {
		const headers = { 'sec-fetch-site': 'same-origin' };
		const body = Buffer.alloc(900_000, 'a');
		expect(await ask('/raw', { method: 'POST', headers }, body)).toMatchObject({ body: '900000' });
	});

	it('sends the length of a response that is in memory', async () => {
		const { headers, body } = await ask('/', { headers: { accept: 'text/html' } });
		expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
		expect(headers['transfer-encoding']).toBeUndefined();
	});

	it('sends each cookie in a separate header', async () => {
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

	it.each(['a b', 'a/b', 'user@a', 'a?', 'a#', 'a\\b', 'a:b'])(
		'answers 400 to a request for the host "%s"',
		async (host) => {
			expect((await ask('/', { headers: { host } })).status).toBe(400);
		}
	);

	it.each([
		['/a?q', 'http://own.example/a?q'],
		['http://other.example:81/?q', 'http://other.example:81/?q'],
		['HTTPS://other.example?q', 'http://other.example/?q']
	])('takes the request target "%s" for %s', async (path, href) => {
		const { body } = await ask(path, { headers: { host: 'own.example', accept: 'text/html' } });
		expect(JSON.parse(body)).toMatchObject(
			path.startsWith('/') ? { error: { message: 'Not Found' } } : { data: { href } }
		);
	});

	it.each(['*', 'own.example', 'ftp://other.example/', 'http://', 'http://user@other.example/'])(
		'answers 400 to the request target "%s"',
		async (path) => {
			const headers = { host: 'own.example' };
			expect((await ask(path, { method: 'OPTIONS', headers })).status).toBe(400);
		}
	);

	it('responds with 400 to a method that no Request can have', async () => {
		expect((await ask('/', { method: 'TRACE' })).status).toBe(400);
	});

	it('responds with 500 if the app itself fails', async () => {
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

	/** Asks a server with this handler, instead of the app's. */
	const askOther = async (
		listener: Parameters<typeof createServer>[1],
		path = '/',
		options: RequestOptions = {},
		body?: string
	): Promise<Answer> => {
		const other = createServer(listener);
		await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
		const answer = await ask(
			path,
			{ port: (other.address() as AddressInfo).port, ...options },
			body
		);
		other.closeAllConnections();
		other.close();
		return answer;
	};

	it('has no address of a client on a socket of the file system', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'softpost-'));
		const socketPath = join(folder, 'http.sock');
		const local = createServer(toNodeHandler(app));
		await new Promise<void>((done) => local.listen(socketPath, done));
		const { body } = await ask('/', { socketPath, headers: { host: 'app.example' } });
		expect(JSON.parse(body).data).toEqual({ href: 'http://app.example/', address: '' });
		local.closeAllConnections();
		local.close();
		rmSync(folder, { recursive: true });
	});

	it('takes the name that HTTP/2 has for the host', async () => {
		const pages = toNodeHandler(app);
		const { body } = await askOther((req, res) => {
			delete req.headers.host;
			req.headers[':authority'] = 'h2.example';
			pages(req, res);
		});
		expect(JSON.parse(body).data.href).toBe('http://h2.example/');
	});

	it('is localhost to those that name no host', async () => {
		const socket = connect(port, '127.0.0.1');
		socket.write('GET / HTTP/1.0\r\n\r\n');
		expect(await consume(socket)).toContain('"href":"http://localhost/"');
	});

	it('knows from the connection that it is https', async () => {
		const pages = toNodeHandler(app);
		const { body } = await askOther((req, res) => {
			Object.assign(req.socket, { encrypted: true });
			pages(req, res);
		});
		expect(JSON.parse(body).data.href).toMatch(/^https:/);
	});

	it('asks an app that stands around another one as any server would', async () => {
		const around = toNodeHandler({
			fetch: async (request, options) => {
				const copy = new Request(request, { headers: { ...Object.fromEntries(request.headers) } });
				const response = await app.fetch(copy, options);
				expect(response).toBeInstanceOf(Response);
				response.headers.set('x-around', '1');
				return response;
			}
		});
		const { headers, body } = await askOther(around, '/', { method: 'POST', headers: form }, 'a=1');
		expect(headers['x-around']).toBe('1');
		expect(JSON.parse(body).data).toBe('[{"entries":1},[2],[3,4],"a","1"]');
	});

	it('drops a response that nobody waits for any more', async () => {
		const cancel = vi.fn();
		const slow = createServer(
			toNodeHandler({
				fetch: async () => {
					slow.closeAllConnections();
					await new Promise((done) => setTimeout(done, 30));
					return new Response(new ReadableStream({ cancel }));
				}
			})
		);
		await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
		const socket = connect((slow.address() as AddressInfo).port, '127.0.0.1');
		socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
		await expect.poll(() => cancel).toHaveBeenCalledOnce();
		slow.close();
	});

	it('reads the rest of a form, though the app failed at its beginning', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const read = vi.fn();
		const broken = toNodeHandler({
			fetch: async (request) => {
				await request.body!.getReader().read();
				throw new Error('secret');
			}
		});
		const other = createServer((req, res) => {
			req.on('end', read);
			broken(req, res);
		});
		await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
		const { port } = other.address() as AddressInfo;
		const large = 'x'.repeat(5_000_000);
		expect((await ask('/', { method: 'POST', port }, large)).status).toBe(500);
		await expect.poll(() => read).toHaveBeenCalled();
		other.closeAllConnections();
		other.close();
		log.mockRestore();
	});

	it('breaks the connection where someone else has begun to answer', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const pages = toNodeHandler(app);
		const { aborted, body } = await askOther((req, res) => {
			res.write('begun');
			pages(req, res);
		});
		expect([aborted, body]).toEqual([true, 'begun']);
		expect(log).toHaveBeenCalled();
		log.mockRestore();
	});
});
