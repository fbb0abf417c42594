import { deserialize } from '../../../src/protocol/deserialize.ts';
import type { PageData } from '../../../src/protocol/page-data.ts';
import { readPage } from '../../../src/protocol/read-page.ts';
import { createApp } from '../../../src/server.ts';
import type { AppOptions, FetchOptions, ServerRoutes } from '../../../src/server.ts';

export const ORIGIN = 'http://localhost';

/** A `render` whose document is the input as JSON, so that a test sees what the app gave it. */
export const renderJson: AppOptions['render'] = ({ url, page }) =>
	JSON.stringify({ href: url.href, ...page });

export interface Sent extends RequestInit {
	/** Where a browser says the request comes from; `null` for nothing. */
	site?: string | null;
	options?: FetchOptions;
}

/** An app and short words for the requests that tests make of it. */
export const testApp = (routes: ServerRoutes, options: Partial<AppOptions> = {}) => {
	const app = createApp({ routes, render: renderJson, ...options });

	const send = (path: string, { site = 'same-origin', options: context, ...init }: Sent = {}) => {
		const headers = new Headers(init.headers);
		if (site !== null && !headers.has('sec-fetch-site')) headers.set('sec-fetch-site', site);
		const url = path.startsWith('http') ? path : ORIGIN + path;
		const duplex = { duplex: 'half' } as RequestInit;
		return app.fetch(new Request(url, { ...duplex, ...init, headers }), context);
	};

	return {
		app,
		send,
		/** A browser's visit. */
		visit: (path: string, init: Sent = {}) =>
			send(path, { ...init, headers: { accept: 'text/html', ...(init.headers as object) } }),
		/** Our own client's request for a page. */
		data: (path: string, init: Sent = {}) =>
			send(path, {
				...init,
				headers: {
					accept: 'application/json',
					'x-softpost-page': 'true',
					...(init.headers as object)
				}
			}),
		/** A browser's own submission. */
		native: (path: string, body: BodyInit = new URLSearchParams(), init: Sent = {}) =>
			send(path, {
				method: 'POST',
				body,
				...init,
				headers: { accept: 'text/html', ...(init.headers as object) }
			}),
		/** A submission by `enhance`. */
		enhanced: (path: string, body: BodyInit = new URLSearchParams(), init: Sent = {}) =>
			send(path, {
				method: 'POST',
				body,
				...init,
				headers: {
					accept: 'application/json',
					'x-sveltekit-action': 'true',
					...(init.headers as object)
				}
			})
	};
};

/** The page that a document made by {@link renderJson} shows. */
export const shownBy = async (response: Response): Promise<PageData & { href: string }> =>
	JSON.parse(await response.text());

export const resultOf = async (response: Response): Promise<any> =>
	deserialize(await response.text());

export const answerOf = async (response: Response): Promise<any> => readPage(await response.text());
