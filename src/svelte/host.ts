import type { FieldKeeper, Host } from '../navigation/host.ts';
import type { PageStore } from '../page/page-state.ts';
import type { PageData, PageError, ServerCode } from '../protocol/page-data.ts';
import { createBroken, type Broken } from './broken.ts';
import { createDescribeError, type HandleClientError } from './describe-error.ts';
import { createLocalPages } from './local-page.ts';
import { createRouteFinder } from './match-route.ts';
import {
	idsAbove,
	importRoute,
	importUniversal,
	preloadBoundary,
	prepareBoundary
} from './route-code.ts';
import type { Slots } from './slots.ts';
import { prepareView, type ComponentRoutes, type View } from './view.ts';

/** A view with its page, to find its boundary if it fails later. */
export interface Shown {
	view: View;
	source: PageData;
}

export interface HostOptions {
	routes: ComponentRoutes;
	page: PageStore;
	/** Keeps the user's input when rendering fails. */
	fields: FieldKeeper;
	handleError?: HandleClientError | undefined;
	/** The document's list of server code. */
	server?: ServerCode | undefined;
	/** The first page. */
	shown: Shown;
	slots: Slots;
	/** The instances of the page's components, from the root layout down. */
	instances: Instance[];
}

/** The exports of the instance of a page or a layout. */
export interface Instance {
	snapshot?: { capture(): unknown; restore(value: any): void };
}

export interface SvelteHost extends Host<Shown> {
	/** Handles errors during rendering. */
	broken: Broken;
}

/** Captures and restores the components that export `snapshot`. `App.svelte` fills the list `instances`. */
const createCapture = (
	instances: (Instance | null | undefined)[]
): Pick<SvelteHost, 'capture' | 'restore'> => ({
	capture() {
		const values = Array.from(instances, (instance) => instance?.snapshot?.capture());
		return values.some((value) => value !== undefined) ? values : undefined;
	},
	restore(values) {
		for (const [level, value] of values.entries())
			if (value != null) instances[level]?.snapshot?.restore(value);
	}
});

/** Shows pages with Svelte. */
export const createHost = (options: HostOptions): SvelteHost => {
	const { routes, page, fields, server, slots, instances, handleError } = options;
	let { shown } = options;
	const match = createRouteFinder(routes, server);
	const describeError = createDescribeError(page, handleError);
	const show = (next: Shown): void => {
		broken.reset();
		shown = next;
		slots.show(next.view);
	};

	const prepare = async (source: PageData): Promise<Shown> => {
		const view = await prepareView(routes, source);
		void preloadBoundary(routes, source);
		return { source, view };
	};

	const prepareError = async (error: PageError, ids?: number): Promise<Shown> => {
		const { source: before } = shown;
		const source = { ...before, error, layouts: before.layouts.slice(0, ids) };
		return { source, view: await prepareBoundary(routes, source) };
	};

	const broken = createBroken(fields, async (thrown, level) => {
		const error = describeError(thrown, 500);
		show(await prepareError(error, idsAbove(shown.view, level)));
		page.set({ error, status: 500 });
	});

	void preloadBoundary(routes, shown.source);
	return {
		...createCapture(instances),
		match,
		// Without the server's list, only the server knows its endpoints.
		isElsewhere: (url) => !!server && !match(url),
		universal: (source) => importUniversal(routes, source),
		local: createLocalPages(routes, server, match),
		prepare,
		prepareCode: ({ id }) => importRoute(routes, id),
		prepareError,
		describeError,
		show,
		settled: broken.settled,
		broken
	};
};
