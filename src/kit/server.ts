import type { StandardSchemaV1 } from '@standard-schema/spec';
import { fail, type ActionFailure } from '@sveltejs/kit';
import type { CheckOptions } from '../fields/check.ts';
import type { FieldsFailure } from '../fields/failure.ts';
import type { SchemaName } from '../fields/field-name.ts';
import {
	makeInvalid,
	makeValidate,
	type InvalidOptions,
	type IssuesByName,
	type Validated
} from '../fields/make-validate.ts';

/**
 * Checks a form with a schema: `validate` of `softpost/server`, with SvelteKit's own `fail`.
 *
 * @param schema   any Standard Schema (Valibot, Zod, ArkType), synchronous or asynchronous
 * @param formData the form. Names such as `address.city`, `items[0].title` and `tags[]` become objects and lists
 * @param options  `key` and `lists`
 * @returns `{ data }`, the schema's output, or `{ failure }`: return that from the action, and the page shows it
 * @example
 * export const actions = {
 * 	default: async ({ request }) => {
 * 		const { data, failure } = await validate(schema, await request.formData());
 * 		if (failure) return failure;
 * 		await db.register(data);
 * 	}
 * };
 */
export const validate: <Schema extends StandardSchemaV1>(
	schema: Schema,
	formData: FormData,
	options?: CheckOptions
) => Promise<
	Validated<StandardSchemaV1.InferOutput<Schema>, ActionFailure<FieldsFailure<SchemaName<Schema>>>>
> = /* @__PURE__ */ makeValidate<ActionFailure<any>>((...failure) => fail(...failure));

/**
 * Makes the same failure as {@link validate}, for problems that only the server can find: `invalid` of
 * `softpost/server`, with SvelteKit's own `fail`.
 *
 * @param formData the form
 * @param issues   messages by the names of controls; `''` for the form as a whole
 * @param options  `status` (400 to 599, default 422) and `key`
 * @example
 * if (await db.hasUser(data.email)) return invalid(formData, { email: 'is taken' });
 */
export const invalid: <const Issues extends IssuesByName>(
	formData: FormData,
	issues: Issues,
	options?: InvalidOptions
) => ActionFailure<FieldsFailure<Exclude<keyof Issues & string, ''>>> = /* @__PURE__ */ makeInvalid<
	ActionFailure<any>
>((...failure) => fail(...failure));

export { exactlyOnce } from './once.ts';
export { memorySubmissions } from '../server/once/submission-store.ts';
export type { SubmissionStore } from '../server/store.ts';
