/** An element, as build-form.js makes it. Everything is JSON, so that a form can be printed and sent. */
export interface ElementSpec {
	tag: string;
	attributes: [name: string, value: string][];
	children?: ElementSpec[];
	text?: string;
	/** What is typed or set, rather than what the attribute says. */
	value?: string;
	checked?: boolean;
	files?: FileSpec[];
	/** What a form-associated custom element hands in. */
	state?: string | null | FileSpec | [name: string, value: string | FileSpec][];
}

export interface FileSpec {
	file: string;
	content: string;
	type: string;
}

/** Something that a listener does. */
export interface EditSpec {
	/** What it listens to, and where. */
	event: 'submit' | 'formdata';
	target: 'form' | 'document' | 'window';
	/** Whether it is added after the form was enhanced. */
	late: boolean;
	does:
		| { kind: 'append' | 'set'; name: string; value: string }
		/** To a control of the document, counted round, or to an entry. */
		| { kind: 'fill'; nth: number; value: string }
		| { kind: 'delete' | 'disable' | 'remove'; nth: number }
		| { kind: 'attribute'; name: string; value: string }
		| { kind: 'prevent' | 'stop' };
}

/** A form with all that is around it. */
export interface FormSpec {
	attributes: [name: string, value: string][];
	inside: ElementSpec[];
	/** After the form, most of it owned by it. */
	outside: ElementSpec[];
	edits: EditSpec[];
	/** Which of its buttons is used, counted round; or none of them. */
	submitter: number | null;
	by: 'click' | 'requestSubmit';
}
