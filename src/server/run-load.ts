import type { Data, PageData, PageError } from '../protocol/page-data.ts';
import { loadModule, routeChain, type Lazy } from '../protocol/routes.ts';
import type { Exchange } from './event.ts';
import { publicError } from './public-error.ts';
import { isRedirect } from './results.ts';
import type { LayoutModule, RequestEvent, ServerRoutes } from './types.ts';

/** What is known of a page before its loads run: an action's outcome, or an error to show. */
export interface Outcome {
	status?: number;
	form?: unknown;
	error?: PageError | null;
}

/** A module that may have a `load`, where the table has one. */
type Loader = Lazy<LayoutModule> | undefined;

const runLoad = async (
	event: RequestEvent,
	loader: Loader,
	above: readonly Promise<Data | null>[]
): Promise<Data | null> => {
	const module = loader && (await loadModule(loader));
	const parent = async (): Promise<Data> => Object.assign({}, ...(await Promise.all(above)));
	return (await module?.load?.({ ...event, parent })) ?? null;
};

/** Starts all of them at once; `parent()` waits for those above. */
const runLoads = (
	event: RequestEvent,
	loaders: readonly Loader[]
): Promise<PromiseSettledResult<Data | null>[]> => {
	const loads: Promise<Data | null>[] = [];
	for (const loader of loaders) loads.push(runLoad(event, loader, [...loads]));
	return Promise.allSettled(loads);
};

const layoutOf = (routes: ServerRoutes, id: string): Loader =>
	Object.hasOwn(routes, id) ? routes[id]?.layout : undefined;

/** A page with an error in place of what it would show. */
export const withError = (
	page: PageData,
	{ status, error }: { status: number; error: PageError }
): PageData => ({
	...page,
	status,
	error,
	data: null,
	form: null
});

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
	exchange: Exchange,
	{ status = 200, form = null, error = null }: Outcome = {}
): Promise<PageData> => {
	const { site, event, route } = exchange;
	const chain = routeChain(event.route.id, route?.entry);
	const layouts = chain.map((id) => layoutOf(site.routes, id));
	const loads = await runLoads(event, error ? layouts : [...layouts, route?.entry.page]);
	const values = loads.map((load) => (load.status === 'fulfilled' ? load.value : null));
	const page: PageData = {
		route: event.route.id,
		params: event.params,
		status,
		layouts: chain.map((id, depth) => [id, values[depth] ?? null]),
		data: values[chain.length] ?? null,
		error,
		form
	};
	const failed = loads.findIndex((load) => load.status === 'rejected');
	if (failed < 0) return page;
	const { reason } = loads[failed] as PromiseRejectedResult;
	if (isRedirect(reason) && !error) throw reason;
	const met = isRedirect(reason) ? null : await publicError(exchange, reason);
	const above = { ...page, layouts: page.layouts.slice(0, failed) };
	return error || !met ? above : withError(above, met);
};
