import { fetchPage } from '../navigation/load/fetch-page.ts';
import { createComplete } from '../navigation/load/load-page.ts';
import { browserPage } from '../page/browser-page.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageData } from '../protocol/page-data.ts';
import { decodersOf } from '../protocol/transport.ts';
import { createDescribeError } from './describe-error.ts';
import { importUniversal } from './route-code.ts';
import type { StartOptions } from './start.ts';

/** Requests the data of the first page, which the server has not rendered. */
export const askForPage = async ({ transport }: StartOptions): Promise<PageData> => {
	const decoders = decodersOf(transport);
	const { page } = await fetchPage(new URL(location.href), { fetch, decoders });
	if (page) return page;
	throw new SoftpostError(
		'hydration_data',
		`No page data for ${location.pathname}. Serve the page with createApp`
	);
};

/** Runs the universal loads of the first page, with the responses that they have read on the server. */
export const completeFirst = async (
	{ routes, handleError }: StartOptions,
	served: PageData
): Promise<PageData> => {
	const { document: sent, ...page } = served;
	const { fetched } = sent ?? {};
	const read =
		fetched && (await import('../navigation/load/complete.ts')).withFetched(fetch, fetched);
	const host = {
		universal: (source: PageData) => importUniversal(routes, source),
		describeError: createDescribeError(browserPage, handleError)
	};
	const complete = createComplete(host, read ?? fetch);
	const landing = await complete({ url: browserPage.current.url, page }, {});
	if (!(landing instanceof URL) && landing.page) return landing.page;
	location.replace(landing instanceof URL ? landing : landing.url);
	// The document is being left.
	return new Promise(() => {});
};
