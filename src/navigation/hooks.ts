import { owner } from './hook-owner.ts';

/** One end of a navigation. */
export interface NavigationTarget {
	url: URL;
	/** `null` if it is not a page of this app. */
	params: Record<string, string> | null;
	route: { id: string | null };
}

/** How a navigation began. `enter` is the first page, `leave` the document being left. */
export type NavigationType = 'enter' | 'link' | 'goto' | 'form' | 'popstate' | 'leave';

/** A navigation, as the hooks and `navigating` see it. */
export interface Navigation {
	from: NavigationTarget | null;
	to: NavigationTarget | null;
	type: NavigationType;
	/** Whether the document is left. */
	willUnload: boolean;
	/** Entries moved, for `popstate`. */
	delta?: number;
	/** Resolves when the page is shown, or a newer navigation has replaced this one. */
	complete: Promise<void>;
}

export interface BeforeNavigate extends Navigation {
	/** Keeps the page as it is; while the document is being left, asks the user. */
	cancel(): void;
}

type Undo = () => void;
export type Cleanup = () => void;

/** The registered callbacks, which `run-hooks.ts` calls. */
export const before: Set<(navigation: BeforeNavigate) => void> = /* @__PURE__ */ new Set();
export const after: Set<(navigation: Navigation) => void> = /* @__PURE__ */ new Set();
export const around: Set<(navigation: Navigation) => void | Cleanup | Promise<void | Cleanup>> =
	/* @__PURE__ */ new Set();

const register = <Callback>(callbacks: Set<Callback>, callback: Callback): Undo => {
	// Components also call this during rendering on a server, where it must not keep anything.
	if (typeof document === 'undefined') return () => {};
	const undo = (): void => void callbacks.delete(callback);
	callbacks.add(callback);
	owner.adopt(undo);
	return undo;
};

/**
 * Calls `callback` before every navigation, and before the document is left. `cancel()` stops the navigation.
 *
 * @returns the undo
 * @example
 * beforeNavigate(({ cancel }) => {
 * 	if (isDirty && !confirm('Discard your changes?')) cancel();
 * });
 */
export const beforeNavigate = (callback: (navigation: BeforeNavigate) => void): Undo =>
	register(before, callback);

/**
 * Calls `callback` when the first page is shown (`type: 'enter'`, `from: null`), and when the page of each navigation
 * is shown.
 *
 * @returns the undo
 * @example
 * afterNavigate(({ to }) => track(to.url.pathname));
 */
export const afterNavigate = (callback: (navigation: Navigation) => void): Undo =>
	register(after, callback);

/**
 * Calls `callback` right before a new page is shown, and awaits a returned promise, so that
 * `document.startViewTransition` can wrap the change. A returned function runs when the page is shown.
 *
 * @returns the undo
 * @example
 * onNavigate(
 * 	({ complete }) =>
 * 		new Promise((resolve) => {
 * 			document.startViewTransition(async () => {
 * 				resolve();
 * 				await complete;
 * 			});
 * 		})
 * );
 */
export const onNavigate = (
	callback: (navigation: Navigation) => void | Cleanup | Promise<void | Cleanup>
): Undo => register(around, callback);
