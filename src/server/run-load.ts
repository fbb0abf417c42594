import type { Data, PageData, PageError } from '../protocol/page-data.ts';
import { loadModule, routeChain, type Lazy } from '../protocol/routes.ts';
import type { Exchange, Site } from './event.ts';
import { publicError } from './public-error.ts';
import { isRedirect } from './results.ts';
import type { LayoutModule, RequestEvent } from './types.ts';

/** What is known of a page before its loads run: an action's outcome, or an error to show. */
export interface Outcome {
	status?: number;
	form?: unknown;
	error?: PageError | null;
}

type Loads = readonly Promise<Data | null>[];

const runLoad = async (
	event: RequestEvent,
	lazy: Lazy<LayoutModule> | undefined,
	above: Loads
): Promise<Data | null> => {
	const { load } = lazy ? await loadModule(lazy) : ({} as LayoutModule);
	const parent = async (): Promise<Data> => Object.assign({}, ...(await Promise.all(above)));
	return (await load?.({ ...event, parent })) ?? null;
};

/** Starts all of them at once; `parent()` waits for those above. */
const startLoads = (event: RequestEvent, modules: readonly (Lazy<LayoutModule> | undefined)[]): Loads => {
	const loads: Promise<Data | null>[] = [];
	for (const lazy of modules) loads.push(runLoad(event, lazy, [...loads]));
	return loads;
};

const layoutOf = ({ routes }: Site, id: string): Lazy<LayoutModule> | undefined =>
	Object.hasOwn(routes, id) ? routes[id]?.layout : undefined;

/**
 * Runs every `load` of a page, from the root layout down.
 *
 * An error in the page's own `load` leaves all layouts, one in a layout's those above it. With an
 * `error` from elsewhere the page's own `load` does not run, and whatever the layouts' throw, a
 * redirect too, the page stays about that error.
 *
 * @throws {Redirect} when a `load` throws one, and nothing else
 */
export const loadPage = async (
	site: Site,
	exchange: Exchange,
	{ status = 200, form = null, error = null }: Outcome = {}
): Promise<PageData> => {
	const { event, route } = exchange;
	const chain = routeChain(route?.id ?? null, route?.entry);
	const layouts = chain.map((id) => layoutOf(site, id));
	const loads = startLoads(event, error ? layouts : [...layouts, route?.entry.page]);
	const settled = await Promise.allSettled(loads);
	const values = settled.map((load) => (load.status === 'fulfilled' ? load.value : null));

	const page: PageData = {
		route: route?.id ?? null,
		params: event.params,
		status,
		layouts: chain.map((id, depth) => [id, values[depth] ?? null]),
		data: values[chain.length] ?? null,
		error,
		form: error ? null : form
	};
	const failed = settled.findIndex((load) => load.status === 'rejected');
	if (failed < 0) return page;
	const { reason } = settled[failed] as PromiseRejectedResult;
	const above = { ...page, layouts: page.layouts.slice(0, failed) };
	if (isRedirect(reason)) {
		if (error) return above;
		throw reason;
	}
	const met = await publicError(site, exchange, reason);
	return error ? above : { ...above, ...withError(met) };
};

/** The part of a page that an error changes. */
export const withError = ({ status, error }: { status: number; error: PageError }): Pick<PageData, 'status' | 'error' | 'data' | 'form'> =>
	({ status, error, data: null, form: null });
