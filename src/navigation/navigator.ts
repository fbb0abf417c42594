import type { Decoders } from '../protocol/transport.ts';
import type { SoftpostError } from '../protocol/errors.ts';
import type { Received } from '../document/received.ts';
import type { PageAlong } from './load/page-along.ts';

export interface GotoOptions {
	/** Changes the current history entry instead of adding one. Default `false`. */
	replaceState?: boolean;
	/** Keeps the scroll position. Default `false`. */
	noScroll?: boolean;
	/** Keeps the focus where it is. Default `false`. */
	keepFocus?: boolean;
	/** Reruns every `load`, even if its data is still valid. Default `false`. */
	invalidateAll?: boolean;
	/** SvelteKit 3's names: for `invalidateAll`, for `replaceState`, and (`reset: false`) for `noScroll` with `keepFocus`. */
	refreshAll?: boolean;
	replace?: boolean;
	reset?: boolean;
	/** Works like `pushState`, or like `replaceState` with that option: loads nothing. Default `false`. */
	shallow?: boolean;
	/** `page.state` of the new entry. With it, even the shown URL gets a new entry. Default `{}`. */
	state?: Record<string, any>;
}

/** A preloaded page; `status` is 0 if there was no page to load. */
export type Preloaded =
	| { type: 'loaded'; status: number; data: Record<string, unknown> }
	| { type: 'redirect'; location: string };

/** The part of an applied result that a navigation shows. */
export interface Outcome {
	form: unknown;
	status: number;
}

/**
 * Called right before new data is shown, in the same task.
 *
 * @returns the controls that the user has edited since: the data must not overwrite them
 */
export type BeforeShown = () => Promise<Element[]>;

/** A submission on a page without a host, whose response becomes the new document. */
export interface DocumentVisit {
	/** Why the browser has to send it, because no document can be made here; `null` if not. */
	whyNative(): Promise<string | null>;
	/**
	 * Reads a response as a document.
	 *
	 * @returns the document or file, or the text if it may be an action result; `undefined` if the code that makes
	 * documents could not be loaded
	 */
	receive(response: Response, action: URL): Promise<Received | string | undefined>;
	/** Says what users should know of a failed request, above a server that may run it twice. */
	explain(error: SoftpostError, action: URL): Promise<SoftpostError>;
}

/** Shows responses without a host. */
export interface DocumentView {
	/** The `accept` header of forms. */
	accept: string;
	/**
	 * Starts a submission.
	 *
	 * @param isEdited whether the user has edited a control since its event
	 */
	begin(form: HTMLFormElement, isEdited: (control: Element) => boolean): DocumentVisit;
}

/** The part that shows pages, as the rest of the browser half uses it. A host brings a router. */
export interface Navigator {
	/**
	 * Resolves when the rest of this host is loaded, and has replaced this navigator; rejects if it cannot be loaded: then
	 * forms and links are the browser's. Without it, all is there.
	 */
	ready?(): Promise<unknown>;
	/** The URL of the shown page. */
	here(): URL;
	/**
	 * Goes to a URL that is known to be http(s), on any origin.
	 *
	 * @param outcome the result that the page should show
	 * @param byApp   whether the app's code requests it, rather than a result
	 */
	goto(url: URL, options?: GotoOptions, outcome?: Outcome, byApp?: boolean): Promise<void>;
	/**
	 * Shows the nearest error boundary, unless the result is late by the time the boundary's code is loaded. Without a
	 * host, shows the error at the form.
	 */
	showError(
		error: unknown,
		status: number,
		isLate?: () => boolean,
		form?: HTMLFormElement
	): Promise<void>;
	/**
	 * Reruns the page's `load` functions, and shows `outcome` together with their data. If the outcome is late when the
	 * data arrives, it is ignored, because the page shows a newer one.
	 *
	 * @param edited the controls of the submitted form that the user has edited since
	 */
	invalidateAll?(
		outcome?: Outcome,
		isLate?: () => boolean,
		beforeShown?: BeforeShown,
		edited?: () => Element[]
	): Promise<void>;
	/** Reruns the `load` functions of the page that depend on a URL for which `isStale` returns `true`. */
	refresh?(isStale: (url: URL) => boolean): Promise<void>;
	/** Preloads a page; see `preloadData`. */
	preload?(url: URL): Promise<Preloaded>;
	/** Preloads the code of a page; see `preloadCode`. */
	preloadCode?(url: URL): Promise<void>;
	/** Adds or changes a history entry of the shown page with a state. Loads nothing. */
	shallow?(replace: boolean, url: URL, state: Record<string, any>): void;
	/** Changes page state; resolves when the document shows it. */
	show?(change: () => void, beforeShown?: BeforeShown): Promise<void>;
	/**
	 * Changes the page's `form` while the user types, for hosts that show the change in several steps. Resolves when it is
	 * shown. Without this method, softpost sets the page directly.
	 */
	revise?(change: () => void): Promise<void>;
	/**
	 * Calls `listener` when the user leaves the page for another one (origin or pathname). `byApp` says that the app's code
	 * did it, rather than the user or a result.
	 *
	 * @param from the page that counts as the one to leave. Default: the shown page
	 * @returns the undo
	 */
	onLeave?(listener: (byApp: boolean) => void, from?: URL): () => void;
	/**
	 * Requests a page along with a submission, so that both take one round trip.
	 *
	 * @param wanted  the page that a success will show, or `null`
	 * @param certain whether the result will be applied for certain. A page that may not be used must not have effects
	 */
	askAlong?(wanted: URL | null, certain: boolean): PageAlong;
	/** Only without a host. */
	documents?: DocumentView | undefined;
	/** The decoders of the host's custom types. */
	decoders?: Decoders;
}
