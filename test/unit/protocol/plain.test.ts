import { describe, expect, it } from 'vitest';
import { isPlain } from '../../../src/protocol/plain.ts';

const twice = { id: 1 };
const circle: Record<string, unknown> = {};
circle.self = circle;

/** Nested so deep. */
const nested = (depth: number): unknown => (depth ? [nested(depth - 1)] : null);

describe('plain data, which JSON says as it is', () => {
	it.each<[string, unknown]>([
		['text, numbers, booleans and null', ['a', 1.5, -2, true, null]],
		['objects and lists in each other', { rows: [{ id: 1, tags: ['a'] }], next: {} }],
		['the same text twice', ['a', 'a']]
	])('%s', (_, data) => {
		expect(isPlain(data)).toBe(true);
		expect(JSON.parse(JSON.stringify(data))).toEqual(data);
	});

	it.each<[string, unknown]>([
		['undefined', { a: undefined }],
		['NaN', NaN],
		['Infinity', [Infinity]],
		['-0', -0],
		['a BigInt', 1n],
		['a symbol', Symbol('a')],
		['a function', () => 1],
		['an object with toJSON', { toJSON: () => 1 }],
		['an object with a hidden toJSON', Object.defineProperty({}, 'toJSON', { value: () => 1 })],
		['a list with a hidden toJSON', Object.defineProperty([], 'toJSON', { value: () => 1 })],
		['a date', new Date(0)],
		['a map', new Map()],
		['typed numbers', new Uint8Array(1)],
		['an instance', new (class A {})()],
		['an object without a prototype', Object.create(null)],
		['a symbol as a key', { [Symbol('a')]: 1 }],
		['an own __proto__', JSON.parse('{ "__proto__": {} }')],
		['a hole', [1, , 2]],
		['a list with a hole and a member', Object.assign([1, ,], { a: 1 })],
		['an object that is there twice', [twice, twice]],
		['a circle', circle],
		['data that is nested too deep', nested(1000)]
	])('is not %s', (_, data) => {
		expect(isPlain(data)).toBe(false);
	});
});
