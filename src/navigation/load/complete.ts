import type { Data, Fetched, PageData } from '../../protocol/page-data.ts';
import { layoutKey } from '../../protocol/routes.ts';
import { HttpError, Redirect } from '../../protocol/thrown.ts';
import {
	askedWith,
	failedLevel,
	runLevels,
	type Level,
	type Ran,
	type UniversalModule
} from '../../protocol/universal.ts';
import { watched, type Reads } from '../../protocol/watched.ts';
import { PARENT, redirectTarget } from '../../protocol/wire.ts';
import type { Host } from '../host.ts';
import { errorAt, type Landing } from './fetch-page.ts';
import { servedOf } from './held.ts';

/** The inputs of universal loads. */
export interface Completing {
	fetch: typeof globalThis.fetch;
	host: Pick<Host<unknown>, 'describeError'>;
	/** The shown page, whose data may still be valid. */
	shown?: PageData;
	/** Which loads must run again, whatever their dependencies. Default: all. */
	again?: readonly boolean[] | undefined;
}

/** One level of a page, with the server's data. */
interface Part {
	/** `null` for the page itself. */
	id: string | null;
	key: string;
	data: Data | null;
}

const partsOf = (page: PageData): Part[] => {
	const { layouts, data, route, params } = servedOf(page);
	const keyOf = (id: string | null): string => layoutKey(id ?? '', params);
	return [
		...layouts.map(([id, own]) => ({ id, key: keyOf(id), data: own ?? null })),
		{ id: null, key: keyOf(route), data: data ?? null }
	];
};

const hrefOf = (url: URL): string => url.href.split('#')[0]!;

/** A level that is being loaded for a URL. */
interface Due {
	part: Part;
	level: number;
	url: URL;
	/** Whether the data of each level above is new. */
	isNew: readonly boolean[];
}

const isAsGood = ({ key, href, reads }: Ran, { part, url, isNew }: Due): boolean =>
	key === part.key &&
	!(reads.volatile && href !== hrefOf(url)) &&
	!(reads.depends.has(PARENT) && isNew.includes(true));

/** The previous data of a level, if it is still valid. */
const reusable = ({ shown, again }: Completing, due: Due): Ran | null => {
	const { level, part } = due;
	const ran = shown?.served?.ran?.[level];
	if (!shown || !ran || !again || again[level]) return null;
	return partsOf(shown)[level]?.data === part.data && isAsGood(ran, due) ? ran : null;
};

/** Makes the `fetch` of a `load`: it takes URLs relative to the page, and records them as dependencies. */
const noting =
	(fetch: Completing['fetch'], url: URL, reads: Reads): Completing['fetch'] =>
	(input, init) => {
		const target = input instanceof Request ? input : new URL(input, url);
		reads.depends.add(input instanceof Request ? input.url : String(target));
		return fetch(target, init);
	};

const createLevel = (
	load: NonNullable<UniversalModule['load']>,
	{
		page,
		part,
		url,
		ran,
		fetch
	}: { page: PageData; part: Part; url: URL; ran: Ran; fetch: Completing['fetch'] }
): Level => ({
	async run(above) {
		const { params, route } = page;
		const { reads } = ran;
		const event = {
			url,
			params,
			route: { id: route },
			data: part.data,
			fetch: noting(fetch, url, reads),
			setHeaders: () => {}
		};
		const seen = watched(event, part.id ?? route ?? '', reads);
		const parent = (): Promise<Data> => {
			reads.depends.add(PARENT);
			return above();
		};
		// Not spread, because that would read the watched properties.
		const loaded: unknown = await load(
			Object.defineProperty<any>(seen, 'parent', { value: parent })
		);
		return (ran.data = (loaded as Data | undefined) ?? null);
	}
});

/** Plans which levels of a page run, and records the dependencies of those. */
const planLevels = (
	{ url, page }: { url: URL; page: PageData },
	modules: readonly (UniversalModule | undefined)[],
	asking: Completing
): { levels: Level[]; ran: (Ran | null)[] } => {
	const isNew: boolean[] = [];
	const ran: (Ran | null)[] = [];
	const parts = partsOf(page);
	const before = asking.shown && partsOf(asking.shown);
	const levels = modules.map((module, level): Level => {
		const part = parts[level]!;
		const used = module?.load && reusable(asking, { part, level, isNew, url });
		const { load } = module ?? {};
		isNew.push(load ? !used : before?.[level]?.data !== part.data);
		if (!load || used) {
			ran.push(used ?? null);
			return { run: async () => (used ? used.data : part.data) };
		}
		const reads = { volatile: false, depends: new Set<string>() };
		const noted = { key: part.key, href: hrefOf(url), data: null, reads };
		ran.push(noted);
		return createLevel(load, { page, part, url, ran: noted, fetch: asking.fetch });
	});
	return { levels, ran };
};

const follow = ({ location, external }: Redirect, url: URL, shown?: PageData): Landing | URL => {
	const target = redirectTarget(location, url);
	const listed = Array.isArray(external) ? external : [];
	const isAllowed =
		target && (external === true || [url.origin, ...listed].includes(target.origin));
	if (isAllowed) return target;
	return errorAt(
		url,
		shown,
		'external_url',
		`The page redirects to ${location}, which leaves ${url.origin}. To allow it, pass { external: [origin] }`
	);
};

/** The error that users see after a `load` has thrown. */
const shownOf = (reason: unknown, { host }: Completing): Pick<PageData, 'status' | 'error'> => {
	if (reason instanceof HttpError) return { status: reason.status, error: reason.body };
	console.error(reason);
	return { status: 500, error: host.describeError(reason, 500) };
};

/**
 * Runs the universal loads of a page that must run, from the root layout down.
 *
 * @param modules by level; one fewer than levels if an error replaces the page
 * @returns the page with their data, or the target of their redirect
 */
export const complete = async (
	{ url, page }: { url: URL; page: PageData },
	modules: readonly (UniversalModule | undefined)[],
	asking: Completing
): Promise<Landing | URL> => {
	const { levels, ran } = planLevels({ url, page }, modules, asking);
	const results = await runLevels(levels);
	const values = results.map((result) => (result.status === 'fulfilled' ? result.value : null));
	const { layouts, data } = page;
	const completed: PageData = {
		...page,
		layouts: layouts.map(([id, , ...rest], level) => [id, values[level]!, ...rest]),
		data: page.error ? null : values[layouts.length],
		served: { layouts, data, ran }
	};
	const failed = failedLevel(results);
	if (!failed) return { url, page: completed };
	const { level, reason } = failed;
	if (reason instanceof Redirect && !page.error) return follow(reason, url, asking.shown);
	const above = { ...completed, layouts: completed.layouts.slice(0, level) };
	if (page.error) return { url, page: above };
	return { url, page: { ...above, ...shownOf(reason, asking), data: null, form: null } };
};

/** Makes a `fetch` that returns the responses in the document of the first page. */
export const withFetched =
	(fetch: Completing['fetch'], fetched: readonly Fetched[]): Completing['fetch'] =>
	async (input, init) => {
		const asked = askedWith(input, init, new URL(document.baseURI));
		const [, status, type, body] = fetched.find(([known]) => known === asked) ?? [];
		if (status === undefined) return fetch(input, init);
		return new Response(/^(204|205|304)$/.test(String(status)) ? null : body, {
			status,
			headers: { 'content-type': type! }
		});
	};
