import { createServer, request as nodeRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApp, toNodeHandler, type Action, type Handle } from '../../../src/server.ts';
import { renderJson } from './setup.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** Counts the objects of the platform that are made from now on: each takes Node longer than all that softpost does. */
const countMade = (): Record<string, number> => {
	const made: Record<string, number> = {};
	const names = [
		'Request',
		'Response',
		'Headers',
		'ReadableStream',
		'TransformStream',
		'AbortController'
	];
	for (const name of names as ('Request' | 'ReadableStream')[]) {
		made[name] = 0;
		const count = (): void => void (made[name]! += 1);
		vi.stubGlobal(
			name,
			new Proxy(globalThis[name], {
				construct(target, parameters, own) {
					count();
					return Reflect.construct(target, parameters, own);
				}
			})
		);
	}
	return made;
};

/** What one submission makes. */
const cost = async (
	action: Action,
	headers: Record<string, string> = {},
	handle?: Handle
): Promise<Record<string, number>> => {
	const routes = { '/': { page: { actions: { default: action } } } };
	const app = createApp({ routes, render: renderJson, ...(handle && { handle }) });
	const server = createServer(toNodeHandler(app));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const made = countMade();
	const sent = nodeRequest({
		host: '127.0.0.1',
		port,
		method: 'POST',
		headers: {
			accept: 'application/json',
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-site': 'same-origin',
			'x-sveltekit-action': 'true',
			...headers
		}
	});
	sent.end('a=1');
	const response = await new Promise<any>((resolve) => sent.on('response', resolve));
	expect([response.statusCode, JSON.parse(await text(response)).type]).toEqual([200, 'success']);
	server.closeAllConnections();
	server.close();
	return Object.fromEntries(Object.entries(made).filter(([, count]) => count));
};

const reads: Action = async ({ request }) => ({ a: (await request.formData()).get('a') });

describe('on node:http, an action that reads its form makes', () => {
	it('no Request, no Response, no Headers and no stream', async () => {
		expect(await cost(reads)).toEqual({});
	});

	it('no more where it runs once for all copies, and asks no other thread', async () => {
		const digest = vi.spyOn(crypto.subtle, 'digest');
		const headers = { 'x-softpost-submission': '0123456789abcdef' };
		expect(await cost(reads, headers)).toEqual({});
		expect(digest).not.toHaveBeenCalled();
	});

	it('a Response alone where handle gets one', async () => {
		const handle: Handle = ({ event, resolve }) => resolve(event);
		expect(await cost(reads, {}, handle)).toMatchObject({ Response: 1 });
	});

	it('a Request where it asks for what only the platform has', async () => {
		expect(await cost(async ({ request }) => ({ text: await request.text() }))).toMatchObject({
			Request: 1,
			ReadableStream: 1
		});
	});
});
