import type { PageStore } from '../page/page-state.ts';
import type { Decoders } from '../protocol/transport.ts';
import type { PageData, PageError } from '../protocol/page-data.ts';
import type { UniversalModule } from '../protocol/universal.ts';
import type { Location } from './history/location.ts';
import type { Held } from './load/held.ts';

/** A route, and what its parameters are in a URL. */
export interface RouteMatch {
	id: string;
	params: Record<string, string>;
}

/** What a framework brings, so that the router can show pages with it. */
export interface Host<View> {
	/** Imports the code of a page. Rejects where a deployment took it away. */
	prepare(page: PageData): Promise<View>;
	/** Imports the code of a route ahead of time. */
	prepareCode?(route: RouteMatch): Promise<unknown>;
	/** The view that shows `error` at the nearest boundary of the page that is shown. */
	prepareError(error: PageError): Promise<View>;
	/** Tells the view that comes next, so that a reset before leads to what it shows. */
	expect?(view: View): void;
	/** Leaves controls as they are, whatever is shown from now on, until the undo is called. */
	protect?(controls: Element[]): () => void;
	/** Makes a view the one to be rendered with the next change of page state. */
	show(view: View): void;
	/** Resolves when the document shows what page state holds. */
	settled(): Promise<void>;
	/** What the components of the shown page capture of themselves; nothing where none of them does. */
	capture?(): unknown[] | undefined;
	/** Hands components what they captured, as `capture` returned it. */
	restore?(values: unknown[]): void;
	/** Finds the route of a URL without asking the server; `null` for what is not a page of this app. */
	match?(url: URL): RouteMatch | null;
	/** Imports the universal modules of a page, by level; `null` where it has none. */
	universal?(page: PageData): Promise<readonly (UniversalModule | undefined)[]> | null;
	/** Makes the page of a URL of what is held, where nothing of it has to be asked for. */
	local?(url: URL, held: Held): PageData | null;
	/** Turns what was thrown into what the boundary shows. */
	describeError(error: unknown, status: number): PageError;
}

/** Keeps what users have filled in while an error boundary stands in the place of their page. */
export interface FieldKeeper {
	/**
	 * Call it before what is shown gives way.
	 *
	 * @returns what forgets it again, where no boundary has taken its place
	 */
	keep(): () => void;
	/** Call it when the page of a URL is shown: its fields hold what they held before. */
	restore(url: URL): void;
	/** Ends it. */
	destroy(): void;
}

/** What a router is made of. */
export interface RouterParts<View> {
	page: PageStore;
	/** What the page that is shown now was made from. */
	first: PageData;
	location: Location;
	host: Host<View>;
	fields: FieldKeeper;
	fetch: typeof globalThis.fetch;
	decoders: Decoders;
}
