import { RETRY_LATER } from '../../protocol/wire.ts';

/** More than enough for a store that comes back or a server process that is replaced. */
const TRIES = 15;

/** In seconds. After a longer pause the form would seem to hang. */
const LONGEST_PAUSE = 10;

/** Whether a softpost server says that this request has run nothing. The `retry-after` of other servers does not mean that. */
const saysLater = async (response: Response): Promise<boolean> => {
	if (response.status !== 503 || !response.headers.has('retry-after')) return false;
	try {
		const { type, error } = JSON.parse(await response.clone().text());
		return type === 'error' && error.code === RETRY_LATER;
	} catch {
		return false;
	}
};

/** The milliseconds in a `retry-after` header (RFC 9110, section 10.2.3; softpost servers never send a date). */
const pauseOf = ({ headers }: Response): number => {
	const seconds = Number(headers.get('retry-after'));
	return 1000 * Math.min(seconds >= 0 ? seconds : 1, LONGEST_PAUSE);
};

const wait = (pause: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve, reject) => {
		// Rejects like `fetch`. Otherwise the request would be sent after it was aborted.
		const abort = (): void => {
			clearTimeout(timer);
			reject(signal.reason as Error);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', abort);
			resolve();
		}, pause);
		signal.addEventListener('abort', abort);
		if (signal.aborted) abort();
	});

/**
 * Resends a submission as long as the server says that it cannot process it yet (`docs/wire.md`, W45).
 *
 * @param response the first response
 * @param send     sends the same data with the same id
 * @param signal   stops the waiting
 * @returns the first other response, or the last one
 * @throws the errors of `send`, and the reason of the signal
 */
export const sendAgain = async (
	response: Response,
	send: () => Promise<Response>,
	signal: AbortSignal
): Promise<Response> => {
	let last = response;
	for (let tries = 0; tries < TRIES && (await saysLater(last)); tries++) {
		await wait(pauseOf(last), signal);
		last = await send();
	}
	return last;
};
