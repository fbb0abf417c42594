import type { Data, DocumentData, Fetched, PageData } from '../../protocol/page-data.ts';
import { loadModule, routeChain, serverModule, type Lazy } from '../../protocol/routes.ts';
import {
	failedLevel,
	runLevels,
	type Level,
	type LoadEvent,
	type PageOptions,
	type UniversalModule
} from '../../protocol/universal.ts';
import { withEvent } from '../request-scope.ts';
import { isRedirect } from '../thrown.ts';
import type { ServerRoute } from '../types.ts';
import type { Exchange } from '../visit/exchange.ts';
import { checkOptions } from './page-options.ts';
import { isAborted, publicError } from './public-error.ts';
import { recordingFetch } from './recorded-fetch.ts';
import { ignoreRejections } from './unserializable.ts';

/** One level of a route: its two modules, and its name in messages. */
interface Source {
	server: Lazy<PageOptions> | undefined;
	universal: Lazy<UniversalModule> | undefined;
	name: string;
}

const sourcesOf = ({ site, route, event }: Exchange, { layouts, error }: PageData): Source[] => {
	const entryOf = (id: string): ServerRoute =>
		(Object.hasOwn(site.routes, id) && site.routes[id]) || {};
	const chain = routeChain(event.route.id, route?.entry).slice(0, layouts.length);
	const sources = chain.map((id): Source => {
		const entry = entryOf(id);
		return {
			server: serverModule(entry, 'layout'),
			universal: (entry.universal ?? site.render?.universal?.(id))?.layout,
			name: `The layout ${id}`
		};
	});
	if (error) return sources;
	const entry = route?.entry ?? {};
	const name = `The page ${event.route.id}`;
	const { page: universal } =
		entry.universal ?? site.render?.universal?.(event.route.id ?? '') ?? {};
	return [...sources, { server: serverModule(entry, 'page'), universal, name }];
};

/** Merges page options by level: the lowest level takes precedence. */
const optionsOf = (modules: readonly (PageOptions | undefined)[]): DocumentData => {
	const said = Object.assign(
		{},
		...modules.map((module) => ({
			...(module?.ssr !== undefined && { ssr: module.ssr }),
			...(module?.csr !== undefined && { csr: module.csr })
		}))
	) as PageOptions;
	return { ...(said.ssr === false && { ssr: false }), ...(said.csr === false && { csr: false }) };
};

const createLevel = (
	{ event }: Exchange,
	load: UniversalModule['load'],
	served: Data | null,
	fetch: LoadEvent['fetch']
): Level => ({
	async run(parent) {
		if (!load) return served;
		const { params, route, setHeaders } = event;
		const seen: LoadEvent = {
			data: served,
			// A copy, because the load may change it.
			url: new URL(event.url),
			params,
			route,
			fetch,
			setHeaders,
			parent,
			// The browser runs the load again, and records its dependencies then.
			depends: () => {},
			untrack: (read) => read()
		};
		const data = ((await withEvent(event, () => load(seen))) as Data | undefined) ?? null;
		ignoreRejections(data);
		return data;
	}
});

/** Replaces a module that cannot be imported: its `load` throws. */
const failing = (thrown: unknown): UniversalModule => ({
	load() {
		throw thrown;
	}
});

/** Puts the data of all levels into a page. */
const withData = (page: PageData, data: readonly (Data | null)[]): PageData => {
	const { layouts } = page;
	return {
		...page,
		layouts: layouts.map(([id, , ...rest], level) => [id, data[level]!, ...rest]),
		data: page.error ? null : data[layouts.length],
		served: { layouts, data: page.data }
	};
};

/** Runs the universal loads of a page on the data of its server loads. */
const runUniversal = async (
	exchange: Exchange,
	page: PageData,
	loads: readonly UniversalModule['load'][]
): Promise<PageData> => {
	const fetched: Fetched[] = [];
	const fetch = recordingFetch(exchange, fetched);
	const served = [...page.layouts.map(([, data]) => data ?? null), page.data ?? null];
	const results = await runLevels(
		loads.map((load, level) => createLevel(exchange, load, served[level] ?? null, fetch))
	);
	const values = results.map((result) => (result.status === 'fulfilled' ? result.value : null));
	const document = fetched.length && { document: { ...page.document, fetched } };
	const complete = withData({ ...page, ...document }, values);
	const failed = failedLevel(results);
	if (!failed) return complete;
	const { level, reason } = failed;
	if (isRedirect(reason) ? !page.error : isAborted(exchange, reason)) throw reason;
	const above = { ...complete, layouts: complete.layouts.slice(0, level) };
	if (page.error || isRedirect(reason)) return above;
	const { status, error } = await publicError(exchange, reason);
	return { ...above, status, error, data: null, form: null };
};

/**
 * Completes a page for a document: its options, and the data of its universal loads.
 *
 * @throws {Redirect} when a `load` throws one
 */
export const completePage = async (exchange: Exchange, page: PageData): Promise<PageData> => {
	const sources = sourcesOf(exchange, page);
	const [servers, universals] = await Promise.all([
		Promise.all(sources.map(({ server }) => server && loadModule(server).catch(() => undefined))),
		Promise.all(sources.map(({ universal }) => universal && loadModule(universal).catch(failing)))
	]);
	for (const [level, module] of universals.entries())
		if (module) checkOptions(module, sources[level]!.name, true);
	const document = optionsOf(sources.flatMap((_, level) => [servers[level], universals[level]]));
	const prepared = Object.keys(document).length ? { ...page, document } : page;
	const loads = universals.map((module) => module?.load);
	const isDue = document.ssr !== false && loads.some(Boolean);
	return isDue ? runUniversal(exchange, prepared, loads) : prepared;
};
