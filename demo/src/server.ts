import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler, type App } from 'softpost/server';
import * as db from './lib/server/db.ts';
import { useProxies } from './lib/server/visitor.ts';

/** The demo's folder, above `src` and `build`. */
const home = import.meta.url.replace(/\/(src|build)\/.*$/, '');

const {
	DATABASE_URL = `${home}/data/notes.db`,
	DATABASE_AUTH_TOKEN,
	ORIGIN,
	TRUSTED_PROXY
} = process.env;

// It is a demo: only this machine reaches it.
process.env.HOST ??= '127.0.0.1';

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

/** How long a request may take to be there, in ms. Node's own limits are minutes. */
const LIMITS = {
	headersTimeout: 15_000,
	requestTimeout: 60_000,
	connectionsCheckingInterval: 5_000
};

/** Opens the database, and makes the server of the app. */
export default async (app: App) => {
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
	process.once('sveltekit:shutdown', () => void db.close());
	const server = createServer(LIMITS, toNodeHandler(app));
	server.once('listening', () => {
		// Port 0 is any free one.
		const { address, port } = server.address() as AddressInfo;
		console.log(`softpost notes: http://${address}:${port}`);
	});
	return server;
};
