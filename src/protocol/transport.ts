/** Encodes and decodes a custom type, like SvelteKit's `transport` hook. */
export interface Transporter<Value = any, Encoded = any> {
	encode: (value: Value) => Encoded | false | 0 | '' | null | undefined;
	decode: (encoded: Encoded) => Value;
}

export type Transport = Record<string, Transporter>;
export type Decoders = Record<string, (encoded: any) => any>;

/** The decoders of a `transport`, as `deserialize` and devalue take them. */
export const decodersOf = (transport: Transport = {}): Decoders =>
	Object.fromEntries(Object.entries(transport).map(([name, { decode }]) => [name, decode]));

/** Lets a server provide the custom types of the app whose request is in flight. */
export const scope: { decoders?: () => Decoders | undefined } = {};
