import { hydrate, mount, onDestroy, unmount } from 'svelte';
import { owner } from '../navigation/hook-owner.ts';
import { browserPage } from '../page/browser-page.ts';
import { pageFields } from '../page/page-state.ts';
import type { PageData } from '../protocol/page-data.ts';
import { decodersOf, type Transport } from '../protocol/transport.ts';
import App from './App.svelte';
import { noteArrival } from './arrival.ts';
import type { HandleClientError } from './describe-error.ts';
import { placeOfPayload, readPayload } from './payload.ts';
import { settled } from './settled.ts';
import { createSlots } from './slots.ts';
import { createStages, loadTakeOver } from './stages.ts';
import { keepHydrated } from './values/keep-hydrated.ts';
import { hasUniversal, prepareView, type ComponentRoutes } from './view.ts';

export interface StartOptions {
	/** Route ids to components, see `fromFiles`. */
	routes: ComponentRoutes;
	/** The element with the server's markup, or to mount in. Default: where the server wrote it, else `document.body`. */
	target?: Element;
	/** Custom types on the wire: pass the same as to `createApp`. */
	transport?: Transport;
	/** Default: the message of softpost's own errors, `Internal Error` for all others. */
	handleError?: HandleClientError;
}

export interface Started {
	/** Stops the app: removes markup, listeners and router. */
	destroy(): void;
}

/**
 * Shows pages even if a stylesheet, or one that it imports, cannot be loaded. Otherwise Vite's `import()` would reject,
 * and the page's code would be missing too.
 *
 * @returns the undo
 */
const withoutStyles = (): (() => void) => {
	const onError = (event: Event & { payload?: unknown }): void => {
		const { payload } = event;
		if (!/\bCSS\b|\.css\b/.test((payload as Error | undefined)?.message ?? '')) return;
		event.preventDefault();
		console.warn(payload);
	};
	window.addEventListener('vite:preloadError', onError);
	return () => window.removeEventListener('vite:preloadError', onError);
};

/** Removes hooks together with the component that called them. Other hooks stay until their undo is called. */
const adoptByComponent = (undo: () => void): void => {
	try {
		onDestroy(undo);
	} catch {
		// `onDestroy` throws outside of a component's initialisation.
	}
};

/** The code for a first page that the server has not rendered, or whose loads run in the browser too. */
const loadFirstPage = (): Promise<typeof import('./first-page.ts')> => import('./first-page.ts');

/** Whether the user returns to a page, or begins at a part of it: scroll position, snapshots and state are restored at once. */
const isReturn = (): boolean => !!(location.hash || history.state);

/** Gets the data of the first page, and sets the page to it. */
const readFirst = async (
	options: StartOptions
): Promise<[page: PageData, served: PageData, isRendered: boolean]> => {
	const payload = await readPayload(decodersOf(options.transport));
	const served = payload ?? (await (await loadFirstPage()).askForPage(options));
	const url = new URL(location.href);
	browserPage.set({ ...pageFields(served), url, state: {}, form: served.form });
	const page = hasUniversal(options.routes, served)
		? await (await loadFirstPage()).completeFirst(options, served)
		: served;
	browserPage.set(pageFields(page));
	return [page, served, !!payload && served.document?.ssr !== false];
};

/**
 * Hydrates the markup of `createRenderer`, or mounts the page of the current URL, and takes over links, GET forms,
 * history and the results of enhanced forms.
 *
 * @returns `destroy`, which stops the app
 * @throws {SoftpostError} `hydration_data` if there is no page data, or it cannot be read
 * @example
 * await start({ routes: { '/': { page: () => import('./Home.svelte') } } });
 */
export const start = async ({
	target = placeOfPayload(),
	...options
}: StartOptions): Promise<Started> => {
	const goOn = withoutStyles();
	const arrival = noteArrival();
	const now = isReturn() ? loadTakeOver().catch(() => null) : null;
	const [source, { document: sent }, isRendered] = await readFirst(options);
	const view = await prepareView(options.routes, source);
	const slots = createSlots(browserPage);
	slots.show(view);
	const stages = createStages({
		options: { ...options, target },
		shown: { view, source },
		server: sent?.server,
		slots,
		instances: [],
		arrival,
		leaveFirstView: (await now)?.watchFirstView()
	});
	owner.adopt = adoptByComponent;
	const { app } = stages;
	const component = (isRendered ? hydrate : mount)(App, { target, props: { app } });
	const restoreHydrated = keepHydrated(arrival.rendered.keys());
	const takingOver = stages.takeOver(!!now);
	await settled();
	restoreHydrated();
	await takingOver;
	return {
		destroy() {
			void unmount(component);
			stages.destroy();
			goOn();
		}
	};
};
