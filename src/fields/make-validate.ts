import type { StandardSchemaV1 } from '@standard-schema/spec';
import { SoftpostError } from '../protocol/errors.ts';
import { checkEntries, type CheckOptions } from './check.ts';
import { baseOf } from './name.ts';
import { failureOf, type Issue } from './failure.ts';

/** Makes a failure of an action: softpost's `fail`, or SvelteKit's. */
type Fail<Failure> = (status: number, data: Record<string, unknown>) => Failure;

/** The result of `validate`: either `data` or `failure`. */
export type Validated<Output, Failure> =
	{ data: Output; failure?: undefined } | { data?: undefined; failure: Failure };

/** Messages by the names of controls; `''` is the form as a whole. */
export type IssuesByName = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface InvalidOptions {
	/** @default 422 */
	status?: number;
	/** Distinguishes the forms of a page: pass the same to `validate`, `enhance` and `fields`. */
	key?: string;
}

const UNPROCESSABLE = 422;

const wrong = (message: string): SoftpostError => new SoftpostError('validate_input', message);

const assertForm = (form: unknown, call: string): void => {
	if (typeof (form as FormData | undefined)?.getAll === 'function') return;
	throw wrong(`${call} takes the data of a form: await request.formData()`);
};

const assertSchema = (schema: Partial<StandardSchemaV1> | undefined): void => {
	if (schema?.['~standard']) return;
	throw wrong('validate(schema, formData) takes a Standard Schema, such as one of Valibot or Zod');
};

/**
 * Makes `validate` with a server's `fail`.
 *
 * @param fail makes the failure that an action returns
 */
export const makeValidate =
	<Failure>(fail: Fail<Failure>) =>
	async <Schema extends StandardSchemaV1>(
		schema: Schema,
		formData: FormData,
		options?: CheckOptions
	): Promise<Validated<StandardSchemaV1.InferOutput<Schema>, Failure>> => {
		assertSchema(schema);
		assertForm(formData, 'validate(schema, formData)');
		const checked = await checkEntries(schema, formData, options);
		return 'failure' in checked ? { failure: fail(UNPROCESSABLE, checked.failure) } : checked;
	};

const issuesOf = (byName: IssuesByName): Issue[] =>
	Object.entries(byName).flatMap(([name, messages]) =>
		[messages ?? []].flat().map((message) => ({ name, message }))
	);

/** Finds the names that were sent more than once, or end with `[]`. */
const listsIn = (formData: FormData): Set<string> => {
	const seen = new Set<string>();
	const lists = new Set<string>();
	for (const name of formData.keys()) {
		if (seen.has(name) || baseOf(name) !== name) lists.add(name);
		seen.add(name);
	}
	return lists;
};

/**
 * Makes `invalid` with a server's `fail`.
 *
 * @param fail makes the failure that an action returns
 */
export const makeInvalid =
	<Failure>(fail: Fail<Failure>) =>
	(
		formData: FormData,
		issues: IssuesByName,
		{ status = UNPROCESSABLE, key }: InvalidOptions = {}
	): Failure => {
		assertForm(formData, 'invalid(formData, issues)');
		return fail(status, failureOf(formData, issuesOf(issues), listsIn(formData), key));
	};
