import { createClock } from '../../page/clock.ts';
import type { FreshPage } from '../../protocol/page-data.ts';
import { MAYBE, PAGE_DATA_HEADER } from '../../protocol/wire.ts';
import { isSamePage } from '../intent.ts';

/** One submission's page, which the server is asked to send along with the result. */
export interface PageAlong {
	/** Asks for the page. */
	readonly headers: Record<string, string>;
	/** Takes the page that the response brought for `url`, if any. */
	arrive(url: URL, page: FreshPage | undefined): void;
	/** Ends it with its submission: a page that no one has shown by then is forgotten. */
	drop(): void;
}

/** The pages that come along: each belongs to its submission, and is for the first that shows its URL. */
export interface PagesAlong {
	ask(wanted: URL | null, certain: boolean): PageAlong;
	/** The page that has come for a URL, as new as one that would be asked for now. */
	take(url: URL): FreshPage | undefined;
	/** Begins to watch: what it returns says whether page data that is had now has become old. */
	since(): () => boolean;
	/** Notes that page data is asked for, or has arrived: a page that came before may be older. */
	touch(): void;
}

interface Arrived {
	url: URL;
	page: FreshPage;
	isOld: () => boolean;
}

/**
 * Ticks with everything that may make a page's data old: a request that is sent, a response, a refresh.
 * One for all routers and instances, since they share a server.
 */
const traffic = /* @__PURE__ */ createClock();

export const createPagesAlong = (): PagesAlong => {
	let arrived: Arrived | undefined;
	return {
		ask(wanted, certain) {
			traffic.tick();
			const overlaps = traffic.since();
			let mine: Arrived | undefined;
			return {
				headers: wanted
					? { [PAGE_DATA_HEADER]: (certain ? '' : MAYBE) + wanted.pathname + wanted.search }
					: {},
				arrive(url, page) {
					// What another submission did in the meantime, or a refresh has brought, may not be in it.
					const alone = !overlaps();
					traffic.tick();
					if (wanted && page && alone) arrived = mine = { url, page, isOld: traffic.since() };
				},
				drop() {
					if (arrived === mine) arrived = undefined;
				}
			};
		},
		take(url) {
			const found =
				arrived && isSamePage(arrived.url, url) && !arrived.isOld() ? arrived : undefined;
			arrived = undefined;
			return found?.page;
		},
		since: traffic.since,
		touch: traffic.tick
	};
};
