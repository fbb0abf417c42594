import type { PageError } from '../protocol/page-data.ts';
import type { Exchange, Site } from './event.ts';
import { HttpError, Refusal } from './results.ts';
import type { HandleServerError } from './types.ts';

/** What users are shown of an error. */
export interface PublicError {
	status: number;
	error: PageError;
	/** Set where softpost itself refused the request: what the answer must say besides. */
	refusal?: Record<string, string>;
}

/** Thrown for a URL that leads nowhere, so that `handleError` hears of it. */
export class NotFound extends Error {
	readonly status = 404;

	constructor(pathname: string) {
		super(`Nothing is at ${pathname}`);
		this.name = 'NotFound';
	}
}

/** A URL that leads nowhere is the visitor's matter: logging each would fill the log with scanners'. */
export const logError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
};

const handled = async (site: Site, exchange: Exchange, error: unknown): Promise<PublicError> => {
	const [status, message] = error instanceof NotFound ? [404, 'Not Found'] : [500, 'Internal Error'];
	try {
		const shown = await site.handleError({ error, event: exchange.event, status, message });
		return { status, error: { message, ...shown } };
	} catch (failure) {
		console.error(failure, error);
		return { status, error: { message } };
	}
};

/**
 * Decides what users are shown of whatever app code threw: the body of an `error()` as it is;
 * anything else only as far as `handleError` tells.
 */
export const publicError = async (site: Site, exchange: Exchange, thrown: unknown): Promise<PublicError> => {
	if (!(thrown instanceof HttpError)) return handled(site, exchange, thrown);
	const shown = { status: thrown.status, error: thrown.body };
	return thrown instanceof Refusal ? { ...shown, refusal: thrown.headers } : shown;
};
