import type { PageError } from '../../protocol/page-data.ts';
import { discard } from '../answer.ts';
import type { Exchange } from '../visit/exchange.ts';
import { HttpError, Refusal } from '../thrown.ts';
import type { HandleServerError } from '../types.ts';

/** The part of an error that users may see. */
interface PublicError {
	status: number;
	error: PageError;
	/** Extra headers of the response, if softpost itself refused the request. */
	refusal?: Record<string, string>;
}

/** Thrown if no route matches a URL, so that `handleError` is called. */
export class NotFound extends Error {}

/** Logs errors except 404: scanners would fill the log with them. */
export const logError: HandleServerError = ({ error, status }) => {
	if (status !== 404) console.error(error);
};

/** Whether the error only says that the client is gone: its body broke off, or the signal stopped app code. */
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
 * Decides how much users see of an error: the body of `error()` unchanged; of any other error only the return value
 * of `handleError`.
 */
export const publicError = async (exchange: Exchange, thrown: unknown): Promise<PublicError> => {
	discard(thrown);
	if (!(thrown instanceof HttpError)) return unexpected(exchange, thrown);
	const { status, body: error } = thrown;
	return thrown instanceof Refusal ? { status, error, refusal: thrown.headers } : { status, error };
};
