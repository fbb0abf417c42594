import type { FieldKeeper, Host } from '../navigation/host.ts';
import type { PageStore } from '../page/page-state.ts';
import { SoftpostError } from '../protocol/errors.ts';
import type { PageData, PageError, ServerCode } from '../protocol/page-data.ts';
import { createBroken } from './broken.ts';
import { createLocalPages } from './local-page.ts';
import { createRouteFinder } from './match-route.ts';
import { reactive } from './reactive.ts';
import { createSlots } from './slots.ts';
import {
	idsAbove,
	importRoute,
	importUniversal,
	preloadBoundary,
	prepareBoundary,
	prepareView,
	type ComponentRoutes,
	type View
} from './view.ts';

/** Called with what was thrown in the browser; returns what the boundary shows. */
export type HandleClientError = (input: {
	error: unknown;
	event: { url: URL; params: Record<string, string>; route: { id: string | null } };
	status: number;
	message: string;
}) => PageError | void;

/** A view with the page it shows, so that its boundary can be found when something fails later. */
interface Shown {
	view: View;
	source: PageData;
}

export interface HostOptions {
	routes: ComponentRoutes;
	page: PageStore;
	/** Keeps what users have typed when rendering fails. */
	fields: FieldKeeper;
	handleError?: HandleClientError | undefined;
	/** What the document says of the server's code. */
	server?: ServerCode | undefined;
}

/** What the instance of a component exports, where it is a page or a layout. */
interface Instance {
	snapshot?: { capture(): unknown; restore(value: any): void };
}

/** The host, and what `App.svelte` is given to render. */
export interface SvelteHost extends Host<Shown> {
	app: unknown;
	destroy(): void;
}

/** Asks the components for what they export as `snapshot`; `instances` is the list that `App.svelte` fills. */
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

/** What users may read of an error, unless `handleError` says otherwise. */
const defaultError = (error: unknown): PageError =>
	error instanceof SoftpostError
		? { message: error.message, code: error.code }
		: { message: 'Internal Error' };

const createDescribeError =
	({ page, handleError }: HostOptions): SvelteHost['describeError'] =>
	(error, status) => {
		// What the server sent has been through its own `handleError`.
		if (!(error instanceof Error)) return error as PageError;
		const { url, params, route } = page.current;
		const event = { url, params, route };
		const fallback = defaultError(error);
		return handleError?.({ error, event, status, message: fallback.message }) ?? fallback;
	};

/** Shows pages with Svelte. */
export const createHost = (options: HostOptions): SvelteHost => {
	const { routes, page, fields, server } = options;
	const describeError = createDescribeError(options);
	const slots = createSlots(page);
	let shown: Shown;
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

	const instances: Instance[] = [];
	return {
		...createCapture(instances),
		match: createRouteFinder(routes, server?.base),
		universal: (source) => importUniversal(routes, source),
		local: createLocalPages(routes, server),
		prepare,
		prepareCode: ({ id }) => importRoute(routes, id),
		prepareError,
		describeError,
		show,
		settled: broken.settled,
		app: { instances, slots, page: reactive(page), breakAt: broken.at },
		destroy: slots.destroy
	};
};
