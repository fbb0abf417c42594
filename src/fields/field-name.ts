import type { StandardSchemaV1 } from '@standard-schema/spec';

type IsAny<Type> = 0 extends 1 & Type ? true : false;

/** Types that a single control can hold. */
type Whole =
	| string
	| number
	| bigint
	| boolean
	| symbol
	| null
	| undefined
	| Date
	| Blob
	| ((...args: never[]) => unknown);

/** A recursive schema has infinitely many names; the type knows this many levels. */
type Levels = [never, 0, 1, 2, 3, 4, 5, 6];

type NamesIn<Input, Name extends string, Level extends number> =
	// `unknown` is the type of coerced inputs.
	unknown extends Input
		? Name
		: Level extends 0
			? Name | `${Name}.${string}` | `${Name}[${string}`
			: Input extends Whole
				? Name
				: Input extends readonly (infer Item)[]
					? | Name
						| (Item extends Whole ? `${Name}[]` : never)
						| NamesIn<Item, `${Name}[${number}]`, Levels[Level]>
					: Input extends object
						? Name | PropertiesOf<Input, `${Name}.`, Levels[Level]>
						: Name;

type PropertiesOf<Input, Prefix extends string, Level extends number> = {
	[Key in keyof Input & string]-?: NamesIn<Input[Key], `${Prefix}${Key}`, Level>;
}[keyof Input & string];

/** The names of controls for what a schema takes: `address.city`, `items[0].title`, `tags[]`. */
export type FieldName<Input> =
	IsAny<Input> extends true
		? string
		: unknown extends Input
			? string
			: // Each member of a union has names.
				Input extends object
				? PropertiesOf<Input, '', 6>
				: never;

/** The names of controls for a schema. */
export type SchemaName<Schema extends StandardSchemaV1> = FieldName<
	StandardSchemaV1.InferInput<Schema>
>;
