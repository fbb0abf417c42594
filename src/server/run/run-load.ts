import {
	merged,
	type Data,
	type LayoutData,
	type PageData,
	type PageError
} from '../../protocol/page-data.ts';
import {
	layoutKey,
	loadModule,
	routeChain,
	serverModule,
	type Lazy
} from '../../protocol/routes.ts';
import { watched, type Reads } from '../../protocol/watched.ts';
import { HELD_PAGE, PARENT } from '../../protocol/wire.ts';
import { handedOut } from '../handed-out.ts';
import type { Exchange } from '../visit/exchange.ts';
import { isAborted, publicError } from './public-error.ts';
import { completePage } from './complete-page.ts';
import { checkOptions } from './page-options.ts';
import { withEvent } from '../request-scope.ts';
import { isRedirect } from '../thrown.ts';
import { assertData } from './unserializable.ts';
import type { LayoutModule, ServerLoadEvent, ServerRoutes } from '../types.ts';

/** What is known about a page before its loads run: an action's outcome, or an error to show. */
interface Shown {
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
	reads: Reads;
}

const runLoad = async (
	event: ReturnType<typeof watched>,
	{ loader, name }: { loader: Loader; name: string },
	above: readonly Load[],
	{ depends }: Reads
): Promise<Data | null> => {
	const module = loader && (await loadModule(loader));
	if (module) checkOptions(module, name);
	const parent = (): Promise<Data> => {
		depends.add(PARENT);
		const loaded = Promise.all(above.map(({ run }) => run()));
		return handedOut(loaded.then(merged));
	};
	// Not spread, because that would read what is watched.
	const seen = Object.defineProperty(event, 'parent', { value: parent }) as ServerLoadEvent;
	const data = (await withEvent(seen, () => module?.load?.(seen))) ?? null;
	assertData(`${name}: its load`, data);
	return data;
};

/**
 * @param id the layout's, `null` for the page's own
 */
const createLoad = (
	{ event, wanted }: Exchange,
	loader: Loader,
	above: readonly Load[],
	id: string | null
): Load => {
	let running: Promise<Data | null> | undefined;
	const reads: Reads = { volatile: false, depends: new Set() };
	const seen = watched(event, id, reads);
	const name = id === null ? `The page ${event.route.id}` : `The layout ${id}`;
	return {
		held: wanted.held.includes(id === null ? HELD_PAGE : layoutKey(id, event.params)),
		reads,
		run: () => (running ??= runLoad(seen, { loader, name }, above, reads))
	};
};

const createLoads = (exchange: Exchange, chain: readonly string[]): Load[] => {
	const { site, route } = exchange;
	const loads: Load[] = [];
	for (const id of chain)
		loads.push(createLoad(exchange, layoutOf(site.routes, id), [...loads], id));
	return [
		...loads,
		createLoad(exchange, route ? serverModule(route.entry, 'page') : undefined, loads, null)
	];
};

/** Starts all of them at once; `parent()` waits for those above. */
const runLoads = (loads: readonly Load[]): Promise<Loaded[]> =>
	Promise.allSettled(loads.map(async ({ held, run }) => (held ? undefined : run())));

const layoutOf = (routes: ServerRoutes, id: string): Loader =>
	Object.hasOwn(routes, id) ? serverModule(routes[id]!, 'layout') : undefined;

const dependsOf = ({ depends }: Reads): { depends?: string[] } =>
	depends.size ? { depends: [...depends] } : {};

/** As short as can be: most loads neither read the URL nor depend on anything. Without its data if the client holds it. */
const layoutData = (
	id: string,
	data: Data | null | undefined,
	{ volatile, depends }: Reads
): LayoutData => {
	if (data === undefined) return [id];
	if (depends.size) return [id, data, volatile, [...depends]];
	return volatile ? [id, data, true] : [id, data];
};

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

type Loaded = PromiseSettledResult<Data | null | undefined>;

const pageOf = (
	{ event }: Exchange,
	chain: readonly string[],
	loads: readonly Load[],
	results: readonly Loaded[]
): Omit<PageData, 'status' | 'error' | 'form'> => {
	const values = results.map((load) => (load.status === 'fulfilled' ? load.value : null));
	const own = loads.at(-1)!;
	return {
		route: event.route.id,
		params: event.params,
		layouts: chain.map((id, depth) => layoutData(id, values[depth], loads[depth]!.reads)),
		...(!own.held && { data: values[chain.length] ?? null }),
		...dependsOf(own.reads)
	};
};

/** What is left of a page when a `load` has thrown: the layouts above it. */
const withoutFailed = async (
	exchange: Exchange,
	page: PageData,
	results: readonly Loaded[]
): Promise<PageData> => {
	const failed = results.findIndex((load) => load.status === 'rejected');
	if (failed < 0) return page;
	const { reason } = results[failed] as PromiseRejectedResult;
	const ends = isRedirect(reason) ? !page.error : isAborted(exchange, reason);
	if (ends) throw reason;
	const met = isRedirect(reason) ? null : await publicError(exchange, reason);
	const above = { ...page, layouts: page.layouts.slice(0, failed) };
	return page.error || !met ? above : withError(above, met);
};

/**
 * Runs every `load` of a page, from the root layout down.
 *
 * An error in the page's own `load` leaves all layouts, one in a layout's those above it. With an
 * `error` from elsewhere the page's own `load` does not run, and whatever the layouts' throw, a
 * redirect too, the page stays about that error.
 *
 * @throws {Redirect} when a `load` throws one
 * @throws the error of a `load` that ended because the client is gone, and nothing else
 */
export const loadPage = async (
	exchange: Exchange,
	{ status = 200, form = null, error = null }: Shown = {}
): Promise<PageData> => {
	const chain = routeChain(exchange.event.route.id, exchange.route?.entry);
	const loads = createLoads(exchange, chain);
	const results = await runLoads(error ? loads.slice(0, -1) : loads);
	const page = { ...pageOf(exchange, chain, loads, results), status, error, form };
	const whole = await withoutFailed(exchange, page, results);
	return exchange.wanted.answer === 'html' ? completePage(exchange, whole) : whole;
};
