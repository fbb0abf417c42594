/** A text entry of a form. */
export interface FieldPart {
	name: string;
	value: string;
	stream?: undefined;
}

/** A file entry of a form. */
export interface FilePart {
	name: string;
	/** The file's name as the browser sent it; `''` if no file was chosen. Never use it as a path to write to. */
	filename: string;
	/** The media type that the browser claims. Check the bytes before you trust it. */
	type: string;
	/** The file's bytes, as they arrive. */
	stream: ReadableStream<Uint8Array>;
	value?: undefined;
}

/** An entry of a form: files have `part.stream`, all others `part.value`. */
export type Part = FieldPart | FilePart;

/** How many entries a form may have, and how large each one may be. */
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

/** How large a request may be. A larger one gets a 413 response. */
export interface SizeOptions {
	/**
	 * The largest request body, in bytes, counted as it is read.
	 * @default 1048576 (1 MiB)
	 */
	bodyLimit?: number | undefined;
	/** The limits within a form, however the app reads it. */
	limits?: FormLimits | undefined;
}

/** `export const config` of a page: for POSTs to this page, instead of the app's limits. */
export type PageConfig = SizeOptions;

/** `export const config` of an endpoint: for requests to this endpoint, instead of the app's limits. */
export interface EndpointConfig extends SizeOptions {
	/**
	 * `false` lets any site and any program post to this endpoint, which webhooks need. A request from another site
	 * may carry the user's cookies: check a signature, not who is logged in.
	 */
	csrf?: boolean;
}
