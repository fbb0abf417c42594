import { listen } from '../dom/listen.ts';
import type { PageStore } from '../page/page-state.ts';
import { runBefore } from './run-hooks.ts';
import { describeNavigation } from './intent.ts';
import type { Location } from './history/location.ts';

/** Runs `beforeNavigate` before the document is left, once each time. */
export interface LeaveGuard {
	/** Whether the browser may follow a link that leads to another document. */
	mayLeave(url: URL): boolean;
	/** Loads a document instead of a page, for a navigation that has already run `beforeNavigate`. */
	load(url: URL, replace: boolean): Promise<void>;
	/** The document stays, so the next attempt to leave it runs `beforeNavigate` again. */
	stay(): void;
	destroy(): void;
}

export const createLeaveGuard = (page: PageStore, location: Location): LeaveGuard => {
	let isAsked = false;
	// A callback can only make the browser ask the user.
	const onLeave = (event: BeforeUnloadEvent): void => {
		const wasAsked = isAsked;
		isAsked = false;
		const { url } = page.current;
		const [leaving] = describeNavigation(page.current, { url, type: 'leave' });
		if (!wasAsked && !runBefore({ ...leaving, to: null, willUnload: true })) event.preventDefault();
	};
	return {
		mayLeave(url) {
			const [leaving] = describeNavigation(page.current, { url, type: 'link' });
			return (isAsked = runBefore({ ...leaving, willUnload: true }));
		},
		load(url, replace) {
			isAsked = true;
			return location.load(url, replace);
		},
		stay() {
			isAsked = false;
		},
		destroy: listen(window, 'beforeunload', onLeave)
	};
};
