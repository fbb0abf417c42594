import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, toNodeHandler } from '../../../src/server.ts';
import type { RequestEvent } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

/** A promise and what settles it. */
const deferred = <Value>() => {
	let resolve!: (value: Value) => void;
	const promise = new Promise<Value>((done) => (resolve = done));
	return { promise, resolve };
};

const until = async (condition: () => boolean): Promise<void> => {
	while (!condition()) await new Promise((done) => setTimeout(done, 5));
};

const handleError = vi.fn();
const cancelled = vi.fn();
let begun = deferred<RequestEvent>();
let ended = deferred<unknown>();

const settled = async (work: Promise<unknown>): Promise<never> => {
	const thrown = await work.then(
		() => null,
		(error) => error
	);
	ended.resolve(thrown);
	throw thrown;
};

/** Stops by the signal. */
const waits = async (event: RequestEvent): Promise<never> => {
	begun.resolve(event);
	const { signal } = event.request;
	return settled(
		new Promise((_, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason));
		})
	);
};

const app = createApp({
	handle: ({ event, resolve }) =>
		event.url.pathname === '/handle' ? waits(event) : resolve(event),
	routes: {
		'/handle': { page: {} },
		'/load': { page: { load: waits, actions: { default: () => ({ saved: true }) } } },
		'/layout': { layout: { load: waits }, page: { load: () => ({ whole: true }) } },
		'/own': {
			page: {
				load: async (event) => {
					begun.resolve(event);
					const { signal } = event.request;
					return settled(event.fetch('/never', { signal }));
				}
			}
		},
		'/never': { endpoint: { GET: () => new Promise(() => {}) } },
		'/late': {
			endpoint: {
				POST: async (event) => {
					begun.resolve(event);
					const body = event.url.search ? event.request.text() : event.parts().next();
					await until(() => event.request.signal.aborted);
					// Long after the promise has been rejected.
					await new Promise((done) => setTimeout(done, 20));
					return settled(body);
				}
			}
		},
		'/': {
			page: {
				actions: {
					reads: async (event) => {
						begun.resolve(event);
						return settled(event.request.formData());
					},
					readsParts: async (event) => {
						begun.resolve(event);
						const read = async () => {
							for await (const { stream } of event.parts())
								if (stream) await new Response(stream).text();
						};
						return settled(read());
					},
					waits,
					readsLate: async (event) => {
						begun.resolve(event);
						await until(() => event.request.signal.aborted);
						return settled(event.request.formData());
					},
					fails: async (event) => {
						begun.resolve(event);
						await until(() => event.request.signal.aborted);
						ended.resolve(null);
						throw new Error('a bug');
					}
				}
			}
		},
		'/stream': {
			endpoint: {
				GET: (event) => {
					begun.resolve(event);
					const cancel = () => {
						cancelled();
						ended.resolve(null);
					};
					const pull = (controller: ReadableStreamDefaultController) => {
						controller.enqueue(new Uint8Array(1000));
					};
					return new Response(new ReadableStream({ pull, cancel }));
				}
			}
		}
	},
	render: renderJson,
	handleError,
	submissions: false
});

const server = createServer(toNodeHandler(app));
const log = vi.spyOn(console, 'error').mockImplementation(() => {});
const unhandled = vi.fn();
beforeAll(async () => {
	process.on('unhandledRejection', unhandled);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
	process.off('unhandledRejection', unhandled);
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	for (const mock of [handleError, cancelled, log]) mock.mockClear();
	begun = deferred();
	ended = deferred();
});

const send = (text: string) => {
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	socket.on('error', () => {});
	socket.write(text);
	return socket;
};

const post = (action: string, length: number, body: string, type = 'text/plain'): string =>
	[
		`POST /?/${action} HTTP/1.1`,
		'host: localhost',
		'sec-fetch-site: same-origin',
		`content-type: ${type}`,
		`content-length: ${length}`,
		'',
		body
	].join('\r\n');

const file = '--B\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nbegin';

describe('a client that goes away', () => {
	it.each([
		['while its form is read', post('reads', 100, 'a=1')],
		['while its file is read', post('readsParts', 1000, file, 'multipart/form-data; boundary=B')],
		['while the action does something that stops by the signal', post('waits', 3, 'a=1')],
		['before its form is read', post('readsLate', 3, 'a=1', 'text/plain')],
		['while handle waits', 'GET /handle HTTP/1.1\r\nhost: localhost\r\n\r\n'],
		['while a load waits', 'GET /load HTTP/1.1\r\nhost: localhost\r\n\r\n'],
		[
			'while a load waits for the data of a page',
			'GET /load HTTP/1.1\r\nhost: localhost\r\nx-softpost-page: true\r\n\r\n'
		],
		['while the load of a layout waits', 'GET /layout HTTP/1.1\r\nhost: localhost\r\n\r\n'],
		[
			'while a load waits after an action',
			post('', 3, 'a=1').replace('/?/', '/load').replace('host', 'accept: text/html\r\nhost')
		],
		['while a load waits for the app itself', 'GET /own HTTP/1.1\r\nhost: localhost\r\n\r\n'],
		['before app code waits for its text', post('', 9, 'a=1').replace('/?/', '/late?text')],
		['before app code waits for its parts', post('', 9, 'a=1').replace('/?/', '/late')]
	])('%s aborts event.request.signal, and is not an error of the app', async (_when, text) => {
		const socket = send(text);
		const { request } = await begun.promise;
		expect(request.signal.aborted).toBe(false);
		socket.destroy();
		expect(await ended.promise).toMatchObject({ name: 'AbortError' });
		expect(request.signal.aborted).toBe(true);
		await new Promise((done) => setTimeout(done, 20));
		expect(handleError).not.toHaveBeenCalled();
		expect(log).not.toHaveBeenCalled();
		expect(unhandled).not.toHaveBeenCalled();
	});

	it('leaves other errors what they are', async () => {
		const socket = send(post('fails', 3, 'a=1'));
		await begun.promise;
		socket.destroy();
		await ended.promise;
		await until(() => handleError.mock.calls.length > 0);
		expect(handleError.mock.calls[0]![0].error).toMatchObject({ message: 'a bug' });
	});

	it('within the response cancels its stream', async () => {
		const socket = send('GET /stream HTTP/1.1\r\nhost: localhost\r\n\r\n');
		await begun.promise;
		await new Promise((done) => socket.once('data', done));
		socket.destroy();
		await ended.promise;
		expect(cancelled).toHaveBeenCalledOnce();
	});
});

it('an AbortError while the client is there is an error of the app', async () => {
	const own = createApp({
		routes: {
			'/': {
				page: {
					actions: {
						default: () => {
							throw new DOMException('secret', 'AbortError');
						}
					}
				}
			}
		},
		render: renderJson,
		handleError
	});
	const response = await own.fetch(
		new Request('http://localhost/', {
			method: 'POST',
			body: new URLSearchParams(),
			headers: { 'sec-fetch-site': 'same-origin' }
		})
	);
	expect(response.status).toBe(500);
	expect(handleError).toHaveBeenCalledOnce();
});
