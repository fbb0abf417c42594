import { browserPage } from '../page/browser-page.ts';
import type { Decoders } from '../protocol/codec.ts';
import type { FreshPage } from '../protocol/page-data.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { isHttp } from '../protocol/wire.ts';
import { announce } from '../dom/announce.ts';
import { loadDocument } from './browser-location.ts';

export interface GotoOptions {
	/** Changes the current history entry instead of adding one. Default `false`. */
	replaceState?: boolean;
	/** Keeps the scroll position. Default `false`. */
	noScroll?: boolean;
	/** Keeps the focus where it is. Default `false`. */
	keepFocus?: boolean;
	/** Runs every `load` again, also those whose data is still good. Default `false`. */
	invalidateAll?: boolean;
	/** `page.state` of the new entry. Default `{}`. */
	state?: Record<string, any>;
}

/** What an applied result adds to a navigation that shows it. */
export interface Outcome {
	form: unknown;
	status: number;
}

/** What the rest of the browser half asks of whoever shows pages. A host brings a router. */
export interface Navigator {
	/** The URL that is shown. */
	here(): URL;
	/** Goes to a URL that is known to be http(s), also of another origin. */
	goto(url: URL, options?: GotoOptions, outcome?: Outcome, fresh?: FreshPage): Promise<void>;
	/** Shows the nearest error boundary, unless that is late when its code is there. */
	showError(error: unknown, status: number, isLate?: () => boolean): Promise<void>;
	/**
	 * Runs the page's `load` functions again, and shows `outcome` together with what they return. Both
	 * this and `goto` ask the server only where `fresh` does not tell already. An outcome that is late when
	 * the data comes is left out: the page shows a newer one.
	 */
	invalidateAll?(outcome?: Outcome, fresh?: FreshPage, isLate?: () => boolean): Promise<void>;
	/** Makes a change to page state that the document is to show; resolves when it does. */
	show?(change: () => void): Promise<void>;
	/** A number that changes when the user moves on: what began before is then late. */
	age?(): number;
	/** How the host's custom types are read. */
	decoders?: Decoders;
}

/**
 * Counts what may make a page's data old or new: what is sent, answered and refreshed. One for all, since they share a
 * server.
 */
export const traffic = { count: 0 };

/** Without a host every navigation is a document's, and an error has no boundary to be shown in. */
const documentNavigator: Navigator = {
	here: () => new URL(location.href),
	goto: (url, options) => loadDocument(url, options?.replaceState),
	async showError(error, status) {
		const { message = String(error) } = error as { message?: string };
		browserPage.set({ error: { message }, status });
		announce(message);
	}
};

let current = documentNavigator;

/** Whoever shows pages now. */
export const currentNavigator = (): Navigator => current;

/** Makes `navigator` the one that every entry uses, until the undo is called. */
export const installNavigator = (navigator: Navigator): (() => void) => {
	current = navigator;
	return () => {
		if (current === navigator) current = documentNavigator;
	};
};

/**
 * Shows another page of this app.
 *
 * @param target  absolute, or relative to the document
 * @param options see {@link GotoOptions}
 * @returns a promise that resolves when the page is shown, or when a newer navigation took its place
 * @throws {SoftpostError} `external_url` (as a rejection) for another origin or scheme
 */
export const goto = async (target: string | URL, options?: GotoOptions): Promise<void> => {
	const { origin } = current.here();
	const url = new URL(target, document.baseURI);
	if (isHttp(url) && url.origin === origin) return current.goto(url, options);
	throw new SoftpostError('external_url', `goto stays on ${origin}. Use location.assign`, { url });
};

/**
 * Runs the `load` functions of the shown page again and shows what they return. `page.form` stays.
 *
 * @returns a promise that resolves when the fresh data is shown
 * @throws {SoftpostError} `network` (as a rejection) where the server cannot be reached; the page stays
 */
export const invalidateAll = async (): Promise<void> => current.invalidateAll?.();
