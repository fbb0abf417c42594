import type { SoftpostError } from '../protocol/errors.ts';
import { redirectedAway } from '../protocol/redirected-away.ts';

/** How long a server has to show that it is there, in ms. */
const PATIENCE = 3000;

/** Whether the server can be reached. Asks for nothing that a page may have put aside for its next visitor. */
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
 * Finds out whether a request that failed was answered with a redirect to another origin. No script is told so.
 * Firefox and WebKit show when a request to the own origin was sent, unless it left that origin (Resource Timing,
 * "timing allow check"). Chromium never shows it: there, a server that can be reached and has not answered
 * counts as one that redirects, because to send it again may do it twice.
 *
 * @returns the error that says so
 */
export const findRedirectAway = async (action: URL): Promise<SoftpostError | undefined> => {
	const [url] = action.href.split('#');
	const entries = performance.getEntriesByName(url!, 'resource') as PerformanceResourceTiming[];
	const entry = entries.at(-1);
	const isLikely = entry && !entry.requestStart && (await isReachable());
	return isLikely ? redirectedAway(action) : undefined;
};
