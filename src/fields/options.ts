import type { StandardSchemaV1 } from '@standard-schema/spec';

/** The options of `enhance` for a form's fields. */
export interface FieldsOfForm {
	/**
	 * Checks the form before it is sent: any Standard Schema, synchronous or asynchronous. An invalid form is not sent, and
	 * fails as it would on the server. `novalidate` and `formnovalidate` leave the decision to the server.
	 */
	schema?: StandardSchemaV1;
	/** Names of fields that are lists, as for `validate`. Not needed for several checkboxes of one name or controls with `multiple`. */
	lists?: readonly string[];
	/** Distinguishes the forms of a page. */
	key?: string;
	/** Makes the announcement for a failed form. Default: `3 fields need attention`. */
	issuesMessage?: (count: number) => string;
}
