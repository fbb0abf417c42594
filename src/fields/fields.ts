import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { FieldsFailure, Issue } from './failure.ts';
import type { SchemaName } from './field-name.ts';
import { buttonId, controlId, messageId } from './ids.ts';
import { baseOf } from './name.ts';
import { failureIn, messagesOf, valueIn } from './shown.ts';

export type { FieldsFailure, Issue };

export interface FieldsOptions {
	/** Distinguishes the forms of a page: pass the same to `validate` and `enhance`. Default: none. */
	key?: string;
}

/** The attributes of a control. Attributes without a value are omitted, so that the page's own ones apply. */
export interface FieldAttributes<Name extends string = string> {
	id: string;
	name: Name;
	value?: string;
	checked?: boolean;
	'aria-invalid'?: 'true';
	'aria-describedby'?: string;
}

/** The parts of a form's markup that show a failure. */
export interface Fields<Name extends string = string> {
	/**
	 * The attributes of a control.
	 *
	 * @param name  its name
	 * @param value the `value` of a radio button or checkbox
	 */
	attributes(name: Name, value?: string): FieldAttributes<Name>;
	/** The text to repeat, or the texts of a list: for `<textarea>` and `<select>`. `undefined` without a failure, and for names with `_`. */
	value(name: Name): string | string[] | undefined;
	/** The messages of a field, each with the id of the element to show it in; `''` is the form as a whole. */
	issues(name: Name | ''): { id: string; message: string }[];
	/** All messages, each with a link to its control, or to the message of a group and of the form. */
	readonly summary: { name: Name | ''; message: string; href: string }[];
}

type IsAny<Type> = 0 extends 1 & Type ? true : false;

/** The names in a failure, if it is a member of a union. */
type NamesIn<Form> = Form extends { issues: readonly { name: infer Name }[] }
	? Extract<Exclude<Name, ''>, string>
	: never;

/** The names of controls from the type of a failure or a schema; else any name. */
type NameOf<Form> =
	IsAny<Form> extends true
		? string
		: [Form] extends [StandardSchemaV1]
			? SchemaName<Form>
			: [NamesIn<Form>] extends [never]
				? string
				: NamesIn<Form>;

/** The ids of controls. */
interface Ids {
	idOf(name: string, value: string | undefined): string;
	/** Whether a field has more than one control, as far as its name or the markup shows. */
	isGroup(name: string): boolean;
}

const createIds = (key: string | undefined): Ids => {
	/** The controls requested so far, by name: the value of the first button, `undefined` for a single control. */
	const first = new Map<string, string | undefined>();
	return {
		idOf(name, value) {
			const base = baseOf(name);
			if (!first.has(base)) first.set(base, value);
			// The first button has the id of its group, so that a link to the field has a target.
			const isFirst = value === undefined || first.get(base) === value;
			return isFirst ? controlId(key, name) : buttonId(key, name, value);
		},
		isGroup: (name) => !name || name !== baseOf(name) || first.get(name) !== undefined
	};
};

/** The attributes that repeat a control's submitted value. */
const stateOf = (
	failure: FieldsFailure | undefined,
	sent: string | string[] | undefined,
	value: string | undefined
): Pick<FieldAttributes, 'value' | 'checked'> => {
	// Browsers send nothing for an unchecked button.
	if (value !== undefined)
		return { value, ...(failure && { checked: [sent].flat().includes(value) }) };
	return sent === undefined ? {} : { value: String(sent) };
};

/**
 * Reads the failure of a form for its markup, with and without JavaScript.
 *
 * @param form the page's `form`, whatever its value. `null`, the data of a success and the failure of another form show
 * nothing
 * @param options `key`
 * @returns functions for the attributes, values and messages in the markup
 * @example
 * const f = $derived(fields(form));
 * // <input {...f.attributes('email')} />
 * // {#each f.issues('email') as { id, message }}<p {id}>{message}</p>{/each}
 */
export function fields<Form>(form: Form, options?: FieldsOptions): Fields<NameOf<Form>>;
export function fields<Schema extends StandardSchemaV1>(
	form: unknown,
	options?: FieldsOptions
): Fields<SchemaName<Schema>>;
export function fields(form: unknown, { key }: FieldsOptions = {}): Fields {
	const failure = failureIn(form, key);
	const { idOf, isGroup } = createIds(key);
	const issuesOf: Fields['issues'] = (name) =>
		messagesOf(failure, name).map((message, index) => ({
			id: messageId(key, name, index),
			message
		}));
	return {
		attributes(name, value) {
			const ids = issuesOf(name).map(({ id }) => id);
			const sent = failure && valueIn(failure, name);
			const isList = name !== baseOf(name) || Array.isArray(sent);
			// ARIA does not allow `aria-invalid` on radio buttons, which have a `value`.
			const isRadio = value !== undefined && value !== 'on' && !isList;
			return {
				id: idOf(name, value),
				name,
				...stateOf(failure, sent, value),
				...(ids.length && !isRadio && { 'aria-invalid': 'true' }),
				...(ids.length && { 'aria-describedby': ids.join(' ') })
			};
		},
		value: (name) => failure && valueIn(failure, name),
		issues: issuesOf,
		get summary() {
			const hrefOf = (name: string): string =>
				`#${isGroup(name) ? messageId(key, name, 0) : controlId(key, name)}`;
			return (failure?.issues ?? []).map((issue) => ({ ...issue, href: hrefOf(issue.name) }));
		}
	};
}
