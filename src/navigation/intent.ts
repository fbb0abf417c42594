import type { RouteMatch } from './host.ts';
import type { PageSnapshot } from '../page/page-state.ts';
import type { GotoOptions, Outcome } from './navigator.ts';
import type { Navigation, NavigationType } from './hooks.ts';

/** One wish to be somewhere else, whatever it came from. */
export interface Intent extends GotoOptions {
	url: URL;
	type: NavigationType;
	delta?: number;
	/** The element that had the focus when it began. */
	focused?: Element | null;
	outcome?: Outcome | undefined;
	/** Whether the app's code asked for it. */
	byApp?: boolean | undefined;
}

const withoutFragment = (url: URL): string => url.href.split('#')[0]!;

/** Whether two URLs are the same but for the fragment. */
export const isSamePage = (one: URL, other: URL): boolean =>
	withoutFragment(one) === withoutFragment(other);

/** Whether two URLs are of one page, whose forms stay: the same but for query and fragment. */
export const isSamePath = (one: URL, other: URL): boolean =>
	one.origin === other.origin && one.pathname === other.pathname;

/**
 * Whether a wish can be met without asking the server: another part of the page that is shown. Where an
 * error stands in its place, it is not there.
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
 * A wish as the hooks and `navigating` see it.
 *
 * @param match the route that it leads to, as far as is known before the server has answered
 * @returns it, and what resolves its `complete`
 */
export const describeNavigation = (
	{ url: from, params, route }: PageSnapshot,
	{ url, type, delta }: Intent,
	match?: RouteMatch | null
): [navigation: Navigation, done: () => void] => {
	let done!: () => void;
	const navigation = {
		from: { url: from, params, route },
		to: { url, params: match?.params ?? null, route: { id: match?.id ?? null } },
		type,
		willUnload: false,
		...(delta !== undefined && { delta }),
		complete: new Promise<void>((resolve) => (done = resolve))
	};
	return [navigation, done];
};
