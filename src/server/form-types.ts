/** An entry of a form with a text in it. */
export interface FieldPart {
	name: string;
	value: string;
	stream?: undefined;
}

/** An entry of a form with a file in it. */
export interface FilePart {
	name: string;
	/** As the browser names it; `''` where no file was chosen. Never a path to write to. */
	filename: string;
	/** What the browser says it is. */
	type: string;
	/** Its bytes, as they arrive. */
	stream: ReadableStream<Uint8Array>;
	value?: undefined;
}

/** An entry of a form: `part.stream` is there for files, `part.value` for all others. */
export type Part = FieldPart | FilePart;

/** How many entries a form may have, and how large each may be. */
export interface FormLimits {
	/** @default 1000 */
	fields?: number;
	/** The largest value of a field, in bytes. @default 1048576 (1 MiB) */
	fieldSize?: number;
	/** Empty file inputs count. @default 100 */
	files?: number;
	/** The largest file, in bytes. @default Infinity, as far as `bodyLimit` allows */
	fileSize?: number;
}

/** How large a request may be. Beyond it the response is a 413. */
export interface SizeOptions {
	/**
	 * The largest request body, in bytes, counted as it is read.
	 * @default 1048576 (1 MiB)
	 */
	bodyLimit?: number | undefined;
	/** The limits within a form, whichever way it is read. */
	limits?: FormLimits | undefined;
}

/** `export const config` of a page: for POSTs to this page, instead of the app's limits. */
export type PageConfig = SizeOptions;

/** `export const config` of an endpoint: for requests to this endpoint, instead of the app's limits. */
export interface EndpointConfig extends SizeOptions {
	/**
	 * `false` lets any site and any program post to this endpoint, as webhooks have to. Requests carry the
	 * user's cookies from wherever they come: check a signature, and do not ask who is logged in.
	 */
	csrf?: boolean;
}
