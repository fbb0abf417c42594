import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createApp, toNodeHandler } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

const CONNECTIONS = 1000;
/** Of a body that says it is twice as long, and is within the limit. */
const HALF = 16 * 1024;

const ran = vi.fn(async ({ request }: { request: Request }) => ({
	fields: [...(await request.formData())].length
}));
const app = createApp({
	routes: { '/': { page: { load: () => ({ ok: true }), actions: { default: ran } } } },
	render: renderJson
});

/** As docs/recipes/node-server.md has it; how patient it is changes within the test. */
const server = createServer({ connectionsCheckingInterval: 100 }, toNodeHandler(app));
const log = vi.spyOn(console, 'error').mockImplementation(() => {});
let port: number;
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', 2 * CONNECTIONS, done));
	port = (server.address() as AddressInfo).port;
});
afterAll(() => {
	log.mockRestore();
	server.closeAllConnections();
	server.close();
});

const half = [
	'POST / HTTP/1.1',
	'host: localhost',
	'sec-fetch-site: same-origin',
	'accept: application/json',
	'content-type: application/x-www-form-urlencoded',
	`content-length: ${2 * HALF}`,
	'',
	`a=${'x'.repeat(HALF - 2)}`
].join('\r\n');

/** Opens a connection, sends the beginning of a request, and stays. */
const hold = (text: string): Promise<{ socket: Socket; end: Promise<string> }> =>
	new Promise((resolve) => {
		let received = '';
		const socket = connect(port, '127.0.0.1', () => {
			socket.write(text);
			const end = new Promise<string>((done) => socket.once('close', () => done(received)));
			resolve({ socket, end });
		});
		socket.on('data', (chunk) => (received += String(chunk)));
		socket.on('error', () => {});
	});

const connections = (): Promise<number> =>
	new Promise((done) => server.getConnections((_, count) => done(count)));

it('1,000 connections with half a body: the rest is served, and they are cut off', async () => {
	const before = process.memoryUsage().rss;
	const held = await Promise.all(
		Array.from({ length: CONNECTIONS }, (_, index) =>
			// Some have not even sent their headers.
			hold(index % 10 ? half : half.slice(0, 60))
		)
	);
	await expect.poll(connections).toBe(CONNECTIONS);

	for (let count = 0; count < 20; count++) {
		const response = await fetch(`http://127.0.0.1:${port}/`, {
			method: 'POST',
			body: new URLSearchParams({ a: '1' }),
			headers: { 'sec-fetch-site': 'same-origin', accept: 'application/json' }
		});
		expect(response.status).toBe(200);
		await response.text();
	}
	// All the while, none of them was let go.
	expect(await connections()).toBeGreaterThanOrEqual(CONNECTIONS);
	// Both ends of all connections are in this process.
	expect(process.memoryUsage().rss - before).toBeLessThan(CONNECTIONS * HALF * 10);

	server.headersTimeout = 1;
	server.requestTimeout = 1;
	const answers = await Promise.all(held.map(({ end }) => end));
	expect(new Set(answers.map((answer) => answer.split('\r\n')[0]))).toEqual(
		new Set(['HTTP/1.1 408 Request Timeout'])
	);
	expect(ran.mock.settledResults.filter(({ type }) => type === 'fulfilled')).toHaveLength(20);
	expect(log).not.toHaveBeenCalled();
	server.headersTimeout = 60_000;
	server.requestTimeout = 300_000;
	expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
}, 60_000);

it('a refused upload that trickles on is cut off', async () => {
	const quick = createServer(
		{ headersTimeout: 500, requestTimeout: 1000, connectionsCheckingInterval: 100 },
		toNodeHandler(createApp({ routes: {}, render: renderJson, submissions: false }))
	);
	await new Promise<void>((done) => quick.listen(0, '127.0.0.1', done));
	const socket = connect((quick.address() as AddressInfo).port, '127.0.0.1');
	let received = '';
	socket.on('data', (chunk) => (received += String(chunk)));
	socket.on('error', () => {});
	socket.write(half.replace(/content-length: .*/, `content-length: ${2 ** 30}`));
	const trickle = setInterval(() => socket.write('x'.repeat(100)), 20);
	await new Promise((done) => socket.once('close', done));
	clearInterval(trickle);
	expect(received.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 408']);
	quick.close();
});
