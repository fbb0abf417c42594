import type { SoftpostError } from '../protocol/errors.ts';
import { redirectedAway } from '../protocol/redirected-away.ts';

/** Milliseconds that a server has to respond. */
const PATIENCE = 3000;

/** Whether the server can be reached. The requested file must not consume one-time data of the session. */
const isReachable = (): Promise<boolean> =>
	fetch('/favicon.ico', {
		method: 'HEAD',
		cache: 'no-store',
		redirect: 'manual',
		signal: AbortSignal.timeout(PATIENCE)
	}).then(
		() => true,
		() => false
	);

/**
 * Finds out whether a failed request was redirected to another origin, which no API reports. Firefox and WebKit report the
 * timing of a failed request, unless it left the origin (Resource Timing, "timing allow check"). Chromium never does:
 * there, a server that can be reached counts as one that has redirected, because a resend could run the action twice.
 *
 * @returns the error, if it was redirected
 */
export const findRedirectAway = async (action: URL): Promise<SoftpostError | undefined> => {
	const [url] = action.href.split('#');
	const entries = performance.getEntriesByName(url!, 'resource') as PerformanceResourceTiming[];
	const entry = entries.at(-1);
	const isLikely = entry && !entry.requestStart && (await isReachable());
	return isLikely ? redirectedAway(action) : undefined;
};
