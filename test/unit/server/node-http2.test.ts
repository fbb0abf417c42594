import {
	connect,
	constants,
	createServer,
	type ClientHttp2Session,
	type Http2Server
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { text as consume } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, text, toNodeHandler } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

const deferred = <Value>() => {
	let resolve!: (value: Value) => void;
	const promise = new Promise<Value>((fulfil) => (resolve = fulfil));
	return { promise, resolve };
};

const aborted = deferred<unknown>();
const begun = deferred<void>();
const finished = vi.fn();
let formError: unknown;
const formBegun = deferred<void>();
const formEnded = deferred<void>();

const app = createApp({
	routes: {
		'/': {
			page: {
				load: ({ url, cookies, getClientAddress }) => ({
					href: url.href,
					cookies: cookies.getAll(),
					address: getClientAddress()
				}),
				actions: {
					default: async ({ request, cookies }) => {
						for (const name of ['a', 'b']) cookies.set(name, '1', { path: '/' });
						return { entries: [...(await request.formData())] };
					}
				}
			}
		},
		'/proxy': {
			endpoint: {
				// As `fetch` returns another server's answer.
				GET: () =>
					text('proxied', {
						status: 201,
						statusText: 'Made',
						headers: {
							connection: 'keep-alive, x-hop',
							'keep-alive': 'timeout=5',
							'proxy-connection': 'keep-alive',
							'transfer-encoding': 'chunked',
							upgrade: 'h2c',
							'x-hop': '1',
							'x-kept': '1'
						}
					})
			}
		},
		'/unsendable': { endpoint: { GET: () => Response.error() } },
		'/signal': {
			endpoint: {
				GET: async ({ request: { signal } }) => {
					begun.resolve();
					signal.addEventListener('abort', () => aborted.resolve(signal.reason));
					await aborted.promise;
					return text('late');
				}
			}
		},
		'/done': {
			endpoint: {
				GET: ({ request: { signal } }) => {
					signal.addEventListener('abort', finished);
					return text('done');
				}
			}
		},
		'/broken': {
			endpoint: {
				POST: async ({ request }) => {
					formBegun.resolve();
					formError = await request.formData().catch((error: unknown) => error);
					formEnded.resolve();
					return text('late');
				}
			}
		}
	},
	render: renderJson
});

let server: Http2Server;
let client: ClientHttp2Session;
let port: number;

beforeAll(async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	server = createServer(toNodeHandler(app));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	({ port } = server.address() as AddressInfo);
	client = connect(`http://127.0.0.1:${port}`);
});

afterAll(() => {
	client.close();
	server.close();
	vi.restoreAllMocks();
});

const ask = async (headers: Record<string, string>, body?: string) => {
	const stream = client.request(headers);
	const response = new Promise<any>((resolve, reject) => {
		stream.once('response', resolve).once('error', reject);
	});
	stream.end(body);
	return { headers: await response, body: await consume(stream) };
};

const form = {
	':method': 'POST',
	'content-type': 'application/x-www-form-urlencoded',
	'sec-fetch-site': 'same-origin',
	accept: 'application/json'
};

describe('toNodeHandler on HTTP/2', () => {
	it('shows a page', async () => {
		const { headers, body } = await ask({ ':path': '/?q=1', accept: 'text/html', cookie: 'a=1' });
		expect(headers[':status']).toBe(200);
		expect(JSON.parse(body).data).toEqual({
			href: `http://127.0.0.1:${port}/?q=1`,
			cookies: [{ name: 'a', value: '1' }],
			address: '127.0.0.1'
		});
	});

	it('runs an action, and sets each of its cookies', async () => {
		const { headers, body } = await ask({ ...form, ':path': '/' }, 'x=1&x=2');
		expect(JSON.parse(body)).toMatchObject({ type: 'success', status: 200 });
		expect(headers['set-cookie']).toHaveLength(2);
	});

	it('leaves out of a response what HTTP/2 has no place for', async () => {
		const warned = vi.fn();
		process.on('warning', warned);
		const { headers, body } = await ask({ ':path': '/proxy' });
		process.off('warning', warned);
		expect([headers[':status'], body]).toEqual([201, 'proxied']);
		const names = Object.keys(headers).filter((name) => /hop|kept|conn|alive|upg|enc/.test(name));
		expect(names).toEqual(['x-kept']);
		expect(warned).not.toHaveBeenCalled();
	});

	it('goes on after a response that cannot be sent', async () => {
		const { headers } = await ask({ ':path': '/unsendable' });
		expect(headers[':status']).toBe(500);
		expect((await ask({ ':path': '/proxy' })).body).toBe('proxied');
	});

	it('aborts the signal when the client is gone', async () => {
		const stream = client.request({ ':path': '/signal' });
		stream.on('error', () => {}).end();
		await begun.promise;
		stream.close(constants.NGHTTP2_CANCEL);
		expect(await aborted.promise).toMatchObject({ name: 'AbortError' });
	});

	it('does not abort the signal after the response', async () => {
		const stream = client.request({ ':path': '/done' });
		stream.end();
		await consume(stream);
		await ask({ ':path': '/proxy' });
		expect(finished).not.toHaveBeenCalled();
	});

	it('never takes a broken form for a complete one', async () => {
		// Node's client ends a stream that it closes, as no browser does; so the connection goes.
		const other = connect(`http://127.0.0.1:${port}`);
		const stream = other.request({ ...form, ':path': '/broken' });
		stream.on('error', () => {});
		stream.write('a=1&b=2');
		await formBegun.promise;
		other.destroy();
		await formEnded.promise;
		expect(formError).toBeInstanceOf(Error);
	});
});
