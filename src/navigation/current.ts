import type { Decoders } from '../protocol/codec.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageError } from '../protocol/page-data.ts';
import { isHttp } from '../protocol/wire.ts';
import { browserPage } from '../page/browser-page.ts';
import { announce } from './announce.ts';
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
	/** A number that changes when the user moves on: what began before is then late. */
	age(): number;
	goto(url: URL, options?: GotoOptions, outcome?: Outcome): Promise<void>;
	/** A GET form's navigation. */
	submitGet(url: URL, options?: GotoOptions): Promise<void>;
	/** Leaves for another document. */
	leave(url: URL): Promise<void>;
	invalidateAll(): Promise<void>;
	/** Shows the nearest error boundary. */
	showError(error: unknown, status: number): Promise<void>;
	/** Resolves when the document shows what page state holds. */
	settled(): Promise<void>;
	/** How the host's custom types are read. */
	decoders(): Decoders | undefined;
}

/** The message of anything that was thrown or sent as an error. */
const messageOf = (error: unknown): string => (error as PageError | null)?.message ?? String(error);

/** Without a host every navigation is a document's, and an error has no boundary to be shown in. */
const documentNavigator: Navigator = {
	here: () => new URL(location.href),
	age: () => 0,
	goto: (url, options) => loadDocument(url, options?.replaceState),
	submitGet: (url) => loadDocument(url),
	leave: (url) => loadDocument(url),
	invalidateAll: async () => {},
	async showError(error, status) {
		const message = messageOf(error);
		browserPage.set({ error: { message }, status });
		announce(message);
	},
	settled: async () => {},
	decoders: () => undefined
};

let current: Navigator = documentNavigator;

/** Makes `navigator` the one that every entry uses, until the undo is called. */
export const installNavigator = (navigator: Navigator): (() => void) => {
	current = navigator;
	return () => {
		if (current === navigator) current = documentNavigator;
	};
};

/** The navigator in use now: a stable object over whichever is installed. */
export const navigator: Navigator = {
	here: () => current.here(),
	age: () => current.age(),
	goto: (url, options, outcome) => current.goto(url, options, outcome),
	submitGet: (url, options) => current.submitGet(url, options),
	leave: (url) => current.leave(url),
	invalidateAll: () => current.invalidateAll(),
	showError: (error, status) => current.showError(error, status),
	settled: () => current.settled(),
	decoders: () => current.decoders()
};

/** Refuses what is no page of this origin: other origins, and schemes that run or render text. */
const sameOrigin = (target: string | URL): URL => {
	const here = navigator.here();
	const url = new URL(target, document.baseURI);
	if (isHttp(url) && url.origin === here.origin) return url;
	throw new SoftpostError(
		'external_url',
		`goto takes URLs of this origin, not ${url.href}. Use location.assign to leave`,
		{ url: url.href, origin: here.origin }
	);
};

/**
 * Shows another page of this app.
 *
 * @param url     absolute, or relative to the document
 * @param options see {@link GotoOptions}
 * @returns a promise that resolves when the page is shown, or when a newer navigation took its place
 * @throws {SoftpostError} `external_url` (as a rejection) for another origin or scheme
 */
export const goto = async (url: string | URL, options?: GotoOptions): Promise<void> =>
	navigator.goto(sameOrigin(url), options);

/**
 * Runs the `load` functions of the shown page again and shows what they return. `page.form` stays.
 *
 * @returns a promise that resolves when the fresh data is shown
 */
export const invalidateAll = (): Promise<void> => navigator.invalidateAll();
