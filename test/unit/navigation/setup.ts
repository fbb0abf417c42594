import { vi } from 'vitest';
import type { Host } from '../../../src/navigation/host.ts';
import { createMemoryLocation } from './memory-location.ts';
import { createFieldKeeper } from '../../../src/form/kept-fields.ts';
import { Router } from '../../../src/navigation/router.ts';
import { blankPage } from '../../../src/page/page-state.ts';
import { createStore } from '../../../src/page/store.ts';
import { encodePage } from '../../../src/protocol/encode.ts';
import type { PageData, PageError } from '../../../src/protocol/page-data.ts';

export const ORIGIN = 'https://app.example';

export const at = (path: string): URL => new URL(path, ORIGIN);

/** The response of the server: page data, a location to redirect to, or any other text. */
export type Answer = Partial<PageData> | { redirect: string } | { text: string };

type Answers = Record<string, Answer | Promise<Answer> | (() => Answer | Promise<Answer>)>;

export const pageOf = (path: string, page: Partial<PageData> = {}): PageData => ({
	route: path,
	params: {},
	status: 200,
	layouts: [],
	data: { path },
	error: null,
	form: null,
	...page
});

const textOf = (path: string, answer: Answer): string => {
	if ('text' in answer) return answer.text;
	if ('redirect' in answer)
		return encodePage({ type: 'redirect', status: 303, location: answer.redirect });
	return encodePage({ type: 'page', ...pageOf(path, answer) });
};

/** A router over a history in memory, a host that only notes what it shows, and a server that is a table. */
export const setup = (answers: Answers = {}, start = '/start', first: PageData = pageOf(start)) => {
	const location = createMemoryLocation(at(start));
	const { listen } = location;
	let heard: Parameters<typeof listen>[0];
	location.listen = (listener) => listen((heard = listener));
	const page = createStore({
		...blankPage(at(start)),
		route: { id: start },
		data: { path: start }
	});
	const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
		const { pathname } = new URL(String(input));
		const aborted = new Promise<never>((_, reject) =>
			init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))
		);
		aborted.catch(() => {});
		const answer = answers[pathname] ?? {};
		return new Response(
			textOf(
				pathname,
				await Promise.race([typeof answer === 'function' ? answer() : answer, aborted])
			)
		);
	});
	const shown: string[] = [];
	const host: Host<string> = {
		prepare: vi.fn(async ({ route, error }) => (error ? `error ${error.message}` : String(route))),
		prepareError: async ({ message }) => `error ${message}`,
		show: (view) => void shown.push(view),
		settled: vi.fn(async () => {}),
		describeError: (error, status): PageError => ({ message: (error as Error).message, status })
	};
	const fields = createFieldKeeper(() => page.current.url);
	const router = new Router({ page, first, location, host, fields, fetch, decoders: {} });
	/** The browser goes to a fragment by itself, as for a plain link. */
	const followFragment = (path: string): void => {
		location.push(at(path), {});
		heard('fragment');
	};
	return { router, location, page, fetch, host, shown, followFragment };
};
