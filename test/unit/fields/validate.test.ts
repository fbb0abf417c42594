import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fields } from '../../../src/fields/fields.ts';
import { invalid, isActionFailure, validate } from '../../../src/server.ts';

const formOf = (...entries: [string, string | File][]): FormData => {
	const form = new FormData();
	for (const [name, entry] of entries) form.append(name, entry);
	return form;
};

describe('arguments that are something else', () => {
	const schema = v.object({});
	const request = new Request('http://localhost', { method: 'POST', body: formOf() });

	it.each([
		['a request', request],
		['a promise', Promise.resolve(formOf())],
		['nothing', undefined]
	])('%s for the form', async (_, given) => {
		const refusal = expect.objectContaining({
			code: 'validate_input',
			message: expect.stringContaining('await request.formData()')
		});
		await expect(validate(schema, given as never)).rejects.toEqual(refusal);
		expect(() => invalid(given as never, { email: 'is taken' })).toThrow(refusal);
	});

	it.each([
		['nothing', undefined],
		['the form', formOf()],
		['a function', () => true]
	])('%s for the schema', async (_, given) => {
		await expect(validate(given as never, formOf())).rejects.toMatchObject({
			code: 'validate_input',
			message: expect.stringContaining('Standard Schema')
		});
	});
});

const schemas = {
	valibot: v.object({
		email: v.pipe(v.string(), v.includes('@', 'has no @')),
		items: v.array(v.object({ title: v.pipe(v.string(), v.minLength(2, 'is too short')) }))
	}),
	zod: z.object({
		email: z.string().includes('@', 'has no @'),
		items: z.array(z.object({ title: z.string().min(2, 'is too short') }))
	}),
	arktype: type({
		email: type('string').narrow(
			(text, context) => text.includes('@') || context.reject({ message: 'has no @' })
		),
		items: type({
			title: type('string').narrow(
				(text, context) => text.length > 1 || context.reject({ message: 'is too short' })
			)
		}).array()
	})
};

describe.each(Object.entries(schemas))('validate with %s', (_, schema) => {
	it('gives the output', async () => {
		const form = formOf(['email', 'a@b'], ['items[3].title', 'one']);
		expect(await validate(schema, form)).toEqual({
			data: { email: 'a@b', items: [{ title: 'one' }] }
		});
	});

	it('gives a failure with the names of controls', async () => {
		const form = formOf(['email', 'a'], ['items[3].title', 'ok'], ['items[8].title', 'x']);
		const { data, failure } = await validate(schema, form, { key: 'first' });
		expect(data).toBeUndefined();
		expect(isActionFailure(failure)).toBe(true);
		expect(failure).toMatchObject({
			status: 422,
			data: {
				values: { email: 'a', 'items[3].title': 'ok', 'items[8].title': 'x' },
				issues: [
					{ name: 'email', message: 'has no @' },
					{ name: 'items[8].title', message: 'is too short' }
				],
				key: 'first'
			}
		});
	});
});

