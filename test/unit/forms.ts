import { vi } from 'vitest';
// It is loaded before a test begins, as before somebody submits.
import '../../src/document/documents.ts';
import '../../src/form/sent/second-stage.ts';
import { createForms } from '../../src/index.ts';
import type { Navigator } from '../../src/navigation/navigator.ts';
import { createPagesAlong } from '../../src/navigation/load/page-along.ts';
import { blankPage } from '../../src/page/page-state.ts';
import { createStore } from '../../src/page/store.ts';

/** The response of the server: a body, or a whole response; or the error of the network. */
type Said = object | string | Response | Error;

export type Answer = Said | Promise<Said>;

const responseOf = (answer: Said): Response => {
	if (answer instanceof Error) throw answer;
	if (answer instanceof Response) return answer;
	return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
};

/** An instance of its own over a page, a fetch and a navigation that note what is asked of them. */
export const setup = (...answers: Answer[]) => {
	const log: string[] = [];
	const page = createStore(blankPage(new URL(location.href)));
	const fetch = vi.fn<typeof globalThis.fetch>(async (_, init) => {
		const answer = await Promise.race([
			answers.length > 1 ? answers.shift()! : answers[0]!,
			new Promise<never>((_, reject) =>
				init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))
			)
		]);
		return responseOf(answer);
	});
	const pages = createPagesAlong();
	/** The pages that came along, one for each refresh and navigation; `undefined` where none could be used. */
	const used: unknown[] = [];
	const leaveListeners = new Set<(byApp: boolean) => void>();
	const navigation = {
		here: () => page.current.url,
		goto: vi.fn<Navigator['goto']>(async (url) => {
			used.push(pages.take(url));
			log.push(`goto ${url.pathname}${url.search}`);
		}),
		showError: vi.fn<Navigator['showError']>(async () => void log.push('error')),
		invalidateAll: vi.fn<NonNullable<Navigator['invalidateAll']>>(async () => {
			used.push(pages.take(page.current.url));
			log.push('refresh');
		}),
		show: async (change: () => void) => {
			change();
			log.push('show');
		},
		askAlong: pages.ask,
		onLeave: (listener: (byApp: boolean) => void) => {
			leaveListeners.add(listener);
			return () => void leaveListeners.delete(listener);
		}
	};
	return {
		...createForms({ page, navigation, fetch }),
		page,
		fetch,
		navigation,
		log,
		used,
		leave: () => leaveListeners.forEach((listener) => listener(false))
	};
};

export type App = ReturnType<typeof setup>;

/** The body of the request with this number. */
export const bodyOf = ({ fetch }: Pick<App, 'fetch'>, request = 0): unknown =>
	fetch.mock.calls[request]?.[1]?.body;

/** The headers of the request with this number. */
export const headersOf = ({ fetch }: Pick<App, 'fetch'>, request = 0): Headers =>
	new Headers(fetch.mock.calls[request]?.[1]?.headers);

export const SUCCESS = { type: 'success', status: 200, data: { ok: true } };
export const FAILURE = { type: 'failure', status: 422, data: { missing: true } };
export const ERROR = { type: 'error', status: 503, error: { message: 'Down' } };
export const FORM =
	'<form method="post"><input name="a" value="1"><button name="act" value="go"></button></form>';
