import type { StandardSchemaV1 } from '@standard-schema/spec';

/** What `enhance` knows of a form's fields. */
export interface FieldsOfForm {
	/**
	 * Checks the form before it is sent: any Standard Schema, also an asynchronous one. A form that is invalid is
	 * not sent, and fails as it would on the server. `novalidate` and `formnovalidate` leave the decision to the server.
	 */
	schema?: StandardSchemaV1;
	/** Names of fields that are lists, as for `validate`. Several checkboxes of one name, and what takes `multiple`, are known. */
	lists?: readonly string[];
	/** Tells the forms of a page apart. */
	key?: string;
	/** What is announced when a form has failed. Default: `3 fields need attention`. */
	issuesMessage?: (count: number) => string;
}
