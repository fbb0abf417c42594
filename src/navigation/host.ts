import type { PageStore } from '../page/page-state.ts';
import type { Decoders } from '../protocol/transport.ts';
import type { PageData, PageError } from '../protocol/page-data.ts';
import type { UniversalModule } from '../protocol/universal.ts';
import type { Location } from './history/location.ts';
import type { Held } from './load/held.ts';

/** A route, and the values of its parameters in a URL. */
export interface RouteMatch {
	id: string;
	params: Record<string, string>;
}

/** The functions of a framework with which the router shows pages. */
export interface Host<View> {
	/** Imports the code of a page. Rejects if a deployment has removed it. */
	prepare(page: PageData): Promise<View>;
	/** Preloads the code of a route. */
	prepareCode?(route: RouteMatch): Promise<unknown>;
	/** Makes the view that shows `error` at the nearest boundary of the shown page. */
	prepareError(error: PageError): Promise<View>;
	/** Announces the next view, so that a reset before it already uses that view's values. */
	expect?(view: View): void;
	/** Protects the values of controls from changes by new data, until the undo is called. */
	protect?(controls: Element[]): () => void;
	/** Sets the view to render with the next change of page state. */
	show(view: View): void;
	/** Resolves when the document shows the page state. */
	settled(): Promise<void>;
	/** Captures the snapshots of the shown page's components; `undefined` if there are none. */
	capture?(): unknown[] | undefined;
	/** Restores the snapshots that `capture` returned. */
	restore?(values: unknown[]): void;
	/** Finds the route of a URL without a request; `null` if it is not a page of this app. */
	match?(url: URL): RouteMatch | null;
	/** Whether the app has no page for a URL. Then the browser must load its document. */
	isElsewhere?(url: URL): boolean;
	/** Imports the universal modules of a page, by level; `null` if it has none. */
	universal?(page: PageData): Promise<readonly (UniversalModule | undefined)[]> | null;
	/** Makes the page of a URL from kept data; `null` if it needs a request. */
	local?(url: URL, held: Held): PageData | null;
	/** Turns a thrown value into the error for the boundary. */
	describeError(error: unknown, status: number): PageError;
}

/** The part that universal loads need. */
export type CompletingHost = Pick<Host<unknown>, 'universal' | 'describeError'>;

/** Keeps the user's input while an error boundary replaces the page. */
export interface FieldKeeper {
	/**
	 * Call it before the page is replaced.
	 *
	 * @param elements its forms and controls, if it has been replaced already
	 * @returns a function that drops the input again, if no boundary has replaced the page
	 */
	keep(elements?: Iterable<Element>): () => void;
	/** Call it when the page of a URL is shown: restores the values of its fields. */
	restore(url: URL): void;
	/** Ends it. */
	destroy(): void;
}

/** The parts of a router. */
export interface RouterParts<View> {
	page: PageStore;
	/** The data of the page that is shown first. */
	first: PageData;
	location: Location;
	host: Host<View>;
	fields: FieldKeeper;
	fetch: typeof globalThis.fetch;
	decoders: Decoders;
}
