import { createClock } from '../../page/clock.ts';
import type { FreshPage } from '../../protocol/page-data.ts';
import { MAYBE, PAGE_DATA_HEADER } from '../../protocol/wire.ts';
import { isSamePage } from '../same-page.ts';

/** The page that the server should send along with the result of one submission. */
export interface PageAlong {
	/** The request headers that ask for the page. */
	readonly headers: Record<string, string>;
	/** Keeps the page that the response has brought for `url`, if any. */
	arrive(url: URL, page: FreshPage | undefined): void;
	/** Call it when the submission ends: drops a page that was not shown. */
	drop(): void;
}

/** The pages that come along. Each belongs to a submission, and is used once, by the first code that shows its URL. */
export interface PagesAlong {
	ask(wanted: URL | null, certain: boolean): PageAlong;
	/** Takes the page that has come along for a URL, if it is as new as a page that would be requested now. */
	take(url: URL): FreshPage | undefined;
	/** Starts to watch: the predicate returns whether page data loaded now has become old. */
	since(): () => boolean;
	/** Records that page data was requested or has arrived: a page that came along before may be older. */
	touch(): void;
}

interface Arrived {
	url: URL;
	page: FreshPage;
	isOld: () => boolean;
}

/**
 * Ticks with every event that may make a page's data old: a request, a response, a refresh. All routers and instances
 * use the same clock, since they use the same server.
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
					// After another submission or a refresh in the meantime, the page may be outdated.
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
