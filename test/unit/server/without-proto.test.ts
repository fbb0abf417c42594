import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/server.ts';
import { resultOf, shownBy, testApp } from './setup.ts';

/** What common code makes of a form. */
const values = async (request: Request): Promise<any> =>
	Object.fromEntries(await request.formData());

const app = testApp({
	'/': {
		page: {
			load: ({ url }) => ({ query: Object.fromEntries(url.searchParams) }),
			actions: {
				top: async ({ request }) => fail(422, await values(request)),
				deep: async ({ request }) => fail(422, { list: [{ values: await values(request) }] }),
				map: async ({ request }) => fail(422, { map: new Map([['a', await values(request)]]) }),
				set: async ({ request }) => fail(422, { set: new Set([await values(request)]) }),
				success: async ({ request }) => values(request),
				round: async ({ request }) => {
					const data = await values(request);
					data.self = data;
					return fail(422, { data });
				}
			}
		}
	}
});

const form = () =>
	new URLSearchParams([
		['a', '1'],
		['__proto__', 'evil']
	]);

describe('a field named __proto__', () => {
	it.each([
		['top', { a: '1' }],
		['deep', { list: [{ values: { a: '1' } }] }],
		['map', { map: new Map([['a', { a: '1' }]]) }],
		['set', { set: new Set([{ a: '1' }]) }]
	])('is left out of the failure of %s', async (name, data) => {
		const result = await resultOf(await app.enhanced(`/?/${name}`, form()));
		expect(result).toMatchObject({ type: 'failure', status: 422 });
		expect(result.data).toEqual(data);
		expect((await app.native(`/?/${name}`, form())).status).toBe(422);
	});

	it('is left out of a success, and of data that goes round in a circle', async () => {
		expect((await resultOf(await app.enhanced('/?/success', form()))).data).toEqual({ a: '1' });
		const { data } = (await resultOf(await app.enhanced('/?/round', form()))).data;
		expect([data.a, data.self === data, Object.keys(data)]).toEqual(['1', true, ['a', 'self']]);
	});

	it('is left out of what a load makes of the query', async () => {
		const response = await app.data('/?a=1&__proto__=evil');
		expect([response.status, (await response.text()).includes('evil')]).toEqual([200, false]);
		expect((await shownBy(await app.visit('/?a=1'))).data).toEqual({ query: { a: '1' } });
	});
});
