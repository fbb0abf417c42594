import { listen } from '../dom/listen.ts';
import { fieldElements } from '../form/field-elements.ts';
import { installNavigator } from '../navigation/current.ts';
import { holdLinks } from '../navigation/hold-links.ts';
import { browserPage } from '../page/browser-page.ts';
import type { Broken } from './broken.ts';
import { createLater } from './later.ts';
import { reactive } from './reactive.ts';
import type { FirstStage, TakenOver } from './take-over.ts';
import { createWaitingNavigator } from './waiting-navigator.ts';

export const loadTakeOver = (): Promise<typeof import('./take-over.ts')> =>
	import('./take-over.ts');

/** A page from its hydration on. */
export interface Stages {
	/** The props of `App.svelte`. */
	app: unknown;
	/**
	 * Plans the second stage. Resolves when it is there, or could not be loaded.
	 *
	 * @param now whether it is needed at once
	 */
	takeOver(now: boolean): Promise<void>;
	destroy(): void;
}

/** Before there is a router, Back may lead to an entry of another page: only its document can show that. */
const onMove = (): void => {
	const [here] = location.href.split('#');
	if (browserPage.current.url.href.split('#')[0] !== here) location.reload();
};

export const createStages = (first: FirstStage): Stages => {
	const { instances, slots, arrival } = first;
	let isOver = false;
	let taken: TakenOver | undefined;
	const { ask, plan } = createLater(async () => {
		const { takeOver } = await loadTakeOver();
		if (isOver) return;
		taken = takeOver(first);
		app.breakAt = taken.breakAt;
		stopWaiting();
	});
	const undo = [
		installNavigator(createWaitingNavigator(ask)),
		holdLinks(async (...wish) => {
			await ask();
			taken?.follow(...wish);
		}),
		listen(window, 'popstate', onMove),
		arrival.stop
	];
	// The user may already have gone back.
	onMove();
	const stopWaiting = (): void => undo.forEach((step) => step());
	/** Those that are gone by the time that the second stage is there, too. */
	const elements = new Set<Element>();
	const breakAt: Broken['at'] = (level) => {
		// Svelte may ask once more when they are gone.
		for (const element of fieldElements()) elements.add(element);
		return (...failed) =>
			void ask().then(
				() => taken?.breakAt(level, elements)(...failed),
				() => console.error(failed[0])
			);
	};
	const app = { instances, slots, page: reactive(browserPage), breakAt };
	return {
		app,
		async takeOver(now) {
			// Without it, forms and links are the browser's.
			await (now ? ask() : plan()).catch(() => {});
			await taken?.entered;
		},
		destroy() {
			isOver = true;
			stopWaiting();
			slots.destroy();
			taken?.destroy();
		}
	};
};
