import { interceptGetForms } from '../form/get-forms.ts';
import { createFieldKeeper } from '../form/kept-fields.ts';
import { createBrowserLocation } from '../navigation/history/browser-location.ts';
import { interceptLinks } from '../navigation/intercept-links.ts';
import type { GotoOptions } from '../navigation/navigator.ts';
import { watchPreloads } from '../navigation/preload/watch-preloads.ts';
import { Router } from '../navigation/router.ts';
import { browserPage } from '../page/browser-page.ts';
import { mergedData, type ServerCode } from '../protocol/page-data.ts';
import { decodersOf } from '../protocol/transport.ts';
import type { Arrival } from './arrival.ts';
import type { Broken } from './broken.ts';
import { createHost, type Instance, type Shown } from './host.ts';
import type { Slots } from './slots.ts';
import type { StartOptions } from './start.ts';
import { hydratedAs } from './values/hydrated-as.ts';
import { RenderedValues } from './values/rendered-values.ts';

export { watchFirstView } from '../navigation/history/first-view.ts';

/** What the first stage has made and seen. */
export interface FirstStage {
	options: StartOptions & { target: Element };
	shown: Shown;
	/** The document's list of server code. */
	server: ServerCode | undefined;
	slots: Slots;
	instances: Instance[];
	arrival: Arrival;
	/** Keeps the scroll position and the focus of the first page, once it is shown; returns the undo. */
	leaveFirstView?: (() => () => void) | undefined;
}

/** The parts that the first stage goes on with. */
export interface TakenOver {
	/** Handles errors during rendering. */
	breakAt: Broken['at'];
	/** Follows a link of the app. */
	follow(url: URL, options: GotoOptions): void;
	/** Resolves when the first page is shown and the hooks have run. */
	entered: Promise<void>;
	/** Gives everything back to the browser. */
	destroy(): void;
}

/**
 * Takes over links, GET forms, history, scrolling, and the values of the fields: all that a page needs only once the
 * user does something. See `docs/decisions/056-the-host-in-two-stages.md`.
 */
export const takeOver = ({
	options: { routes, target, transport, handleError },
	arrival,
	leaveFirstView,
	...first
}: FirstStage): TakenOver => {
	const page = browserPage;
	// The user may have followed a link to a fragment.
	const { href } = window.location;
	if (href !== page.current.url.href) page.set({ url: new URL(href) });
	const fields = createFieldKeeper(() => page.current.url, arrival);
	const host = createHost({ ...first, routes, page, fields, handleError });
	const { settled } = host;
	const values = new RenderedValues({
		target,
		page,
		settled,
		renderedAs: hydratedAs(arrival),
		edited: arrival.edited
	});
	host.expect = ({ source }) => values.expect(mergedData(source));
	host.protect = (controls) => values.protect(controls);
	const router = new Router({
		page,
		first: first.shown.source,
		location: createBrowserLocation(),
		host,
		fields,
		fetch,
		decoders: decodersOf(transport)
	});
	const follow: TakenOver['follow'] = (...wish) => void router.follow('link', ...wish);
	const undo = [
		watchPreloads(),
		interceptLinks(follow, (url) => router.mayLeave(url)),
		interceptGetForms((...wish) => void router.follow('form', ...wish)),
		() => router.destroy(),
		() => values.destroy()
	];
	const entered = router.enter().then(() => {
		if (leaveFirstView) undo.push(leaveFirstView());
	});
	return {
		breakAt: host.broken.at,
		follow,
		entered,
		destroy: () => undo.forEach((step) => step())
	};
};
