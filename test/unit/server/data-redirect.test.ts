import { expect, it } from 'vitest';
import { testApp } from './setup.ts';

const app = (location: string) =>
	testApp(
		{ '/': { page: {} } },
		{
			handle: () =>
				new Response('Moved', {
					status: 307,
					headers: { location, 'content-length': '5', 'set-cookie': 'a=1', 'x-own': '1' }
				})
		}
	);

it.each(['/', 'https://login.example/?next=1'])(
	'a redirect that handle makes itself, to %s, can be read by our client',
	async (location) => {
		const response = await app(location).data('/');
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ type: 'redirect', status: 307, location });
		expect(Object.fromEntries(response.headers)).toEqual({
			'content-type': 'application/json',
			'cache-control': 'private, no-store',
			'set-cookie': 'a=1',
			'x-own': '1'
		});
	}
);

it('and is what it is to a browser', async () => {
	const response = await app('/x').visit('/');
	expect([response.status, response.headers.get('location')]).toEqual([307, '/x']);
});
