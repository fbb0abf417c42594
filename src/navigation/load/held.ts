import type { LayoutData, PageData } from '../../protocol/page-data.ts';
import { layoutKey } from '../../protocol/routes.ts';
import { HELD_PAGE, PARENT } from '../../protocol/wire.ts';

/** The data of the shown page that need not be loaded again. */
export interface Held {
	/** Layouts by key. */
	layouts: Map<string, LayoutData>;
	/** The page itself, if its own data is still valid. */
	page?: PageData;
}

/** All loads run again, except those of layouts whose data is valid for other pages too. */
export const ELSEWHERE = 'elsewhere';

/** Which loads must run: a list, from the root layout down, or {@link ELSEWHERE}. */
export type Stale = readonly boolean[] | typeof ELSEWHERE;

const layoutsOf = (
	{ layouts, params }: PageData,
	isHeld: (layout: LayoutData, level: number) => boolean
): Held['layouts'] =>
	new Map(layouts.filter(isHeld).map((layout) => [layoutKey(layout[0], params), layout] as const));

/** The page with the server's data, before universal loads changed it. */
export const servedOf = (page: PageData): PageData =>
	page.served ? { ...page, layouts: page.served.layouts, data: page.served.data } : page;

/** The data that is valid for other pages too: layouts that do not depend on the URL. */
export const heldElsewhere = (page: PageData): Held => ({
	layouts: layoutsOf(servedOf(page), ([, , volatile]) => !volatile)
});

/**
 * Decides which loads of a page must run again, from the root layout down; the last one is the page's own.
 *
 * @param isStale whether the data at a URL has changed
 */
export const staleLoads = (
	{ layouts, depends }: PageData,
	isStale: (url: URL) => boolean
): boolean[] => {
	const stale: boolean[] = [];
	for (const names of [...layouts.map((layout) => layout[3]), depends]) {
		const isHit = (name: string): boolean =>
			name === PARENT ? stale.includes(true) : isStale(new URL(name));
		// `filter`, so that every name is checked, even after a hit.
		stale.push((names ?? []).filter(isHit).length > 0);
	}
	return stale;
};

/** The loads of the shown page that are old; without a list, all of them. */
export interface Old {
	/** The server loads, by level. */
	stale: readonly boolean[] | undefined;
	/** The universal loads, by level. */
	again: readonly boolean[] | undefined;
}

const either = (one: Old['stale'], other: Old['stale']): Old['stale'] =>
	one && other && one.map((old, level) => old || !!other[level]);

/** Merges two descriptions of old loads. */
export const addOld = (before: Old | undefined, old: Old): Old =>
	before ? { stale: either(before.stale, old.stale), again: either(before.again, old.again) } : old;

/**
 * Finds the loads that depend on stale data.
 *
 * @param isStale whether the data at a URL has changed
 * @returns `null` if there are none
 */
export const oldBecause = (page: PageData, isStale: (url: URL) => boolean): Old | null => {
	const stale = staleLoads(page, isStale);
	const ran = page.served?.ran ?? [];
	// Whether data above has changed is checked when they would run.
	const again = stale.map((_, level) =>
		[...(ran[level]?.reads.depends ?? [])].some((name) => name !== PARENT && isStale(new URL(name)))
	);
	return [...stale, ...again].includes(true) ? { stale, again } : null;
};

/** The data of a page that need not be loaded again when some of its loads must run. */
export const heldBeside = (page: PageData, stale: readonly boolean[]): Held => ({
	layouts: layoutsOf(servedOf(page), (_, level) => !stale[level]),
	...(!stale.at(-1) && { page: servedOf(page) })
});

/** The header value that lists the kept data. */
export const heldKeys = ({ layouts, page }: Held): string =>
	[...layouts.keys(), ...(page ? [HELD_PAGE] : [])].join();

/** Fills in the kept data that the server has omitted. */
export const withHeld = (page: PageData, held: Held): PageData => ({
	...page,
	...(page.data === undefined && held.page && { data: held.page.data, ...dependsOf(held.page) }),
	layouts: page.layouts.map((layout) =>
		layout[1] === undefined
			? (held.layouts.get(layoutKey(layout[0], page.params)) ?? layout)
			: layout
	)
});

const dependsOf = ({ depends }: PageData): Pick<PageData, 'depends'> =>
	depends ? { depends } : {};
