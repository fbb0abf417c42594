import { RETRY_LATER } from '../../protocol/wire.ts';

/** A server whose store comes back, or whose process is replaced, needs fewer. */
const TRIES = 15;

/** Seconds: more would be a form that seems to hang. */
const LONGEST_PAUSE = 10;

/** Whether our own server says that this request has run nothing. An ordinary one's `retry-after` does not say so. */
const saysLater = async (response: Response): Promise<boolean> => {
	if (response.status !== 503 || !response.headers.has('retry-after')) return false;
	try {
		const { type, error } = JSON.parse(await response.clone().text());
		return type === 'error' && error.code === RETRY_LATER;
	} catch {
		return false;
	}
};

/** Milliseconds that a response asks to wait for (RFC 9110, section 10.2.3; no server of ours sends a date). */
const pauseOf = ({ headers }: Response): number => {
	const seconds = Number(headers.get('retry-after'));
	return 1000 * Math.min(seconds >= 0 ? seconds : 1, LONGEST_PAUSE);
};

const wait = (pause: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve, reject) => {
		// As `fetch` does. Otherwise the request would be sent after it was taken back.
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
 * Sends a submission again for as long as the server says that it cannot answer yet (`docs/wire.md`, W45).
 *
 * @param response what came first
 * @param send     sends the same, with the same id
 * @param signal   ends the waiting
 * @returns the first response that says something else, or the last
 * @throws what `send` throws, and the reason of the signal
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