describe('validate', () => {
	it('waits for a schema that is asynchronous', async () => {
		const schema = v.objectAsync({
			name: v.pipeAsync(
				v.string(),
				v.checkAsync(async (name) => name !== 'ada', 'is taken')
			)
		});
		const { failure } = await validate(schema, formOf(['name', 'ada']));
		expect(failure?.data).toEqual({
			values: { name: 'ada' },
			issues: [{ name: 'name', message: 'is taken' }]
		});
	});

	it('keeps the order of the schema, and issues without a field', async () => {
		const schema = z
			.object({ a: z.string().min(2, 'short'), b: z.string() })
			.superRefine((_, context) => {
				context.addIssue({ code: 'custom', message: 'as a whole' });
				context.addIssue({ code: 'custom', path: ['b'], message: 'b' });
				context.addIssue({ code: 'custom', path: ['a'], message: 'a' });
			});
		const { failure } = await validate(schema, formOf(['a', 'xx'], ['b', '']));
		expect(failure?.data.issues).toEqual([
			{ name: '', message: 'as a whole' },
			{ name: 'b', message: 'b' },
			{ name: 'a', message: 'a' }
		]);
	});

	const secret = v.object({
		_password: v.pipe(
			v.string(),
			v.minLength(12, (issue) => `"${issue.input.toUpperCase()}" is too short`)
		),
		user: v.object({ _pin: v.pipe(v.string(), v.digits('A PIN has digits')) }),
		note: v.pipe(
			v.string(),
			v.minLength(3, ({ input }) => `${input} is too short`)
		),
		file: v.optional(v.file())
	});

	it('lets neither files nor secrets out, nor a message that repeats one', async () => {
		const form = formOf(
			['_password', 'Hunter2'],
			['user._pin', 'ab'],
			['note', 'x'],
			['file', new File(['contents'], 'a.txt')]
		);
		const { failure } = await validate(secret, form);
		expect(failure?.data).toEqual({
			values: { note: 'x' },
			issues: [
				{ name: '_password', message: 'is invalid' },
				// Not every word with these letters repeats the secret.
				{ name: 'user._pin', message: 'A PIN has digits' },
				{ name: 'note', message: 'x is too short' }
			]
		});
	});

	it.each([
		['ab', 'ab is no PIN', true],
		['ab', 'Not "ab"', true],
		['ab', 'is about ab.', true],
		['ab', 'is absurd', false],
		['a"bc', 'not {"_pin":"a\\"bc"}', true],
		[' spaced ', 'Spaced?', true],
		['', 'is empty', false]
	])('with the secret %j, %j is repeated: %j', (pin, message, isRepeated) => {
		expect(invalid(formOf(['_pin', pin]), { x: message }).data.issues).toEqual([
			{ name: 'x', message: isRepeated ? 'is invalid' : message }
		]);
	});

	it('does not compare a flood of secrets with a flood of messages', async () => {
		const many = Array.from({ length: 20_000 }, (_, index) => `_s${index}`);
		const form = formOf(...many.map((name): [string, string] => [name, name]));
		const issues = Object.fromEntries(many.map((name) => [name, `message of ${name}`]));
		const { data } = invalid(form, issues);
		expect(new Set(data.issues.map(({ message }) => message))).toEqual(new Set(['is invalid']));
		expect(data.values).toEqual({});
	});

	it('repeats a name that was sent 30,000 times as fast as others', () => {
		const form = formOf(...Array.from({ length: 30_000 }, (): [string, string] => ['a', 'x']));
		const start = performance.now();
		expect(invalid(form, { a: 'x' }).data.values.a).toHaveLength(30_000);
		expect(performance.now() - start).toBeLessThan(2000);
	});

	it('repeats lists as lists', async () => {
		const form = formOf(['tags[]', 'a'], ['more', '1'], ['more', '2'], ['listed', 'x']);
		const { failure } = await validate(z.object({ missing: z.string() }), form, {
			lists: ['listed']
		});
		expect(failure?.data.values).toEqual({ 'tags[]': ['a'], more: ['1', '2'], listed: ['x'] });
	});

	it('repeats a list of which nothing was sent, so that its check boxes show that they are wrong', async () => {
		const schema = z.object({
			tags: z.array(z.string()).min(1, 'choose one'),
			rows: z.array(z.object({ name: z.string(), days: z.array(z.string()) })),
			_codes: z.array(z.string()),
			docs: z.array(z.file())
		});
		const form = formOf(['rows[3].name', 'x'], ['docs', new File([], '')]);
		const lists = ['tags', 'rows[].days', '_codes', 'docs'];
		const { failure } = await validate(schema, form, { lists });
		expect(failure?.data).toEqual({
			values: { tags: [], 'rows[3].name': 'x', 'rows[3].days': [] },
			issues: [{ name: 'tags', message: 'choose one' }]
		});
		expect(fields(failure?.data).attributes('tags', 'a')).toMatchObject({
			checked: false,
			'aria-invalid': 'true'
		});
	});

	it('passes on errors thrown by a schema', async () => {
		const schema = z.object({}).refine(() => {
			throw new Error('a bug');
		});
		await expect(validate(schema, formOf())).rejects.toThrow('a bug');
	});
});

describe('invalid', () => {
	it('makes the same failure for problems that only the server can find', () => {
		const failure = invalid(
			formOf(['email', 'a@b'], ['tags[]', 'x'], ['_password', 'correct horse']),
			{ email: ['is taken', 'is old'], '': 'Not today', tags: undefined },
			{ status: 409, key: 'k' }
		);
		expect(isActionFailure(failure)).toBe(true);
		expect(failure).toMatchObject({
			status: 409,
			data: {
				values: { email: 'a@b', 'tags[]': ['x'] },
				issues: [
					{ name: 'email', message: 'is taken' },
					{ name: 'email', message: 'is old' },
					{ name: '', message: 'Not today' }
				],
				key: 'k'
			}
		});
		expect(invalid(formOf(), {}).status).toBe(422);
		expect(() => invalid(formOf(), {}, { status: 200 })).toThrow('400 to 599');
	});
});
