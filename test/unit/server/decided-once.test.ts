import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, type Handle } from '../../../src/server.ts';
import { testApp } from './setup.ts';

const counts = vi.hoisted(() => ({ negotiated: 0, checked: 0 }));

vi.mock('negotiator', async (original) => {
	const { default: Negotiator } = await original<any>();
	const counted = function (...parameters: unknown[]) {
		counts.negotiated++;
		return new Negotiator(...parameters);
	};
	return { default: counted };
});

beforeEach(() => {
	Object.assign(counts, { negotiated: 0, checked: 0 });
	const get = Headers.prototype.get;
	vi.spyOn(Headers.prototype, 'get').mockImplementation(function (this: Headers, name) {
		if (name.toLowerCase() === 'sec-fetch-site') counts.checked++;
		return get.call(this, name);
	});
});
afterEach(() => {
	vi.restoreAllMocks();
});

const open = (handle?: Handle) =>
	testApp(
		{
			'/both': {
				page: { actions: { default: () => ({ from: 'action' }) } },
				endpoint: { POST: () => json({ from: 'endpoint' }) }
			}
		},
		handle && { handle }
	);

const BROWSER = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

describe('of one request is decided once', () => {
	it('how it is answered', async () => {
		const response = await open().native('/both', undefined, { headers: BROWSER });
		expect(response.headers.get('content-type')).toMatch('text/html');
		expect(counts.negotiated).toBe(1);
	});

	it('how it is answered, also with a handle that only looks', async () => {
		const app = open(({ event, resolve }) => resolve(event));
		await app.native('/both', undefined, { headers: BROWSER });
		expect(counts.negotiated).toBe(1);
	});

	it('whether another site made it', async () => {
		const id = 'x'.repeat(32);
		await open().native('/both', new URLSearchParams({ 'softpost-submission': id }));
		expect(counts.checked).toBe(1);
	});
});

describe('is decided again where handle', () => {
	it('writes to the headers', async () => {
		const app = open(({ event, resolve }) => {
			event.request.headers.set('accept', 'application/json;q=0.9, text/html;q=0.1');
			return resolve(event);
		});
		const response = await app.native('/both', undefined, { headers: BROWSER });
		expect(await response.json()).toEqual({ from: 'endpoint' });
		expect(counts.negotiated).toBe(2);
	});

	it('makes another request', async () => {
		const app = open(({ event, resolve }) => {
			const headers = new Headers(event.request.headers);
			headers.set('x-sveltekit-action', 'true');
			return resolve({ ...event, request: new Request(event.request, { headers }) });
		});
		const response = await app.send('/both', {
			method: 'POST',
			body: new URLSearchParams(),
			headers: { accept: 'application/json' }
		});
		expect(await response.json()).toMatchObject({ type: 'success', data: '[{"from":1},"action"]' });
	});
});
