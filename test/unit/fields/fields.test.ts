import { describe, expect, it } from 'vitest';
import { fields } from '../../../src/fields/fields.ts';
import { invalid } from '../../../src/server.ts';

const failure = (
	entries: Record<string, string | string[]>,
	issues: Record<string, string | string[]>,
	key?: string
): unknown => {
	const form = new FormData();
	for (const [name, values] of Object.entries(entries))
		for (const value of [values].flat()) form.append(name, value);
	return invalid(form, issues, key === undefined ? {} : { key }).data;
};

describe('fields', () => {
	it.each([
		null,
		undefined,
		'text',
		{ ok: true },
		{ issues: [{ title: 'An issue of a tracker' }] },
		{ email: 'a', missing: true },
		failure({ email: 'a' }, { email: 'bad' }, 'other')
	])('shows nothing of %j', (form) => {
		for (const options of [{}, { key: 'mine' }]) {
			const f = fields<any>(form, options);
			expect(f.summary).toEqual([]);
			expect(f.issues('email')).toEqual([]);
			expect(f.value('email')).toBeUndefined();
			const id = `${options.key ?? 'field'}-email`;
			expect(f.attributes('email')).toEqual({ id, name: 'email' });
			expect(f.attributes('size', 's')).toEqual({
				id: `${options.key ?? 'field'}-size`,
				name: 'size',
				value: 's'
			});
		}
	});

	it('gives a control its text, and its messages as description', () => {
		const f = fields<any>(failure({ email: 'a' }, { email: ['has no @', 'is short'] }));
		const [first, second] = f.issues('email');
		expect(f.issues('email').map(({ message }) => message)).toEqual(['has no @', 'is short']);
		expect(f.attributes('email')).toEqual({
			id: 'field-email',
			name: 'email',
			value: 'a',
			'aria-invalid': 'true',
			'aria-describedby': `${first!.id} ${second!.id}`
		});
	});

	it('gives a control that is right its text alone', () => {
		const f = fields<any>(failure({ email: 'a', name: '' }, { email: 'bad' }));
		expect(f.attributes('name')).toEqual({ id: 'field-name', name: 'name', value: '' });
	});

	it('keeps radio buttons and checkboxes checked', () => {
		const f = fields<any>(
			failure({ size: 'm', 'tags[]': ['a', 'c'] }, { size: 'sold out', tags: 'too many' })
		);
		const describedby = f.issues('size')[0]!.id;
		expect(f.attributes('size', 's')).toEqual({
			id: 'field-size',
			name: 'size',
			value: 's',
			checked: false,
			'aria-describedby': describedby
		});
		expect(f.attributes('size', 'm')).toMatchObject({ id: 'field-size-m', checked: true });
		expect(f.attributes('size', 's').id).toBe('field-size');
		expect(f.attributes('tags[]', 'a')).toMatchObject({ checked: true, 'aria-invalid': 'true' });
		expect(f.attributes('tags[]', 'b')).toMatchObject({ checked: false });
		expect(f.attributes('tags[]', 'c').id).not.toBe(f.attributes('tags[]', 'b').id);
		expect(f.attributes('terms', 'on')).toMatchObject({ checked: false });
	});

	it('gives the texts of lists, under both spellings of a name', () => {
		const f = fields<any>(failure({ 'tags[]': 'a', many: ['1', '2'] }, { tags: 'bad' }));
		expect(f.value('tags[]')).toEqual(['a']);
		expect(f.value('tags')).toEqual(['a']);
		expect(f.value('many')).toEqual(['1', '2']);
		expect(f.issues('tags[]')).toEqual(f.issues('tags'));
	});

	it('has no text for a name that only a prototype has', () => {
		const f = fields<any>(failure({}, { x: 'y' }));
		for (const name of ['toString', 'constructor', '__proto__'])
			expect(f.value(name)).toBeUndefined();
	});

	it('has a summary in the order of the issues, with links', () => {
		const f = fields<any>(
			failure({}, { b: 'two', a: 'one', '': 'Not today', 'tags[]': 'none', size: 'missing' }, 'k'),
			{ key: 'k' }
		);
		f.attributes('size', 's');
		expect(f.summary).toEqual([
			{ name: 'b', message: 'two', href: `#${f.attributes('b').id}` },
			{ name: 'a', message: 'one', href: `#${f.attributes('a').id}` },
			{ name: '', message: 'Not today', href: `#${f.issues('')[0]!.id}` },
			{ name: 'tags[]', message: 'none', href: `#${f.issues('tags')[0]!.id}` },
			{ name: 'size', message: 'missing', href: `#${f.issues('size')[0]!.id}` }
		]);
	});

	it('links to the first button of a group that the markup has not told of yet', () => {
		const f = fields<any>(failure({}, { size: 'missing' }));
		const { href } = f.summary[0]!;
		expect(href).toBe(`#${f.attributes('size', 's').id}`);
	});

	it('makes ids that are one word each', () => {
		const f = fields<any>(failure({}, { 'a b': 'bad', 'a%20b': 'bad' }));
		const ids = ['a b', 'a%20b'].flatMap((name) => [
			f.attributes(name).id,
			f.attributes(name)['aria-describedby']
		]);
		expect(new Set(ids).size).toBe(4);
		expect(ids.join('')).not.toMatch(/\s/);
	});
});
