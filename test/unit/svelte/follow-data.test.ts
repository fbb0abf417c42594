import { describe, expect, it } from 'vitest';
import {
	changesOf,
	followData,
	type Rendered,
	type Value
} from '../../../src/svelte/values/follow-data.ts';

/** The value of a control that was rendered with one value and has another when the data changes. */
const follow = (
	[rendered, held]: [Value, Value],
	[before, after]: [unknown, unknown],
	{ name = 'name', ids = new Set<string>() }: Partial<Rendered> = {}
): Value => followData({ rendered, held, name, ids }, changesOf(before, after));

describe('a control that is made from data', () => {
	it.each<[string, [Value, Value], [unknown, unknown], Value]>([
		['what was saved', ['a', 'b'], [{ name: 'a' }, { name: 'b' }], 'b'],
		['what was saved under another name', ['a', 'b'], [{ title: 'a' }, { title: 'b' }], 'b'],
		['what the server made of it', ['a', ' b '], [{ p: { name: 'a' } }, { p: { name: 'b' } }], 'b'],
		['a number', ['1', '2'], [{ name: 1 }, { name: 2 }], '2'],
		['a choice', [true, false], [{ name: true }, { name: false }], false],
		[
			'choices',
			[
				['a', 'c'],
				['b', 'c']
			],
			[{ name: ['a', 'c'] }, { name: ['c', 'b'] }],
			['b', 'c']
		]
	])('shows %s', (_, values, data, shown) => {
		expect(follow(values, data)).toEqual(shown);
	});

	it('is distinguished from others in a list by an id in its form', () => {
		const rows = [
			{ id: 1, name: 'a' },
			{ id: 2, name: 'a' }
		];
		const data: [unknown, unknown] = [
			{ rows },
			{
				rows: [
					{ id: 2, name: 'a' },
					{ id: 1, name: 'b' }
				]
			}
		];
		expect(follow(['a', ' b '], data, { ids: new Set(['1']) })).toBe('b');
		expect(follow(['a', ' b '], data, { ids: new Set(['2']) })).toBe('a');
	});
});

describe('a control that is not', () => {
	it.each<[string, [Value, Value], [unknown, unknown]]>([
		['where nothing has changed', ['a', 'b'], [{ name: 'a' }, { name: 'a' }]],
		['where something else has', ['a', 'b'], [{ name: 'x' }, { name: 'b' }]],
		['where it is empty, as much else is', ['', 'b'], [{ title: '' }, { title: 'b' }]],
		['where it counts, as much else does', ['1', '5'], [{ visits: 1 }, { visits: 2 }]],
		[
			'where rows without ids have moved',
			['a', 'b'],
			[{ rows: [{ name: 'a' }] }, { rows: [{ name: 'c' }] }]
		]
	])('stays as it was rendered: %s', (_, values, data) => {
		expect(follow(values, data)).toEqual(values[0]);
	});
});

describe('rich data', () => {
	it('may hold itself, directly and in a list', () => {
		const cycle = (name: string) => {
			const data: Record<string, unknown> = { name };
			data.self = data;
			data.list = [data];
			return data;
		};
		expect(follow(['a', 'b'], [cycle('a'), cycle('b')])).toBe('b');
	});

	it('may hold what has no text', () => {
		const bare: unknown = Object.create(null);
		const data = (name: string) => ({ bare, map: new Map(), at: new Date(0), name });
		expect(follow(['a', 'b'], [data('a'), data('b')])).toBe('b');
	});
});
