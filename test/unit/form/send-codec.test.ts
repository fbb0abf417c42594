import { expect, it, vi } from 'vitest';
import { send } from '../../../src/form/sent/send.ts';

// As if a deployment had removed the file.
vi.mock('../../../src/protocol/codec.ts', () => {
	throw new Error('Failed to fetch dynamically imported module');
});

const resultOf = async (text: string) => {
	const action = new URL('https://app.example/login');
	const { result } = await send(
		{
			action,
			enctype: 'application/x-www-form-urlencoded',
			entries: new FormData(),
			referrerPolicy: ''
		},
		{},
		{ fetch: async () => new Response(text, { status: 422 }) },
		{ signal: new AbortController().signal }
	);
	return result;
};

it.each([
	{ type: 'failure', status: 422, data: { issues: [{ name: 'email', message: 'has no @' }] } },
	{ type: 'success', status: 204, location: '/login' },
	{ type: 'redirect', status: 303, location: '/' },
	{ type: 'error', status: 422, error: { message: 'No' } }
])('plain data needs no codec: %j', async (result) => {
	expect(await resultOf(JSON.stringify(result))).toEqual(result);
});

it('rich data whose codec cannot be loaded is an error of the network, whose response has come', async () => {
	const data = '[{"at":1},["Date","1970-01-01T00:00:00.000Z"]]';
	const result = await resultOf(JSON.stringify({ type: 'success', status: 200, data }));
	expect(result).toMatchObject({
		type: 'error',
		error: { code: 'network', data: { isAnswered: true } }
	});
});
