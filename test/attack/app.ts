/** An app that has what the attacks aim at. What has become of it is told at `/state`, also to another process. */
import { createApp, error, fail, json, redirect, text } from '../../src/server.ts';
import type { App, RequestEvent, ServerRoutes } from '../../src/server.ts';

/** What the attacks ask for at `/state`. */
export interface State {
	/** Streams that were made, and those of them that have ended or were cancelled. */
	opened: number;
	closed: number;
	/** How often an action ran. */
	actions: number;
	/** Milliseconds of the processor that the server's process has taken. */
	cpu: number;
	/** Of errors that the app was told of, and of promises that nobody waited for. */
	errors: string[];
}

/** An endless body, as of a file or of another server, that is counted. */
const openBody = (state: State): ReadableStream<Uint8Array> => {
	state.opened++;
	return new ReadableStream(
		{
			pull: (controller) => controller.enqueue(new Uint8Array(1024)),
			cancel: () => void state.closed++
		},
		{ highWaterMark: 0 }
	);
};

const routesOf = (state: State): ServerRoutes => {
	const stream = (headers?: HeadersInit): Response =>
		new Response(openBody(state), { headers: headers ?? {} });
	const form = async ({ request }: RequestEvent) => {
		const data = await request.formData();
		state.actions++;
		return { fields: [...data].length };
	};
	return {
		'/state': {
			endpoint: { GET: () => json({ ...state, cpu: Math.round(process.cpuUsage().user / 1000) }) }
		},
		'/': { page: {} },
		'/form': {
			page: {
				actions: {
					form,
					values: async ({ request }) =>
						fail(400, { values: Object.fromEntries(await request.formData()) }),
					stream: () => stream() as never
				}
			}
		},
		'/query': { page: { load: ({ url }) => Object.fromEntries(url.searchParams) } },
		'/stream': { endpoint: { GET: () => stream() } },
		'/stream/load': { page: { load: () => stream() as never } },
		'/stream/large': {
			endpoint: {
				config: { bodyLimit: 10 },
				POST: async ({ request }) => {
					await request.text().catch(() => {});
					return stream();
				}
			}
		},
		'/stream/header': { endpoint: { GET: () => stream({ 'x-unsendable': '\u0001' }) } },
		'/stream/replaced/:how': { endpoint: { GET: () => stream() } },
		'/hop': {
			endpoint: {
				GET: () =>
					stream({ 'keep-alive': 'timeout=5', connection: 'keep-alive, x-hop', 'x-hop': '1' })
			}
		},
		'/text': {
			endpoint: {
				GET: () => text('ok', { headers: { 'keep-alive': 'timeout=5', upgrade: 'h2c' } })
			}
		},
		'/guarded': { layout: { load: () => redirect(303, '/') }, page: {} },
		'/guarded/parent': {
			page: {
				load: async ({ parent }) => {
					const above = parent();
					await new Promise((resolve) => setTimeout(resolve, 20));
					return above;
				}
			}
		},
		'/own': { page: { load: async ({ fetch }) => ({ ok: (await fetch('/text')).ok }) } },
		'/asks/:what': {
			page: {
				load: async ({ fetch, params }) => {
					const asked = fetch(params.what === 'nowhere' ? 'http://127.0.0.1:1/' : '/text', {
						signal: AbortSignal.abort()
					});
					await new Promise((resolve) => setTimeout(resolve, 20));
					return { ok: (await asked).ok };
				}
			}
		},
		'/teapot': { page: { load: () => error(418, 'Teapot') } }
	};
};

/** The app, and the state that it tells. */
export const attackApp = (): { app: App; state: State } => {
	const state: State = { opened: 0, closed: 0, actions: 0, cpu: 0, errors: [] };
	const app = createApp({
		routes: routesOf(state),
		render: ({ page }) => `<!doctype html><p>${page.status}</p>`,
		handleError: ({ error }) => void state.errors.push(String(error)),
		handle: async ({ event, resolve }) => {
			const response = await resolve(event);
			if (event.params.how === 'throws') error(503, 'Later');
			if (event.params.how === 'answers') return text('another');
			if (event.params.how === 'wraps') return new Response(response.body, response);
			return response;
		}
	});
	return { app, state };
};
