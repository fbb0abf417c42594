import type { StandardSchemaV1 } from '@standard-schema/spec';
import { decode, type Entries } from './decode.ts';
import { failureOf, type FieldsFailure, type Issue } from './failure.ts';

export interface CheckOptions {
	/** Distinguishes the forms of a page: pass the same to `validate`, `enhance` and `fields`. */
	key?: string;
	/**
	 * Names of fields that are lists even if only one item or none was sent: `['tags', 'items[].tags']`. Names that end with
	 * `[]` are lists anyway.
	 */
	lists?: readonly string[];
}

/** The result of checking a form with a schema. */
export type Checked<Output> = { data: Output } | { failure: FieldsFailure };

type SchemaIssue = StandardSchemaV1.Issue;

const keyOf = (segment: PropertyKey | StandardSchemaV1.PathSegment): PropertyKey =>
	typeof segment === 'object' ? segment.key : segment;

const namedIssue = (
	{ message, path = [] }: SchemaIssue,
	nameOf: (path: PropertyKey[]) => string
): Issue => ({ name: nameOf(path.map(keyOf)), message });

/**
 * Checks a form's entries in the same way on the server and in the browser.
 *
 * @param schema  any Standard Schema, synchronous or asynchronous
 * @param entries the form's entries
 * @returns the schema's output, or the data of a failure with issues in the order of the schema
 */
export const checkEntries = async <Schema extends StandardSchemaV1>(
	schema: Schema,
	entries: Entries,
	{ key, lists }: CheckOptions = {}
): Promise<Checked<StandardSchemaV1.InferOutput<Schema>>> => {
	const { data, lists: found, nameOf } = decode(entries, lists);
	const result = await schema['~standard'].validate(data);
	if (!result.issues) return { data: result.value as StandardSchemaV1.InferOutput<Schema> };
	const issues = result.issues.map((issue) => namedIssue(issue, nameOf));
	return { failure: failureOf(entries, issues, found, key) };
};
