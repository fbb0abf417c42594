import { describe, expect, it } from 'vitest';
import { resultOf, testApp } from './setup.ts';

/**
 * A request as some servers make them, @hono/node-server among them: an instance by its prototype that holds
 * nothing of what the platform's constructor looks for.
 */
const foreign = (request: Request): Request =>
	Object.create(
		Request.prototype,
		Object.fromEntries(
			(['method', 'url', 'headers', 'body', 'bodyUsed', 'signal'] as const).map((key) => [
				key,
				{ get: () => request[key] }
			])
		)
	);

const { app } = testApp({
	'/': {
		page: {
			actions: {
				default: async ({ request }) => ({
					name: (await request.clone().formData()).get('name'),
					text: await request.text(),
					aborted: request.signal.aborted
				})
			}
		},
		endpoint: { PUT: async ({ request }) => new Response(await request.text()) }
	}
});

const post = (headers: Record<string, string>): Request =>
	foreign(
		new Request('http://localhost/', {
			method: 'POST',
			headers: { 'sec-fetch-site': 'same-origin', 'x-sveltekit-action': 'true', ...headers },
			body: new URLSearchParams({ name: 'Ann' })
		})
	);

describe('a request that another package has made', () => {
	it.each([
		['with the id of a submission', { 'x-softpost-submission': '0123456789abcdef' }],
		['without', {}]
	])('is read, %s', async (_, headers: Record<string, string>) => {
		const result = await resultOf(await app.fetch(post(headers)));
		expect(result.data).toEqual({ name: 'Ann', text: 'name=Ann', aborted: false });
	});

	it('is read by endpoints', async () => {
		const init = { method: 'PUT', headers: { 'sec-fetch-site': 'same-origin' }, body: 'all' };
		const response = await app.fetch(foreign(new Request('http://localhost/', init)));
		expect(await response.text()).toBe('all');
	});
});
