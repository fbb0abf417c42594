import { parse } from 'devalue';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/server.ts';
import { answerOf, resultOf, testApp, type Sent } from './setup.ts';

const shared = { id: 1 };
const circle: Record<string, unknown> = {};
circle.self = circle;

/** What the client of softpost sends, and that of SvelteKit does not. */
const ID = { 'x-softpost-submission': '0123456789abcdef0123456789abcdef' };
const OURS: Sent = { headers: ID };

const appOf = (data: any, options: Parameters<typeof testApp>[1] = {}) =>
	testApp(
		{
			'/': {
				page: { load: () => data, actions: { save: () => data, refuse: () => fail(422, data) } },
				layout: { load: () => ({ user: 'ada' }) }
			}
		},
		{ submissions: false, ...options }
	);

const dataOf = async (response: Response): Promise<any> => (await response.json()).data;

const plain = {
	values: { email: 'a' },
	issues: [{ name: 'email', message: 'has no @' }],
	text: '\u2028\ud800',
	none: null,
	many: [1, 1.5, -2e21, true]
};

const rich: [name: string, data: object][] = [
	['NaN', { a: NaN }],
	['-0', { a: [-0] }],
	['undefined', { a: undefined }],
	['a hole', { a: [1, , 2] }],
	['a date', { a: new Date(0) }],
	['a map', { a: new Map([[1, 2]]) }],
	['a BigInt', { a: 1n }],
	['one object twice', { a: shared, b: shared }],
	['a circle', circle],
	['a prototype of null', { a: Object.create(null) }]
];

describe('the data of a result', () => {
	it.each(['/?/save', '/?/refuse'])('is plain JSON for our client: %s', async (path) => {
		const { enhanced } = appOf(plain);
		expect(await dataOf(await enhanced(path, undefined, OURS))).toStrictEqual(plain);
		expect((await resultOf(await enhanced(path, undefined, OURS))).data).toStrictEqual(plain);
	});

	it.each(['/?/save', '/?/refuse'])('is devalue for any other client: %s', async (path) => {
		const data = await dataOf(await appOf(plain).enhanced(path));
		expect(parse(data)).toStrictEqual(plain);
	});

	it.each(rich)('is devalue where JSON cannot represent it: %s', async (_, data) => {
		const response = await appOf(data).enhanced('/?/save', undefined, OURS);
		expect(parse(await dataOf(response))).toStrictEqual(data);
	});

	it('has no own __proto__', async () => {
		const data = { a: JSON.parse('{"__proto__":{"admin":true},"b":1}') };
		const response = await appOf(data).enhanced('/?/save', undefined, OURS);
		expect(await dataOf(response)).toStrictEqual({ a: { b: 1 } });
	});

	it('may be a text that looks like devalue', async () => {
		const data = { text: '[{"a":1},-1]' };
		const response = await appOf(data).enhanced('/?/save', undefined, OURS);
		expect((await resultOf(response)).data).toStrictEqual(data);
	});

	it('is devalue in an app with custom types, which may look like plain data', async () => {
		const transport = {
			Shouted: {
				encode: (value: unknown) => value === 'loud' && 1,
				decode: () => 'LOUD'
			}
		};
		const response = await appOf({ a: 'loud' }, { transport }).enhanced('/?/save', undefined, OURS);
		expect(parse(await dataOf(response), { Shouted: transport.Shouted.decode })).toEqual({
			a: 'LOUD'
		});
	});

	it('follows the request that handle passes on', async () => {
		const { enhanced } = appOf(plain, {
			handle: ({ event, resolve }) => {
				const headers = new Headers(event.request.headers);
				headers.delete('x-softpost-submission');
				return resolve({ ...event, request: new Request(event.request, { headers }) });
			}
		});
		expect(typeof (await dataOf(await enhanced('/?/save', undefined, OURS)))).toBe('string');
	});
});

describe('the data of a page', () => {
	it('is plain JSON', async () => {
		const { data } = await (await appOf(plain).data('/')).json();
		expect(data).toMatchObject({ layouts: [['/', { user: 'ada' }]], data: plain, form: null });
	});

	it('is plain JSON without what the client holds', async () => {
		const headers = { 'x-softpost-held': '%2F,page' };
		const { data } = await (await appOf(plain).data('/', { headers })).json();
		expect(data.layouts).toStrictEqual([['/']]);
		expect(data).not.toHaveProperty('data');
	});

	it.each(rich)('is devalue where JSON cannot represent it: %s', async (_, data) => {
		const response = await appOf(data).data('/');
		expect(typeof (await dataOf(response.clone()))).toBe('string');
		expect((await answerOf(response)).data).toStrictEqual(data);
	});

	it('is the same beside a result', async () => {
		const { enhanced } = appOf(plain);
		const headers = { ...ID, 'x-softpost-page': '/' };
		const { page } = await (await enhanced('/?/save', undefined, { headers })).json();
		expect(page.data.data).toStrictEqual(plain);
	});
});
