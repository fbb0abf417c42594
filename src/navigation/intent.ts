import type { RouteMatch } from './host.ts';
import type { PageSnapshot } from '../page/page-state.ts';
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
 * @param match the target's route, if it is known before the server has responded
 * @returns the description, and a function that resolves its `complete`
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
