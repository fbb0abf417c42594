import { hostNavigator } from '../navigation/current.ts';
import { loadDocument } from '../navigation/history/load-document.ts';
import type { Navigator } from '../navigation/navigator.ts';
import { browserPage } from '../page/browser-page.ts';

/** The functions that the app or a form may call before there is a router. */
const WAITING = [
	'invalidateAll',
	'refresh',
	'preload',
	'preloadCode',
	'shallow',
	'showError',
	'show'
] as const;

/**
 * Makes the navigator of a page whose router is not there yet: each call waits for it.
 *
 * @param ready resolves when the router is installed; rejects if it cannot be loaded
 */
export const createWaitingNavigator = (ready: () => Promise<unknown>): Navigator => {
	const waiting = WAITING.map((name) => [
		name,
		async (...args: any[]): Promise<unknown> => {
			await ready();
			const call: any = hostNavigator()?.[name];
			return call?.(...args);
		}
	]);
	return {
		...Object.fromEntries(waiting),
		ready,
		here: () => browserPage.current.url,
		// Without a router, a page is its document.
		goto: (url, options, ...rest) =>
			ready().then(
				() => hostNavigator()?.goto(url, options, ...rest) ?? loadDocument(url, options),
				() => loadDocument(url, options)
			)
	};
};
