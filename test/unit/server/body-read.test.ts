import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createApp, toNodeHandler } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

const actions = {
	default: async ({ request }: { request: Request }) => ({ text: await request.text() })
};
const pages = toNodeHandler(
	createApp({ routes: { '/': { page: { actions } } }, render: renderJson })
);

/** As Express with a parser of bodies on every route. */
const server = createServer(async (request, response) => {
	await text(request);
	pages(request, response);
});
let origin: string;

beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
afterEach(() => vi.restoreAllMocks());

const post = (body: string): Promise<Response> =>
	fetch(origin, {
		method: 'POST',
		headers: { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' },
		signal: AbortSignal.timeout(2000),
		body
	});

it.each(['a=1', ''])(
	'says that something has read the body, and does not wait: "%s"',
	async (body) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const response = await post(body);
		expect([response.status, await response.text()]).toEqual([500, 'Internal Error']);
		expect(log).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'body_read' }));
	}
);

it('handles requests that have none', async () => {
	expect((await fetch(origin)).status).toBe(200);
});
