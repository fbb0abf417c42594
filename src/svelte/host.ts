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

/** Called with an error thrown in the browser; returns the error for the boundary. */
export type HandleClientError = (input: {
	error: unknown;
	event: { url: URL; params: Record<string, string>; route: { id: string | null } };
	status: number;
	message: string;
}) => PageError | void;

/** A view with its page, to find its boundary if it fails later. */
interface Shown {
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
}

/** The exports of the instance of a page or a layout. */
interface Instance {
	snapshot?: { capture(): unknown; restore(value: any): void };
}

/** The host, and the props of `App.svelte`. */
export interface SvelteHost extends Host<Shown> {
	app: unknown;
	destroy(): void;
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

/** The part of an error that users may see, unless `handleError` decides otherwise. */
const defaultError = (error: unknown): PageError =>
	error instanceof SoftpostError
		? { message: error.message, code: error.code }
		: { message: 'Internal Error' };

const createDescribeError =
	({ page, handleError }: HostOptions): SvelteHost['describeError'] =>
	(error, status) => {
		// An error from the server has already passed its `handleError`.
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
