import type { LayoutData, PageData } from '../../protocol/page-data.ts';
import { layoutKey } from '../../protocol/routes.ts';
import { HELD_PAGE, PARENT } from '../../protocol/wire.ts';

/** The data of the page that is shown which need not be loaded again. */
export interface Held {
	/** By key. */
	layouts: Map<string, LayoutData>;
	/** The page itself, where its own data is as good as ever. */
	page?: PageData;
}

/** What may run again: all but layouts whose data is as good for another page. */
export const ELSEWHERE = 'elsewhere';

/** Which loads have to run: those of a list, from the root layout down, or {@link ELSEWHERE}. */
export type Stale = readonly boolean[] | typeof ELSEWHERE;

const layoutsOf = (
	{ layouts, params }: PageData,
	isHeld: (layout: LayoutData, level: number) => boolean
): Held['layouts'] =>
	new Map(layouts.filter(isHeld).map((layout) => [layoutKey(layout[0], params), layout] as const));

/** A page as the server had it, before universal loads made other data of it. */
export const servedOf = (page: PageData): PageData =>
	page.served ? { ...page, layouts: page.served.layouts, data: page.served.data } : page;

/** What is as good for any other page: layouts whose data does not belong to the URL. */
export const heldElsewhere = (page: PageData): Held => ({
	layouts: layoutsOf(servedOf(page), ([, , volatile]) => !volatile)
});

/**
 * Which loads of a page have to run again, from the root layout down; the last one is the page's own.
 *
 * @param isStale whether what has this URL has changed
 */
export const staleLoads = (
	{ layouts, depends }: PageData,
	isStale: (url: URL) => boolean
): boolean[] => {
	const stale: boolean[] = [];
	for (const names of [...layouts.map((layout) => layout[3]), depends]) {
		const isHit = (name: string): boolean =>
			name === PARENT ? stale.includes(true) : isStale(new URL(name));
		// Each is asked about, also after one that has changed.
		stale.push((names ?? []).filter(isHit).length > 0);
	}
	return stale;
};

/** What of the shown page is old: some of its loads, or without a list all. */
export interface Old {
	/** By level, the server's own loads. */
	stale: readonly boolean[] | undefined;
	/** By level, the universal loads. */
	again: readonly boolean[] | undefined;
}

const either = (one: Old['stale'], other: Old['stale']): Old['stale'] =>
	one && other && one.map((old, level) => old || !!other[level]);

/** Adds what a refresh is to load to what was old before. */
export const addOld = (before: Old | undefined, old: Old): Old =>
	before ? { stale: either(before.stale, old.stale), again: either(before.again, old.again) } : old;

/**
 * Which of its loads depend on something that is stale.
 *
 * @param isStale whether what has this URL has changed
 * @returns `null` where none does
 */
export const oldBecause = (page: PageData, isStale: (url: URL) => boolean): Old | null => {
	const stale = staleLoads(page, isStale);
	const ran = page.served?.ran ?? [];
	// That data above has changed is seen when they would run.
	const again = stale.map((_, level) =>
		[...(ran[level]?.reads.depends ?? [])].some((name) => name !== PARENT && isStale(new URL(name)))
	);
	return [...stale, ...again].includes(true) ? { stale, again } : null;
};

/** What of a page need not be loaded again, where some of its loads have to run. */
export const heldBeside = (page: PageData, stale: readonly boolean[]): Held => ({
	layouts: layoutsOf(servedOf(page), (_, level) => !stale[level]),
	...(!stale.at(-1) && { page: servedOf(page) })
});

/** What a request for page data says of it. */
export const heldKeys = ({ layouts, page }: Held): string =>
	[...layouts.keys(), ...(page ? [HELD_PAGE] : [])].join();

/** Puts in what the server left out, because it was told that it is here. */
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
