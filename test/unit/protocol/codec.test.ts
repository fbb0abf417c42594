import { afterEach, describe, expect, it } from 'vitest';
import { deserialize } from '../../../src/protocol/deserialize.ts';
import { readPage } from '../../../src/protocol/read-page.ts';
import { decodersOf, type Transport } from '../../../src/protocol/transport.ts';
import { encodePage, encodePageData, encodeResult } from '../../../src/protocol/encode.ts';
import { SoftpostError } from '../../../src/protocol/errors.ts';
import { mergedData, type PageData } from '../../../src/protocol/page-data.ts';

class Money {
	amount: number;
	currency: string;
	constructor(amount: number, currency: string) {
		this.amount = amount;
		this.currency = currency;
	}
}

const transport: Transport = {
	Money: {
		encode: (value) => value instanceof Money && [value.amount, value.currency],
		decode: ([amount, currency]) => new Money(amount, currency)
	}
};

const thrownBy = (run: () => unknown): SoftpostError => {
	try {
		run();
	} catch (error) {
		return error as SoftpostError;
	}
	throw new Error('Nothing was thrown');
};

afterEach(() => {
	// No input below may have left a trace on what every object inherits.
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('deserialize', () => {
	const circular: Record<string, unknown> = { name: 'loop' };
	circular.self = circular;
	const shared = { id: 1 };

	it.each<[name: string, value: unknown]>([
		['string', 'x'],
		['empty string', ''],
		['text with quotes, newlines and emoji', '"\n\u2028💌'],
		['number', -1.5],
		['minus zero', -0],
		['NaN', NaN],
		['infinities', [Infinity, -Infinity]],
		['booleans', [true, false]],
		['null', null],
		['undefined', undefined],
		['bigint', 10n ** 20n],
		['date', new Date(0)],
		['invalid date', new Date(NaN)],
		['regular expression', /a+"/gi],
		['URL', new URL('https://example.com/?q=1#x')],
		['search params', new URLSearchParams('a=1&a=2')],
		['map', new Map([['a', { b: 1 }]])],
		['set', new Set([1, 'two'])],
		['array', [1, [2, [3]]]],
		['array with holes', [1, , 3]],
		['typed array', new Uint8Array([1, 2, 255])],
		['array buffer', new Uint8Array([7, 8]).buffer],
		['object without prototype', Object.assign(Object.create(null), { a: 1 })],
		['one object twice', { one: shared, other: shared }],
		['an object within itself', circular]
	])('brings back %s', (_, value) => {
		const result = { type: 'success', status: 200, data: { value } } as const;
		for (const readsPlain of [false, true]) {
			const text = encodeResult(result, {}, readsPlain);
			expect(deserialize(text)).toStrictEqual(result);
		}
	});

	it('brings back one object where the server sent one, not two equal ones', () => {
		const text = encodeResult({
			type: 'success',
			status: 200,
			data: { one: shared, other: shared }
		});
		const { data } = deserialize(text) as { data: Record<string, unknown> };
		expect(data.one).toBe(data.other);
	});

	it('decodes custom types with the decoders of a transport', () => {
		const result = { type: 'failure', status: 400, data: { price: new Money(5, 'EUR') } } as const;
		const decoded = deserialize(encodeResult(result, transport), {
			decoders: decodersOf(transport)
		});
		expect(decoded).toEqual(result);
		expect((decoded as typeof result).data.price).toBeInstanceOf(Money);
	});

	it('refuses a custom type that it has no decoder for', () => {
		const text = encodeResult(
			{ type: 'success', status: 200, data: { price: new Money(5, 'EUR') } },
			transport
		);
		expect(thrownBy(() => deserialize(text)).code).toBe('not_an_action_result');
	});

	it.each([{ type: 'success', status: 200 }, new Response('{}'), null, undefined])(
		'refuses what is not a text, and says so: %s',
		(value) => {
			expect(thrownBy(() => deserialize(value as never))).toMatchObject({
				code: 'not_an_action_result',
				message: expect.stringContaining('await response.text()')
			});
		}
	);

	it.each<[name: string, data: unknown]>([
		['object', { errors: { email: 'missing' } }],
		['array', [1, 2]],
		['number', 1],
		['false', false],
		['null', null],
		['object with a key __proto__', JSON.parse('{"__proto__":{"polluted":1}}')]
	])('takes plain JSON data as it is: %s', (_, data) => {
		const result = { type: 'failure', status: 422, data };
		expect(deserialize(JSON.stringify(result))).toEqual(result);
	});

	it.each<[name: string, text: string, result: object]>([
		[
			'SvelteKit 2: a failure, HTTP 200, status in the body',
			'{"type":"failure","status":400,"data":"[{\\"missing\\":1},true]"}',
			{ type: 'failure', status: 400, data: { missing: true } }
		],
		[
			'SvelteKit 2: success without data',
			'{"type":"success","status":204}',
			{ type: 'success', status: 204 }
		],
		[
			'SvelteKit 2: data that is undefined',
			'{"type":"success","status":204,"data":"-1"}',
			{ type: 'success', status: 204, data: undefined }
		],
		[
			'SvelteKit 2: a redirect',
			'{"type":"redirect","status":303,"location":"/"}',
			{ type: 'redirect', status: 303, location: '/' }
		],
		[
			'SvelteKit 2: an error',
			'{"type":"error","error":{"message":"Not Found"}}',
			{ type: 'error', error: { message: 'Not Found' } }
		],
		[
			'SvelteKit 3: a success that names its page',
			'{"type":"success","status":200,"data":"[{\\"ok\\":1},true]","location":"/login"}',
			{ type: 'success', status: 200, data: { ok: true }, location: '/login' }
		],
		[
			"SvelteKit 3: a failure whose status is HTTP's",
			'{"type":"failure","data":"[{\\"a\\":1},1]","location":"/login"}',
			{ type: 'failure', data: { a: 1 }, location: '/login' }
		],
		[
			'SvelteKit 3: an error with the status inside',
			'{"type":"error","error":{"message":"Gone","status":410},"location":"/login"}',
			{ type: 'error', error: { message: 'Gone', status: 410 }, location: '/login' }
		]
	])('reads %s', (_, text, result) => {
		expect(deserialize(text)).toEqual(result);
	});

	it.each<[name: string, text: string]>([
		['nothing', ''],
		['white space', ' \n'],
		['HTML', '<!doctype html><title>502</title>'],
		['plain text', 'Payload Too Large'],
		['null', 'null'],
		['true', 'true'],
		['a number', '200'],
		['a string', '"x"'],
		['an array', '[]'],
		['an empty object', '{}'],
		['an array of results', '[{"type":"success","status":200}]'],
		['truncated JSON', '{"type":"success","status":200,"da'],
		['two results', '{"type":"success","status":200}{"type":"success","status":200}'],
		['a status alone', '{"status":200}'],
		['an unknown type', '{"type":"page","data":"[1]"}'],
		['a type in other case', '{"type":"Success","status":200}'],
		['a type that is no string', '{"type":["success"],"status":200}'],
		['an inherited name as type', '{"type":"constructor"}'],
		['a redirect without location', '{"type":"redirect","status":303}'],
		['a redirect whose location is no string', '{"type":"redirect","status":303,"location":{}}'],
		['an error without error', '{"type":"error","status":500}'],
		['an error that is null', '{"type":"error","error":null}'],
		['data that is empty', '{"type":"success","status":200,"data":""}'],
		['data that is no devalue', '{"type":"success","status":200,"data":"hello"}'],
		['truncated data', '{"type":"success","status":200,"data":"[{\\"a\\":1}"}'],
		[
			'data without the value it points to',
			'{"type":"success","status":200,"data":"[{\\"a\\":1}]"}'
		],
		['a huge index', '{"type":"success","status":200,"data":"[{\\"a\\":4294967295}]"}'],
		['a huge array', '{"type":"success","status":200,"data":"[[-7,1e308,0,1],1]"}'],
		['an index that is no number', '{"type":"success","status":200,"data":"[{\\"a\\":\\"0\\"}]"}'],
		['an unknown custom type', '{"type":"success","status":200,"data":"[[\\"Evil\\",1],1]"}'],
		[
			'an inherited name as custom type',
			'{"type":"success","status":200,"data":"[[\\"constructor\\",1],1]"}'
		],
		[
			'__proto__ as custom type',
			'{"type":"success","status":200,"data":"[[\\"__proto__\\",1],1]"}'
		],
		[
			'__proto__ as a key of devalue data',
			'{"type":"success","status":200,"data":"[{\\"__proto__\\":1},{\\"polluted\\":2},1]"}'
		],
		[
			'__proto__ in an object without prototype',
			'{"type":"success","status":200,"data":"[[\\"null\\",\\"__proto__\\",1],{\\"polluted\\":2},1]"}'
		]
	])('refuses %s', (_, text) => {
		const error = thrownBy(() => deserialize(text));
		expect(error).toBeInstanceOf(SoftpostError);
		expect(error).toMatchObject({ name: 'SoftpostError', code: 'not_an_action_result' });
	});

	it('gives an excerpt of the text, not all of it', () => {
		const error = thrownBy(() => deserialize('<h1>Bad Gateway</h1>' + 'x'.repeat(10_000)));
		expect(error.data.excerpt).toMatch(/^<h1>Bad Gateway/);
		expect(String(error.data.excerpt).length).toBeLessThan(200);
	});

	it('has a message for users, without any of the text', () => {
		const { message } = thrownBy(() => deserialize('<h1>Bad Gateway</h1>'));
		expect(message).not.toMatch(/[<>]|Bad Gateway|action result/);
	});

	it.each([{ code: 'rate_limited' }, ['a'], 'text', 7])('keeps other JSON, such as %j', (body) => {
		expect(thrownBy(() => deserialize(JSON.stringify(body))).data.body).toEqual(body);
	});

	it('keeps the cause of a parse error', () => {
		expect(thrownBy(() => deserialize('{')).cause).toBeInstanceOf(SyntaxError);
	});
});

describe('encodeResult', () => {
	it('writes data as a devalue string inside JSON', () => {
		expect(
			encodeResult({ type: 'success', status: 200, data: { ok: true }, location: '/login' })
		).toBe('{"type":"success","status":200,"data":"[{\\"ok\\":1},true]","location":"/login"}');
	});

	it.each([
		[{ type: 'success', status: 204, data: undefined }, '{"type":"success","status":204}'],
		[
			{ type: 'redirect', status: 303, location: '/' },
			'{"type":"redirect","status":303,"location":"/"}'
		],
		[{ type: 'error', error: { message: 'No' } }, '{"type":"error","error":{"message":"No"}}']
	] as const)('writes no data where there is none: %j', (result, text) => {
		expect(encodeResult(result as never)).toBe(text);
	});

	it('says where in the data something cannot be written', () => {
		expect(() => encodePageData({ a: [{ b: () => {} }] })).toThrow(
			expect.objectContaining({ path: '.a[0].b' })
		);
	});
});

describe('readPage', () => {
	const page: PageData = {
		route: '/blog/:slug',
		params: { slug: 'a' },
		status: 200,
		layouts: [
			['/', { user: new Money(1, 'EUR') }],
			['/blog', null]
		],
		data: { at: new Date(0) },
		error: null,
		form: undefined
	};

	it('brings back what encodePage wrote, custom types too', async () => {
		const text = encodePage({ type: 'page', ...page }, transport);
		expect(await readPage(text, decodersOf(transport))).toEqual({ type: 'page', ...page });
	});

	it('brings back plain pages, which are plain JSON', async () => {
		const plain: PageData = {
			...page,
			layouts: [['/', { user: 1 }], ['/blog']],
			data: {},
			form: null
		};
		const text = encodePage({ type: 'page', ...plain });
		expect(JSON.parse(text).data).toEqual(plain);
		expect(await readPage(text)).toEqual({ type: 'page', ...plain });
	});

	it('never uses an own __proto__ of plain JSON as a prototype', async () => {
		const data =
			'{"layouts":[["/",{"__proto__":{"admin":true}}]],"params":{},"data":{"__proto__":{"admin":true}}}';
		const read: any = await readPage(`{"type":"page","data":${data}}`);
		expect(mergedData(read).admin).toBeUndefined();
	});

	it('brings back a redirect', async () => {
		const answer = { type: 'redirect', status: 303, location: '/login' } as const;
		expect(await readPage(encodePage(answer))).toEqual(answer);
	});

	it.each([
		'',
		'<!doctype html>',
		'null',
		'[]',
		'{}',
		'"x"',
		'{"type":"success","status":200}',
		'{"type":"page"}',
		'{"type":"page","data":"nothing"}',
		'{"type":"page","data":"[{}]"}',
		'{"type":"page","data":"[{\\"layouts\\":1},\\"\\"]"}',
		'{"type":"page","data":"[{\\"layouts\\":1},[2],[3],7]"}',
		'{"type":"page","data":"[{\\"layouts\\":1},[-7,4294967295]]"}',
		'{"type":"page","data":"[{\\"__proto__\\":1},{}]"}',
		'{"type":"redirect"}',
		'{"type":"redirect","location":7}',
		'{"type":"page","data":{}}',
		'{"type":"page","data":{"layouts":[null]}}',
		'{"type":"page","data":null}'
	])('is null for %s', async (text) => {
		expect(await readPage(text)).toBeNull();
	});
});

describe('decodersOf', () => {
	it('is empty without a transport', () => {
		expect(decodersOf()).toEqual({});
	});
});
