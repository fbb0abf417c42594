import type { Host } from './host.ts';
import type { PageSnapshot } from '../page/page-state.ts';
import type { PageData } from '../protocol/page-data.ts';
import type { GotoOptions, Outcome } from './navigator.ts';
import type { Navigation, NavigationType } from './hooks.ts';
import { isSamePage } from './same-page.ts';

/** A navigation to be made, from any source. */
export interface Intent extends GotoOptions {
	url: URL;
	type: NavigationType;
	delta?: number;
	/** The element that had the focus when it began. */
	focused?: Element | null;
	outcome?: Outcome | undefined;
	/** Whether the app's code requested it. */
	byApp?: boolean | undefined;
}

/**
 * Whether a navigation stays within the shown page, so that it needs no request. Never while an error replaces the
 * page.
 */
export const isWithin = (
	{ url, type, invalidateAll, outcome, state }: Intent,
	{ url: here, error }: PageSnapshot
): boolean =>
	!error &&
	!invalidateAll &&
	!outcome &&
	(url.href.includes('#') || type === 'popstate' || !!state) &&
	isSamePage(url, here);

/**
 * Describes a navigation for the hooks and `navigating`.
 *
 * @param host finds the target's route before the server has responded
 * @returns the description, and a function that resolves its `complete`
 */
export const describeNavigation = (
	{ url: from, params, route }: PageSnapshot,
	{ url, type, delta }: Intent,
	{ match, isElsewhere }: Pick<Host<unknown>, 'match' | 'isElsewhere'> = {}
): [navigation: Navigation, done: () => void] => {
	let done!: () => void;
	const found = match?.(url);
	const navigation = {
		from: { url: from, params, route },
		to: { url, params: found?.params ?? null, route: { id: found?.id ?? null } },
		type,
		// A page that is refreshed stays, even if it is the error page of a URL without a route.
		willUnload: url !== from && !!isElsewhere?.(url),
		...(delta !== undefined && { delta }),
		complete: new Promise<void>((resolve) => (done = resolve))
	};
	return [navigation, done];
};

/** Describes a navigation once its page is loaded: redirects may have led to another one. */
export const landedAt = (
	navigation: Navigation,
	url: URL,
	{ params, route }: PageData
): Navigation => ({ ...navigation, to: { url, params, route: { id: route } } });
