import fc, { type Arbitrary } from 'fast-check';
import { encodePage, encodeResult } from '../../../src/protocol/encode.ts';

const NAMES = [
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'],
	...['type', 'status', 'data', 'location', 'error', 'page', 'layouts', 'params', 'route', 'form']
];

const TAGS = [
	...['Object', 'null', 'Date', 'Set', 'Map', 'RegExp', 'BigInt', 'URL', 'URLSearchParams'],
	...['ArrayBuffer', 'Uint8Array', 'Float16Array', 'Float64Array', 'BigInt64Array', 'DataView'],
	...['Temporal.Instant', 'Money', 'Loop', '__proto__', 'constructor', 'toString']
];

/** Where in a devalue payload something is; below zero what has no place, see devalue's `constants.js`. */
const index: Arbitrary<unknown> = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) },
	{ weight: 2, arbitrary: fc.integer({ min: -9, max: -1 }) },
	fc.constantFrom(1.5, 1e308, 4294967294, 4294967295, 4294967296, '0', 'length', null)
);

const base64 = fc
	.uint8Array({ maxLength: 24 })
	.map((bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, ''));

const leaf: Arbitrary<unknown> = fc.oneof(
	fc.constantFrom(null, true, 0, -1, 1e308, '', ...NAMES, '9'.repeat(400), '(a+)+$', '</script>'),
	fc.constantFrom('\u2028\u2029', '\ud800', 'http://[', '2020-01-01', 'Infinity', '0x1f'),
	fc.string({ maxLength: 8 }),
	base64
);

const key = fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 4 }));

/** An object with own keys such as `__proto__`, as `JSON.parse` makes it. */
const entriesOf = (value: Arbitrary<unknown>): Arbitrary<object> =>
	fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));

const sparse = fc
	.tuple(
		fc.constantFrom(0, 3, 1e6, 4294967295, 4294967296, -1, 1.5),
		fc.array(index, { maxLength: 4 })
	)
	.map(([length, rest]) => [-7, length, ...rest]);

/** One entry of a devalue payload, right or wrong. */
const entry: Arbitrary<unknown> = fc.oneof(
	leaf,
	fc.array(index, { maxLength: 5 }),
	entriesOf(index),
	sparse,
	fc
		.tuple(
			fc.constantFrom(...TAGS),
			fc.array(fc.oneof(index, leaf, fc.constant([])), { maxLength: 4 })
		)
		.map(([tag, rest]) => [tag, ...rest])
);

const payload = fc.array(entry, { maxLength: 7 }).map((entries) => JSON.stringify(entries));

const anyJson = fc.oneof(
	leaf,
	fc.jsonValue({ maxDepth: 3 }),
	entriesOf(fc.oneof(leaf, entriesOf(leaf), fc.array(leaf, { maxLength: 3 })))
);

/** What should be an answer, with anything in the place of everything. */
const answer = fc
	.record(
		{
			type: fc.constantFrom(
				'success',
				'failure',
				'redirect',
				'error',
				'page',
				'__proto__',
				7,
				null
			),
			status: fc.oneof(fc.constantFrom(200, 400), leaf),
			data: fc.oneof(payload, payload, anyJson),
			location: fc.oneof(fc.constant('/'), anyJson),
			error: anyJson,
			page: anyJson
		},
		{ requiredKeys: ['type'] }
	)
	.map((value) => JSON.stringify(value));

const page = { route: '/a', params: {}, status: 200, data: { at: new Date(0) }, error: null };

const VALID = [
	encodeResult({ type: 'success', status: 200, data: { a: [1, new Date(0), { b: 7n }] } }),
	encodeResult({ type: 'failure', status: 400, data: { m: new Map([[1, new Set([2])]]) } }),
	encodeResult({ type: 'redirect', status: 303, location: '/' }),
	encodeResult({ type: 'error', error: { message: 'No' } }),
	encodePage({ type: 'page', ...page, layouts: [['/', { u: /x/g }]], form: undefined }),
	encodePage({ type: 'redirect', status: 303, location: '/login' })
];

const CUTS = ['', '0', '-7', '"', '[', ']', '{', '}', '\\', ',', '__proto__', '\u0000', '1e999'];

/** A right answer with a piece of it replaced. */
const mutated = fc
	.tuple(
		fc.constantFrom(...VALID),
		fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.constantFrom(...CUTS)), { maxLength: 3 })
	)
	.map(([text, changes]) =>
		changes.reduce(
			(cut, [at, length, put]) =>
				cut.slice(0, at % cut.length) + put + cut.slice((at % cut.length) + length),
			text
		)
	);

/** Texts as somebody would write them who wants to break what reads answers. */
export const hostileText: Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: answer },
	{ weight: 3, arbitrary: mutated },
	{ weight: 2, arbitrary: payload },
	{ weight: 1, arbitrary: anyJson.map((value) => JSON.stringify(value)) },
	{ weight: 1, arbitrary: fc.string() }
);

const times = (count: number, write: (index: number) => string): string =>
	Array.from({ length: count }, (_, at) => write(at)).join();

const nested = (count: number): string => '['.repeat(count) + ']'.repeat(count);

/** Payloads that grow with a number, to see what they cost. */
export const GROWING: [what: string, write: (count: number) => string][] = [
	['arrays in arrays', (count) => `[${times(count, (at) => `[${at + 1}]`)},1]`],
	['objects in objects', (count) => `[${times(count, (at) => `{"a":${at + 1}}`)},1]`],
	['sets in sets', (count) => `[${times(count, (at) => `["Set",${at + 1}]`)},1]`],
	['a custom type in itself', (count) => `[${times(count, (at) => `["Money",${at + 1}]`)},1]`],
	['one value many times', (count) => `[["Set",${times(count, () => '1')}],1]`],
	[
		'a list of lists of the same',
		(count) => `[${times(count, (at) => `[${at + 1},${at + 1}]`)},1]`
	],
	[
		'sparse arrays of giant length',
		(count) => `[[${times(count, (at) => `${at + 1}`)}],${times(count, () => '[-7,4294967295]')}]`
	],
	[
		'a sparse array filled from its end',
		(count) => `[[-7,4294967295,${times(count, (at) => `${4294967294 - at},1`)}],1]`
	],
	[
		'sparse arrays of middling length',
		(count) => `[[${times(count, (at) => `${at + 1}`)}],${times(count, () => '[-7,30000000]')}]`
	],
	['a long number', (count) => `[["BigInt","${'9'.repeat(count)}"]]`],
	['arrays for a number', (count) => `[["BigInt",${nested(count)}]]`],
	['arrays for a date', (count) => `[["Date",${nested(count)}]]`],
	['a long expression', (count) => `[["RegExp","${'(a|'.repeat(count)}${')'.repeat(count)}"]]`],
	['bytes', (count) => `[["ArrayBuffer","${'AAAA'.repeat(count)}"]]`],
	[
		'many views of the same bytes',
		(count) =>
			`[[${times(count, (at) => `${at + 2}`)}],["ArrayBuffer","${'AAAA'.repeat(count)}"],${times(count, () => '["Uint8Array",1]')}]`
	],
	['many keys', (count) => `[{${times(count, (at) => `"${at}":1`)}},1]`],
	['a long URL', (count) => `[["URL","http://${'a.'.repeat(count)}"]]`]
];
