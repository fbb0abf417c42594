import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { createApp, toNodeHandler } from 'softpost/server';
import { fromFiles } from 'softpost/svelte';
import { createRenderer } from 'softpost/svelte/server';
import { handle } from './hooks.server.ts';
import * as db from './lib/server/db.ts';
import { useProxies } from './lib/server/visitor.ts';

/** Paths start at this file as it is built: demo/build/server/main.js. */
const here = (path: string): URL => new URL(path, import.meta.url);

const {
	HOST = '127.0.0.1',
	PORT = '3000',
	DATABASE_URL = here('../../data/notes.db').href,
	DATABASE_AUTH_TOKEN,
	ORIGIN,
	TRUSTED_PROXY
} = process.env;

/** Ends the start with one line: a stack trace helps nobody whose disk is full. */
const giveUp = (what: string, error: unknown): never => {
	// `fetch` says in `cause` why it failed.
	const reasons =
		error instanceof Error ? [error.message, (error.cause as Error)?.message] : [error];
	console.error(
		`softpost notes: ${what}: ${reasons.filter(Boolean).join(': ').replace(/\s+/g, ' ')}`
	);
	process.exit(1);
};

try {
	useProxies(TRUSTED_PROXY, ORIGIN !== undefined);
} catch (error) {
	giveUp('cannot use TRUSTED_PROXY', error);
}
if (ORIGIN && !TRUSTED_PROXY) {
	console.warn(
		'softpost notes: all visitors have the address of the proxy; set TRUSTED_PROXY to it to tell them from each other'
	);
}

await db
	.open(DATABASE_URL, DATABASE_AUTH_TOKEN)
	.catch((error: unknown) => giveUp(`cannot open the database ${DATABASE_URL}`, error));

const app = createApp({
	routes: fromFiles(import.meta.glob('./routes/**/+*.{svelte,ts}')),
	render: createRenderer({
		routes: fromFiles(import.meta.glob('./routes/**/+*.svelte')),
		template: await readFile(here('../client/src/app.html'), 'utf8')
	}),
	handle,
	// Behind a proxy that ends TLS, the address that browsers see, such as https://notes.example.org.
	...(ORIGIN ? { origin: ORIGIN } : {})
});

const pages = toNodeHandler(app);
// Their names hold a hash of their content, so a browser may keep them for ever.
const assets = sirv(fileURLToPath(here('../client')), { immutable: true, maxAge: 31536000 });

/** How long a request may take to be there, in ms. Node's own limits are minutes. */
const LIMITS = {
	headersTimeout: 15_000,
	requestTimeout: 60_000,
	connectionsCheckingInterval: 5_000
};

const server = createServer(LIMITS, (request, response) => {
	// Only what was built for the browser: the template lies in the same folder and is no page.
	if (request.url?.startsWith('/assets/')) assets(request, response);
	else pages(request, response);
});

/** Answers what has been asked, takes nothing new, and leaves the database in order. */
const stop = (): void => {
	server.close(() => void db.close());
	server.closeIdleConnections();
	// A connection that someone keeps open must not keep the process alive for ever.
	setTimeout(() => process.exit(), 5000).unref();
};

process.once('SIGTERM', stop).once('SIGINT', stop);
server.once('error', (error) => giveUp(`cannot listen on ${HOST}:${PORT}`, error));
server.listen(Number(PORT), HOST, () => {
	// Port 0 is any free one.
	const { port } = server.address() as AddressInfo;
	console.log(`softpost notes: http://${HOST}:${port}`);
});
