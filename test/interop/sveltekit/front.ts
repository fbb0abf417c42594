import type { IncomingMessage, RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApp, error, fail, redirect, toNodeHandler } from 'softpost/server';
import { documentOf, serveScript } from '../stub-server.ts';
import { actionsWith } from './actions.ts';

// Without it SvelteKit takes every request for one by https.
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
const { href } = pathToFileURL(resolve('test/peers/interop/build/handler.js'));
const { handler }: { handler: RequestListener } = await import(href);

const actions = actionsWith({ error, fail, redirect });
const softpost = toNodeHandler(
	createApp({
		routes: { '/': { page: { actions } }, '/other': { page: { actions } }, '/bare': { page: {} } },
		render: ({ page }) => `<!doctype html>${page.status}`,
		handleError: () => undefined
	})
);

/** Whose actions answer; all else is SvelteKit's. */
export type ServerName = 'SvelteKit' | 'softpost';

const setHeader = (request: IncomingMessage, name: string, value: string): void => {
	const { rawHeaders } = request;
	const at = rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);
	if (at >= 0) rawHeaders[at + 1] = value;
	else rawHeaders.push(name, value);
	request.headers[name] = value;
};

/** A query with `foreign` in it makes the request one of another site. */
const forge = (request: IncomingMessage): void => {
	if (!request.url?.includes('foreign')) return;
	setHeader(request, 'origin', 'https://evil.example');
	setHeader(request, 'sec-fetch-site', 'cross-site');
};

/** One origin with SvelteKit's pages and assets, and the actions of one server. */
export const front =
	(server: ServerName): RequestListener =>
	(request, response) => {
		setHeader(request, 'x-forwarded-proto', 'http');
		forge(request);
		const isSoftposts = request.method === 'POST' && server === 'softpost';
		(isSoftposts ? softpost : handler)(request, response);
	};

/** A page without a framework, with dist/softpost.min.js, above the actions of SvelteKit. */
export const plainFront: RequestListener = async (request, response) => {
	if (request.method === 'POST') front('SvelteKit')(request, response);
	else if (!(await serveScript(request, response)))
		response.setHeader('content-type', 'text/html').end(documentOf());
};
