import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/fields/decode.ts';

const dataOf = (entries: [string, FormDataEntryValue][], lists?: string[]): any =>
	decode(entries, lists).data;
const noFile = new File([], '');

describe('decode', () => {
	it.each<[string, [string, string][], unknown]>([
		['texts', [['email', 'a@b.c']], { email: 'a@b.c' }],
		[
			'nested names',
			[
				['address.city', 'Rome'],
				['address.geo.lat', '1']
			],
			{ address: { city: 'Rome', geo: { lat: '1' } } }
		],
		[
			'lists of objects, in the order of their places, without holes',
			[
				['items[7].title', 'b'],
				['items[2].title', 'a'],
				['items[7].done', 'on']
			],
			{ items: [{ title: 'a' }, { title: 'b', done: 'on' }] }
		],
		['a list by its name', [['tags[]', 'a']], { tags: ['a'] }],
		[
			'a list by what was sent',
			[
				['tags', 'a'],
				['tags', 'b']
			],
			{ tags: ['a', 'b'] }
		],
		[
			'lists at places',
			[
				['m[0][1]', 'b'],
				['m[0][0]', 'a']
			],
			{ m: [['a', 'b']] }
		],
		['a place that no array could have', [['a[999999999]', 'x']], { a: ['x'] }],
		[
			'names outside of the convention',
			[
				['a[b]', '1'],
				['a..b', '2'],
				['.x', '3'],
				['a b', '4'],
				['x[', '5']
			],
			{ 'a[b]': '1', 'a..b': '2', '.x': '3', 'a b': '4', 'x[': '5' }
		],
		[
			'a name whose place is taken',
			[
				['a', '1'],
				['a.b', '2'],
				['a[0]', '3']
			],
			{ a: '1', 'a.b': '2', 'a[0]': '3' }
		],
		['numbers as properties', [['a.0', 'x']], { a: { '0': 'x' } }]
	])('reads %s', (_, entries, data) => {
		expect(dataOf(entries)).toEqual(data);
	});

	it('makes lists of the given names, even of names that are missing', () => {
		expect(dataOf([['tags', 'a']], ['tags', 'other', 'deep.list[]'])).toEqual({
			tags: ['a'],
			other: [],
			deep: { list: [] }
		});
		expect(dataOf([['rows[3].name', 'x']], ['rows[].tags'])).toEqual({
			rows: [{ name: 'x', tags: [] }]
		});
		expect(dataOf([['rows[3].tags', 'x']], ['rows[].tags[]'])).toEqual({ rows: [{ tags: ['x'] }] });
	});

	it('leaves out file inputs without a file', () => {
		const file = new File(['x'], 'x.txt');
		expect(dataOf([['one', noFile]])).toEqual({});
		expect(dataOf([['many[]', noFile]])).toEqual({ many: [] });
		expect(
			dataOf([
				['one', file],
				['empty', new File([], 'empty.txt')]
			])
		).toEqual({ one: file, empty: expect.any(File) });
	});

	it('leaves out the id of the submission', () => {
		expect(dataOf([['softpost-submission', 'x']])).toEqual({});
	});

	it('knows the names of controls', () => {
		const { nameOf } = decode(
			[
				['items[2].title', ''],
				['items[5].title', ''],
				['tags[]', 'a'],
				['a.b', ''],
				['x[y]', '']
			],
			['other[]']
		);
		expect(nameOf(['items', 1, 'title'])).toBe('items[5].title');
		expect(nameOf(['items', '0', 'missing'])).toBe('items[2].missing');
		expect(nameOf(['items', 9, 'title'])).toBe('items[9].title');
		expect(nameOf(['items'])).toBe('items');
		expect(nameOf(['tags'])).toBe('tags[]');
		expect(nameOf(['tags', 0])).toBe('tags[]');
		expect(nameOf(['other'])).toBe('other[]');
		expect(nameOf(['a', 'b', 'beyond'])).toBe('a.b');
		expect(nameOf(['nothing', 'sent', 0])).toBe('nothing.sent[0]');
		expect(nameOf(['x[y]'])).toBe('x[y]');
		expect(nameOf([])).toBe('');
	});
});

/** Everything that can be reached from a new object, and what is on it. */
const prototypes = (): unknown[] =>
	[Object.prototype, Array.prototype, Function.prototype, String.prototype].map((prototype) => [
		Reflect.ownKeys(prototype),
		Reflect.ownKeys(prototype).map((key) =>
			Reflect.ownKeys(Object(Object.getOwnPropertyDescriptor(prototype, key)?.value ?? {}))
		)
	]);

describe('names that are meant to do harm', () => {
	const before = prototypes();

	it.each([
		'__proto__.x',
		'__proto__',
		'__proto__[]',
		'__proto__[0]',
		'a.__proto__.x',
		'a[0].__proto__.x',
		'constructor.prototype.x',
		'constructor[prototype][x]',
		'toString.x',
		'hasOwnProperty.call',
		'a[__proto__]',
		'a[0].constructor.prototype.x',
		'.__proto__.x',
		'__proto__]',
		'valueOf'
	])('%s changes no prototype', (name) => {
		const data = dataOf([
			[name, 'x'],
			[name, 'y']
		]);
		expect(prototypes()).toEqual(before);
		expect(({} as any).x).toBeUndefined();
		expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
		expect(Object.keys(data)).not.toContain('__proto__');
	});

	it('takes 10,000 levels for one property', () => {
		for (const part of ['.a', '[0]']) {
			const name = `a${part.repeat(10_000)}`;
			expect(dataOf([[name, 'x']])).toEqual({ [name]: 'x' });
		}
	});

	it('takes time in proportion to the data', () => {
		const timeOf = (names: string[]): number => {
			const entries = names.map((name): [string, string] => [name, 'x']);
			const start = performance.now();
			decode(entries, ['list', 'a[].b']);
			return performance.now() - start;
		};
		const many = <Item>(make: (index: number) => Item): Item[] =>
			Array.from({ length: 100_000 }, (_, index) => make(index));
		for (const make of [
			(index: number) => `key${index}`,
			(index: number) => `a[${index * 10}].b`,
			() => 'list',
			(index: number) => `a.${'b.'.repeat(30)}${index}`,
			(index: number) => `a${'['.repeat(index % 100)}`
		])
			expect(timeOf(many(make))).toBeLessThan(5000);
	});

	it('survives 10,000 forms of random names', () => {
		const part = fc.constantFrom(
			'__proto__',
			'constructor',
			'prototype',
			'a',
			'b',
			'0',
			'1',
			'_',
			'toString',
			'.',
			'[',
			']',
			'[]',
			'[0]',
			'[1]',
			'[999999999]',
			'[-1]',
			'[1e9]',
			'',
			' ',
			'\0',
			'é',
			'💥',
			'length',
			'then'
		);
		const name = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
		const entry = fc.oneof(fc.string({ maxLength: 3 }), fc.constant(noFile));
		fc.assert(
			fc.property(
				fc.array(fc.tuple(name, entry), { maxLength: 8 }),
				fc.array(name, { maxLength: 2 }),
				(entries, lists) => {
					const { data, nameOf } = decode(entries, lists);
					nameOf(['a', 0, '__proto__', 'constructor']);
					JSON.stringify(data);
					expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
				}
			),
			{ numRuns: 10_000 }
		);
		expect(prototypes()).toEqual(before);
	});
});
