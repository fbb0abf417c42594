import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from 'softpost/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as express from '../../demo/mounts/express.js';
import * as middie from '../../demo/mounts/fastify-middie.js';
import * as fastify from '../../demo/mounts/fastify.js';
import * as hono from '../../demo/mounts/hono.js';
import * as node from '../../demo/mounts/node.js';
import { mountApp } from './mount-app.ts';
import { itServesForms } from './mount-suite.ts';

interface Mount {
	name: string;
	serve: (app: App) => unknown;
	/** Whether the mount has an own route that parses JSON. */
	parses?: boolean;
}

const mounts: Mount[] = [
	{ name: 'node:http', serve: node.serve },
	{ name: 'Express', serve: express.serve, parses: true },
	{ name: 'Fastify', serve: fastify.serve, parses: true },
	{ name: 'Fastify with middie', serve: middie.serve, parses: true },
	{ name: 'Hono on Node', serve: hono.serve, parses: true }
];

describe.each(mounts)('$name', ({ serve, parses }) => {
	const { app, gone } = mountApp();
	let server: Server;
	let origin: string;

	beforeAll(async () => {
		server = (await serve(app)) as Server;
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		server.close();
		server.closeAllConnections();
	});

	itServesForms(() => ({ origin, send: fetch, address: '127.0.0.1', gone }));

	it('reads a refused upload to its end, and keeps the connection', async () => {
		const headers = {
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-site': 'same-origin',
			'content-length': 4_000_000
		};
		const upload = request(`${origin}/?/save`, { method: 'POST', headers });
		upload.write('a'.repeat(1_000_000));
		const [response] = (await once(upload, 'response')) as [IncomingMessage];
		response.resume();
		// Some servers close a connection that is still sending half a second after the response.
		await sleep(700);
		upload.end('a'.repeat(3_000_000));
		await once(upload, 'close');
		expect([response.statusCode, response.complete, upload.writableFinished]).toEqual([
			413,
			true,
			true
		]);
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
	});

	it('leaves the routes of the server to the server', async () => {
		expect(await (await fetch(`${origin}/healthz`)).text()).toBe('ok');
	});

	it.runIf(parses)('leaves their parsers of bodies to them', async () => {
		const init = {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{"a":[1]}'
		};
		expect(await (await fetch(`${origin}/api/echo`, init)).json()).toEqual({ a: [1] });
	});
});
