import type { Data, PageData, PageError } from '../../protocol/page-data.ts';
import { layoutKey, loadModule, routeChain, type Lazy } from '../../protocol/routes.ts';
import type { Exchange } from '../visit/exchange.ts';
import { publicError } from './public-error.ts';
import { isRedirect } from '../thrown.ts';
import { watched } from './watched-event.ts';
import type { LayoutModule, RequestEvent, ServerLoadEvent, ServerRoutes } from '../types.ts';

/** What is known of a page before its loads run: an action's outcome, or an error to show. */
export interface Outcome {
	status?: number;
	form?: unknown;
	error?: PageError | null;
}

/** A module that may have a `load`, where the table has one. */
type Loader = Lazy<LayoutModule> | undefined;

/** One `load` of a page. */
interface Load {
	/** Runs it, once. */
	run(): Promise<Data | null>;
	/** The client holds its data; it runs only for a `parent()` below it. */
	held: boolean;
	/** Whether it has read something that a page below may change. */
	volatile: boolean;
}

const runLoad = async (
	event: RequestEvent,
	loader: Loader,
	above: readonly Load[]
): Promise<Data | null> => {
	const module = loader && (await loadModule(loader));
	const parent = async (): Promise<Data> =>
		Object.assign({}, ...(await Promise.all(above.map(({ run }) => run()))));
	// Not spread, because that would read what is watched.
	return (
		(await module?.load?.(
			Object.defineProperty(event, 'parent', { value: parent }) as ServerLoadEvent
		)) ?? null
	);
};

const createLoad = (
	event: RequestEvent,
	loader: Loader,
	above: readonly Load[],
	id?: string,
	held = false
): Load => {
	let running: Promise<Data | null> | undefined;
	const load: Load = {
		held,
		volatile: false,
		run: () => (running ??= runLoad(seen, loader, above))
	};
	const seen = id === undefined ? { ...event } : watched(event, id, () => (load.volatile = true));
	return load;
};

const createLoads = (
	{ site, event, route, wanted }: Exchange,
	chain: readonly string[]
): Load[] => {
	const loads: Load[] = [];
	for (const id of chain) {
		const isHeld = wanted.held.includes(layoutKey(id, event.params));
		loads.push(createLoad(event, layoutOf(site.routes, id), [...loads], id, isHeld));
	}
	return [...loads, createLoad(event, route?.entry.page, loads)];
};

/** Starts all of them at once; `parent()` waits for those above. */
const runLoads = (
	loads: readonly Load[]
): Promise<PromiseSettledResult<Data | null | undefined>[]> =>
	Promise.allSettled(loads.map(async ({ held, run }) => (held ? undefined : run())));

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
	const { event, route } = exchange;
	const chain = routeChain(event.route.id, route?.entry);
	const loads = createLoads(exchange, chain);
	const results = await runLoads(error ? loads.slice(0, -1) : loads);
	const values = results.map((load) => (load.status === 'fulfilled' ? load.value : null));
	const page: PageData = {
		route: event.route.id,
		params: event.params,
		status,
		layouts: chain.map((id, depth) =>
			loads[depth]?.volatile ? [id, values[depth], true] : [id, values[depth]]
		),
		data: values[chain.length] ?? null,
		error,
		form
	};
	const failed = results.findIndex((load) => load.status === 'rejected');
	if (failed < 0) return page;
	const { reason } = results[failed] as PromiseRejectedResult;
	if (isRedirect(reason) && !error) throw reason;
	const met = isRedirect(reason) ? null : await publicError(exchange, reason);
	const above = { ...page, layouts: page.layouts.slice(0, failed) };
	return error || !met ? above : withError(above, met);
};
