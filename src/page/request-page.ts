import { browserPage } from './browser-page.ts';
import type { PageSnapshot } from './page-state.ts';
import type { Readable } from './store.ts';

// Not every server has it: a plain Worker does not, hence the import that may fail.
const hooks = await import('node:async_hooks').catch(() => null);
const storage = hooks && new hooks.AsyncLocalStorage<PageSnapshot>();

let rendering: PageSnapshot | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Without storage that follows a request through its `await`s, only one may render at a time. */
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

/** Runs `run` (a rendering, also an async one) with `page` as the page of everything inside it. */
export const runWithPage = <Result>(
	page: PageSnapshot,
	run: () => Promise<Result>
): Promise<Result> => (storage ? storage.run(page, run) : runInTurn(page, run));

const current = (): PageSnapshot => storage?.getStore() ?? rendering ?? browserPage.current;

/** The page of the request that is being rendered. Outside of a rendering it is a blank page. */
export const requestPage: Readable<PageSnapshot> = {
	get current() {
		return current();
	},
	subscribe(listener) {
		listener(current());
		return () => {};
	}
};
