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
	/** Runs every `load` again, also those whose data is still good. Default `false`. */
	invalidateAll?: boolean;
	/** `invalidateAll`, `replaceState`, and both `noScroll` and `keepFocus` where it is `false`: their names in SvelteKit 3. */
	refreshAll?: boolean;
	replace?: boolean;
	reset?: boolean;
	/** As `pushState`, and with `replaceState` as `replaceState`: loads nothing. Default `false`. */
	shallow?: boolean;
	/** `page.state` of the new entry. With it, a URL that is shown already gets an entry too. Default `{}`. */
	state?: Record<string, any>;
}

/** What a page loaded ahead is; `status` is 0 where there was none to load. */
export type Preloaded =
	| { type: 'loaded'; status: number; data: Record<string, unknown> }
	| { type: 'redirect'; location: string };

/** What an applied result adds to a navigation that shows it. */
export interface Outcome {
	form: unknown;
	status: number;
}

/**
 * Called just before new data is shown, and in the same task.
 *
 * @returns the controls that users have edited since: the data is not to overwrite them
 */
export type BeforeShown = () => Promise<Element[]>;

/** A submission in a page without a host, which becomes a document of what the server answers. */
export interface DocumentVisit {
	/** Why the browser has to send it: no document can be made in the place of the shown one. */
	whyNative(): Promise<string | null>;
	/**
	 * Reads a response that is no data.
	 *
	 * @returns what it comes to, or its text where that may be an action result; nothing where what makes
	 * documents could not be loaded
	 */
	receive(response: Response, action: URL): Promise<Received | string | undefined>;
	/** Says what users should know of a failed request, above a server that may run it twice. */
	explain(error: SoftpostError, action: URL): Promise<SoftpostError>;
	/** Call it when the submission is over. */
	stop(): void;
}

/** What shows responses where there is no host. */
export interface DocumentView {
	/** What forms ask for (the `accept` header). */
	accept: string;
	/** Why a form is the browser's, as far as that is known yet. */
	whyNative(): string | null;
	/** Prepares a form that may be submitted. */
	prepare(form: HTMLFormElement): void;
	/** Begins a submission, in its event. */
	begin(form: HTMLFormElement): DocumentVisit;
}

/** What the rest of the browser half asks of the part that shows pages. A host brings a router. */
export interface Navigator {
	/** The URL that is shown. */
	here(): URL;
	/**
	 * Goes to a URL that is known to be http(s), also of another origin.
	 *
	 * @param outcome the result that the page is to show
	 * @param byApp   whether the app's code asks for it, and not a result
	 */
	goto(url: URL, options?: GotoOptions, outcome?: Outcome, byApp?: boolean): Promise<void>;
	/**
	 * Shows the nearest error boundary, unless that is late when its code is there; without a host, the error
	 * at the form.
	 */
	showError(
		error: unknown,
		status: number,
		isLate?: () => boolean,
		form?: HTMLFormElement
	): Promise<void>;
	/**
	 * Runs the page's `load` functions again, and shows `outcome` together with what they return. An outcome
	 * that is late when the data arrives is left out: the page shows a newer one.
	 *
	 * @param edited the controls of the submitted form that the user has edited since
	 */
	invalidateAll?(
		outcome?: Outcome,
		isLate?: () => boolean,
		beforeShown?: BeforeShown,
		edited?: () => Element[]
	): Promise<void>;
	/** Runs those `load` functions of the page again that depend on a URL that `isStale` answers `true` for. */
	refresh?(isStale: (url: URL) => boolean): Promise<void>;
	/** Loads a page ahead; see `preloadData`. */
	preload?(url: URL): Promise<Preloaded>;
	/** Loads the code of a page ahead; see `preloadCode`. */
	preloadCode?(url: URL): Promise<void>;
	/** Adds or changes a history entry for the page that is shown, with a state, and loads nothing. */
	shallow?(replace: boolean, url: URL, state: Record<string, any>): void;
	/** Makes a change to page state that the document is to show; resolves when it does. */
	show?(change: () => void, beforeShown?: BeforeShown): Promise<void>;
	/**
	 * Changes the page's `form` while its user types, where the host shows that in more than one step; resolves when it
	 * is shown. Without it, the page is set.
	 */
	revise?(change: () => void): Promise<void>;
	/**
	 * Calls `listener` when the page is left for another one (origin or pathname). `byApp` says that the
	 * app's code leaves it, and not the user or a result.
	 *
	 * @returns the undo
	 */
	onLeave?(listener: (byApp: boolean) => void): () => void;
	/**
	 * Asks for a page along with a submission, so that both take one round trip.
	 *
	 * @param wanted  the page that a success will show; `null` asks for none
	 * @param certain whether the result will be applied: a page that may not be used must not have effects
	 */
	askAlong?(wanted: URL | null, certain: boolean): PageAlong;
	/** Only where there is no host. */
	documents?: DocumentView | undefined;
	/** How the host's custom types are read. */
	decoders?: Decoders;
}
