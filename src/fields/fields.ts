import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { FieldsFailure, Issue } from './failure.ts';
import type { SchemaName } from './field-name.ts';
import { buttonId, controlId, messageId } from './ids.ts';
import { baseOf } from './name.ts';
import { failureIn, messagesOf, valueIn } from './shown.ts';

export type { FieldsFailure, Issue };

export interface FieldsOptions {
	/** Tells the forms of a page apart: the same in `validate`, in `enhance` and here. Default: none. */
	key?: string;
}

/** The attributes of a control. Those that say nothing are left out, so that the page's own stand. */
export interface FieldAttributes<Name extends string = string> {
	id: string;
	name: Name;
	value?: string;
	checked?: boolean;
	'aria-invalid'?: 'true';
	'aria-describedby'?: string;
}

/** What a form's markup needs to show a failure. */
export interface Fields<Name extends string = string> {
	/**
	 * The attributes of a control.
	 *
	 * @param name  its name
	 * @param value for radio buttons and checkboxes: what it sends
	 */
	attributes(name: Name, value?: string): FieldAttributes<Name>;
	/** The text to repeat, or the texts of a list: for `<textarea>` and `<select>`. Absent where nothing failed, and for names with `_`. */
	value(name: Name): string | string[] | undefined;
	/** The messages of a field, each with the id of the element to show it in; `''` is the form as a whole. */
	issues(name: Name | ''): { id: string; message: string }[];
	/** All messages, each with a link to its control, or to the message of a group and of the form. */
	readonly summary: { name: Name | ''; message: string; href: string }[];
}

type IsAny<Type> = 0 extends 1 & Type ? true : false;

/** The names in a failure, of what is a union with other things. */
type NamesIn<Form> = Form extends { issues: readonly { name: infer Name }[] }
	? Extract<Exclude<Name, ''>, string>
	: never;

/** The names of controls that a type knows: that of a failure, or of a schema; else all. */
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
	/** Whether a field is more than one control, as far as its name or the markup has told. */
	isGroup(name: string): boolean;
}

const createIds = (key: string | undefined): Ids => {
	/** The controls that were asked for, by name: the value of the first button, none of a whole control. */
	const first = new Map<string, string | undefined>();
	return {
		idOf(name, value) {
			const base = baseOf(name);
			if (!first.has(base)) first.set(base, value);
			// The first button stands for its group, so that a link to the field has somewhere to lead.
			const isFirst = value === undefined || first.get(base) === value;
			return isFirst ? controlId(key, name) : buttonId(key, name, value);
		},
		isGroup: (name) => !name || name !== baseOf(name) || first.get(name) !== undefined
	};
};

/** What a control shows of what was sent. */
const stateOf = (
	failure: FieldsFailure | undefined,
	sent: string | string[] | undefined,
	value: string | undefined
): Pick<FieldAttributes, 'value' | 'checked'> => {
	// Nothing was sent for a button that is not checked.
	if (value !== undefined)
		return { value, ...(failure && { checked: [sent].flat().includes(value) }) };
	return sent === undefined ? {} : { value: String(sent) };
};

/**
 * Reads the failure of a form, for its markup: the same with JavaScript and without.
 *
 * @param form what the page has as `form`, whatever it is. `null`, the data of a success and the failure of another
 * form show nothing
 * @param options `key`
 * @returns what the markup spreads and lists
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
			// ARIA has no `aria-invalid` on radio buttons, whose values have names.
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
