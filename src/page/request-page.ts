import { browserPage } from './browser-page.ts';
import type { PageSnapshot } from './page-state.ts';
import type { Readable } from './store.ts';

// The import may fail, because not every platform has this module, for example a plain Worker.
const hooks = await import('node:async_hooks').catch(() => null);
const storage = hooks && new hooks.AsyncLocalStorage<PageSnapshot>();

let rendering: PageSnapshot | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Renders one request at a time, for platforms without async context. */
const runInTurn = <Result>(page: PageSnapshot, run: () => Promise<Result>): Promise<Result> => {
	const turn = queue.then(async () => {
		rendering = page;
		try {
			return await run();
		} finally {
			rendering = undefined;
		}
	});
	queue = turn.catch(() => {});
	return turn;
};

/** Runs a rendering, which may be async. All code inside it sees `page` as the current page. */
export const runWithPage = <Result>(
	page: PageSnapshot,
	run: () => Promise<Result>
): Promise<Result> => (storage ? storage.run(page, run) : runInTurn(page, run));

const current = (): PageSnapshot => storage?.getStore() ?? rendering ?? browserPage.current;

/** The page of the request that is being rendered; a blank page outside of a rendering. */
export const requestPage: Readable<PageSnapshot> = {
	get current() {
		return current();
	},
	subscribe(listener) {
		listener(current());
		return () => {};
	}
};
