import { hydrate, mount, onDestroy, unmount } from 'svelte';
import { interceptGetForms } from '../form/get-forms.ts';
import { createFieldKeeper } from '../form/kept-fields.ts';
import { createBrowserLocation } from '../navigation/history/browser-location.ts';
import { fetchPage } from '../navigation/load/fetch-page.ts';
import { createComplete } from '../navigation/load/load-page.ts';
import { watchFirstView } from '../navigation/history/first-view.ts';
import { adoptHooks } from '../navigation/hooks.ts';
import { interceptLinks } from '../navigation/links.ts';
import { watchPreloads } from '../navigation/preload/watch-preloads.ts';
import { Router } from '../navigation/router.ts';
import { browserPage } from '../page/browser-page.ts';
import { pageFields } from '../page/page-state.ts';
import { decodersOf, type Decoders, type Transport } from '../protocol/transport.ts';
import { SoftpostError } from '../protocol/errors.ts';
import { mergedData, type PageData } from '../protocol/page-data.ts';
import App from './App.svelte';
import { createHost, type HandleClientError, type SvelteHost } from './host.ts';
import { placeOfPayload, readPayload } from './payload.ts';
import { keepHydrated, RenderedValues } from './values/rendered-values.ts';
import { settled } from './settled.ts';
import type { ComponentRoutes } from './view.ts';

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

/** Requests the data of the first page, if the server has not rendered it. */
const askForPage = async (decoders: Decoders): Promise<PageData> => {
	const { page } = await fetchPage(new URL(location.href), { fetch, decoders });
	if (page) return page;
	throw new SoftpostError(
		'hydration_data',
		`No page data for ${location.pathname}. Serve the page with createApp`
	);
};

/** Runs the universal loads of the first page, with the responses that they have read on the server. */
const completeFirst = async (host: SvelteHost, url: URL, served: PageData): Promise<PageData> => {
	const { document: sent, ...page } = served;
	const { fetched } = sent ?? {};
	const read =
		fetched && (await import('../navigation/load/complete.ts')).withFetched(fetch, fetched);
	const landing = await createComplete(host, read ?? fetch)({ url, page }, {});
	if (!(landing instanceof URL) && landing.page) return landing.page;
	location.replace(landing instanceof URL ? landing : landing.url);
	// The document is being left.
	return new Promise(() => {});
};

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

const render = (host: SvelteHost, target: Element, hydrating: boolean): (() => void) => {
	const component = (hydrating ? hydrate : mount)(App, { target, props: { app: host.app } });
	return () => void unmount(component);
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
	routes,
	target = placeOfPayload(),
	transport,
	handleError
}: StartOptions): Promise<Started> => {
	const goOn = withoutStyles();
	const decoders = decodersOf(transport);
	const location = createBrowserLocation();
	const payload = await readPayload(decoders);
	const served = payload ?? (await askForPage(decoders));
	browserPage.set({ ...pageFields(served), url: location.url, state: {}, form: served.form });
	const fields = createFieldKeeper(() => browserPage.current.url);
	const { server, ssr } = served.document ?? {};
	const host = createHost({ routes, page: browserPage, fields, handleError, server });
	const first = await completeFirst(host, location.url, served);
	browserPage.set(pageFields(first));
	host.show(await host.prepare(first));
	const values = new RenderedValues({ target, page: browserPage, settled: host.settled });
	host.expect = ({ source }) => values.expect(mergedData(source));
	host.protect = (controls) => values.protect(controls);
	const router = new Router({ page: browserPage, first, location, host, fields, fetch, decoders });
	const stopPreloads = watchPreloads();
	adoptHooks(adoptByComponent);
	const leaveFirstView = watchFirstView();
	const undo = [
		render(host, target, !!payload && ssr !== false),
		interceptLinks(
			(...wish) => void router.follow('link', ...wish),
			(url) => router.mayLeave(url)
		),
		interceptGetForms((...wish) => void router.follow('form', ...wish)),
		stopPreloads,
		() => router.destroy(),
		() => values.destroy(),
		host.destroy,
		goOn
	];
	const restoreHydrated = keepHydrated(target);
	await settled();
	restoreHydrated();
	await router.enter();
	undo.push(leaveFirstView());
	return { destroy: () => undo.forEach((step) => step()) };
};
