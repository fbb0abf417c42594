import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { fields } from '../../src/fields/fields.ts';
import { invalid, validate, type ActionData } from '../../src/server.ts';

declare const formData: FormData;

const schema = v.object({
	email: v.string(),
	nickname: v.optional(v.string()),
	age: v.pipe(v.string(), v.transform(Number)),
	address: v.object({ city: v.string(), geo: v.optional(v.object({ lat: v.string() })) }),
	items: v.array(v.object({ title: v.string(), tags: v.array(v.string()) })),
	tags: v.array(v.string()),
	photo: v.optional(v.file()),
	contact: v.variant('by', [
		v.object({ by: v.literal('mail'), mail: v.string() }),
		v.object({ by: v.literal('phone'), phone: v.string() })
	])
});

const actions = {
	default: async () => {
		const { data, failure } = await validate(schema, formData);
		if (failure) return failure;
		if (data.age > 3) return invalid(formData, { extra: 'is unknown' });
		return { ok: true };
	}
};
declare const form: ActionData<typeof actions>;

describe('validate', () => {
	it('has the output of the schema, once the failure is returned', async () => {
		const { data, failure } = await validate(schema, formData);
		// @ts-expect-error it may have failed
		void data.age;
		if (failure) return expectTypeOf(failure.data.issues[0]!.message).toBeString();
		expectTypeOf(data.age).toBeNumber();
		expectTypeOf(data.photo).toEqualTypeOf<File | undefined>();
		// @ts-expect-error the schema has no such field
		void data.emial;
	});

	it('takes schemas of other libraries', async () => {
		const zod = await validate(z.object({ age: z.coerce.number() }), formData);
		if (zod.data) expectTypeOf(zod.data.age).toBeNumber();
		const ark = await validate(type({ age: 'string.numeric.parse' }), formData);
		if (ark.data) expectTypeOf(ark.data.age).toBeNumber();
		// @ts-expect-error no schema
		await validate({ age: String }, formData);
	});
});

describe('fields', () => {
	const f = fields(form);

	it('knows the names of the schema from the failure', () => {
		f.attributes('email');
		f.attributes('nickname');
		f.attributes('address.city');
		f.attributes('address.geo.lat');
		f.attributes('items[0].title');
		f.attributes(`items[${3 as number}].tags[]`);
		f.attributes('tags[]', 'a');
		f.attributes('tags', 'a');
		f.attributes('photo');
		f.attributes('contact.by', 'mail');
		f.attributes('contact.mail');
		f.attributes('contact.phone');
		f.attributes('extra');
		f.issues('');
		f.value('email');
	});

	it('knows no other names', () => {
		// @ts-expect-error misspelt
		f.attributes('emial');
		// @ts-expect-error misspelt
		f.attributes('address.ctiy');
		// @ts-expect-error not at a place of the list
		f.attributes('items.title');
		// @ts-expect-error misspelt
		f.attributes('items[0].titel');
		// @ts-expect-error no list
		f.attributes('email[]');
		// @ts-expect-error of no variant
		f.attributes('contact.fax');
		// @ts-expect-error the form as a whole has no control
		f.attributes('');
		// @ts-expect-error misspelt
		f.issues('emial');
		// @ts-expect-error misspelt
		f.value('emial');
		// @ts-expect-error a property of the list's prototype
		f.attributes('tags.length');
	});

	it('gives what controls take', () => {
		const attributes = f.attributes('email');
		expectTypeOf(attributes.name).toExtend<string>();
		expectTypeOf(attributes['aria-invalid']).toEqualTypeOf<'true' | undefined>();
		expectTypeOf(f.summary[0]!.href).toBeString();
		expectTypeOf(f.value('email')).toEqualTypeOf<string | string[] | undefined>();
	});

	it('takes the schema where the form has no type', () => {
		const f = fields<typeof schema>(null as unknown);
		f.attributes('email');
		// @ts-expect-error misspelt
		f.attributes('emial');
		const any = fields<typeof schema>(null as any, { key: 'k' });
		any.attributes('email');
		// @ts-expect-error misspelt
		any.attributes('emial');
		const coerced = z.object({ age: z.coerce.number() });
		fields<typeof coerced>(form).attributes('age');
		// @ts-expect-error misspelt
		fields<typeof coerced>(form).attributes('aeg');
		const ark = type({ name: 'string', 'more?': { deep: 'string[]' } });
		fields<typeof ark>(form).attributes('more.deep[]');
		// @ts-expect-error misspelt
		fields<typeof ark>(form).attributes('more.shallow');
	});

	it('takes any name where nothing is known', () => {
		fields(null as any).attributes('anything');
		fields(null as unknown).attributes('anything');
		fields(null).attributes('anything');
	});

	it('ends at a schema that holds itself', () => {
		interface Tree {
			name: string;
			children: Tree[];
		}
		const tree: v.GenericSchema<Tree> = v.object({
			name: v.string(),
			children: v.array(v.lazy(() => tree))
		});
		const f = fields<typeof tree>(form);
		f.attributes('children[0].children[1].name');
		// @ts-expect-error misspelt
		f.attributes('children[0].nmae');
	});
});
