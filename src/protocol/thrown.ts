import type { PageError } from './page-data.ts';

/** An expected error, thrown by `error`: its body is shown to the user as it is. */
export class HttpError {
	readonly status: number;
	readonly body: PageError;

	constructor(status: number, body: PageError | string) {
		this.status = status;
		this.body = typeof body === 'string' ? { message: body } : body;
	}
}

/** Where a redirect may lead outside the origin of the request: anywhere, or to these origins. */
export type External = boolean | readonly string[];

/** A redirect, thrown by `redirect`. */
export class Redirect {
	readonly status: number;
	readonly location: string;
	readonly external: External;

	constructor(status: number, location: string, external: External = false) {
		this.status = status;
		this.location = location;
		this.external = external;
	}
}
