import type { PageError } from '../../protocol/page-data.ts';
import { discard } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';
import { HttpError, Refusal } from '../thrown.ts';
import type { HandleServerError } from '../types.ts';

/** What users are shown of an error. */
interface PublicError {
	status: number;
	error: PageError;
	/** Set where softpost itself refused the request: headers that the response needs. */
	refusal?: Record<string, string>;
}

/** Thrown for a URL that leads nowhere, so that `handleError` hears of it. */
export class NotFound extends Error {}

/** A URL that leads nowhere is the visitor's matter: logging each would fill the log with scanners'. */
export const logError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
};

/** Whether something ended because the client is gone: its body broke off, or app code stopped by the signal. */
export const isAborted = ({ event: { request } }: Exchange, thrown: unknown): boolean =>
	request.signal.aborted &&
	((thrown as Error | null)?.name === 'AbortError' || thrown === request.signal.reason);

const unexpected = async ({ site, event }: Exchange, error: unknown): Promise<PublicError> => {
	const [status, message] =
		error instanceof NotFound ? [404, 'Not Found'] : [500, 'Internal Error'];
	try {
		const shown = await site.handleError({ error, event, status, message });
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
export const publicError = async (exchange: Exchange, thrown: unknown): Promise<PublicError> => {
	discard(thrown);
	if (!(thrown instanceof HttpError)) return unexpected(exchange, thrown);
	const { status, body: error } = thrown;
	return thrown instanceof Refusal ? { status, error, refusal: thrown.headers } : { status, error };
};
