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
 * `validate` of `softpost/server`, made with SvelteKit's own `fail`: checks a form with a schema.
 *
 * @param schema   any Standard Schema (Valibot, Zod, ArkType), also an asynchronous one
 * @param formData the form. Its names become objects and lists: `address.city`, `items[0].title`, `tags[]`
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
 * `invalid` of `softpost/server`, made with SvelteKit's own `fail`: the failure that {@link validate} makes, of what only
 * the server can know.
 *
 * @param formData the form
 * @param issues   messages by the names of controls; `''` is the form as a whole
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
