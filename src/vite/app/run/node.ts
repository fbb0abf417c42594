import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { toNodeHandler } from '../../../server/mount/node.ts';
import type { App } from '../../../server/types.ts';
import { listenerOf, type Listener } from './listener.ts';

export { listenerOf, toNodeHandler };

/** The app's own server: a function that gets the app and returns a server. */
export type ServerEntry = (app: App) => unknown;

export interface HandlerOptions {
	app: App;
	entry: ServerEntry | undefined;
	/** The URL of a module of the build: the browser's files are beside it, or beside its folder. */
	here: string;
	base: string;
	/** The folder of the files whose names contain a hash of their content. */
	immutable: string;
}

const YEAR = 31_536_000;

/** Finds the browser's files, because the bundler decides into which file this module goes. */
const clientFolder = (here: string): string => {
	const [beside, above] = ['./client/', '../client/'].map((path) =>
		fileURLToPath(new URL(path, here))
	);
	return existsSync(beside!) ? beside! : above!;
};

/** Serves the files of the build, and nothing else. */
const filesOf = ({ here, base, immutable }: HandlerOptions): Listener => {
	const serve = sirv(clientFolder(here), {
		etag: true,
		// What the build has compressed.
		brotli: true,
		gzip: true,
		// Pages are routes, not files.
		extensions: [],
		setHeaders: (res, path) => {
			const isImmutable = path.startsWith(`/${immutable}/`);
			res.setHeader('cache-control', isImmutable ? `public,max-age=${YEAR},immutable` : 'no-cache');
		}
	});
	return (req, res, next = () => {}) => {
		const url = req.url ?? '/';
		const isRead = req.method === 'GET' || req.method === 'HEAD';
		if (!isRead || !url.startsWith(`${base}/`)) return next();
		req.url = url.slice(base.length);
		serve(req, res, () => {
			req.url = url;
			next();
		});
	};
};

const isServer = (made: unknown): made is Server =>
	typeof made === 'object' && made !== null && 'listening' in made && 'emit' in made;

/** Puts the files in front of a server's own listeners. */
const addFiles = (server: Server, files: Listener): void => {
	const own = server.listeners('request') as Listener[];
	server.removeAllListeners('request').on('request', (req, res) =>
		files(req, res, () => {
			for (const listener of own) listener.call(server, req, res);
		})
	);
};

/**
 * Makes the handler of every request: first the files of the build, then the app or the app's own server around it.
 *
 * @returns a handler for `http`, and the server if the app has made one
 */
export const createHandler = async (
	options: HandlerOptions
): Promise<{ handler: Listener; server?: Server }> => {
	const { app, entry } = options;
	const files = filesOf(options);
	const made = entry ? await entry(app) : toNodeHandler(app);
	if (isServer(made)) {
		addFiles(made, files);
		return { handler: (req, res) => void made.emit('request', req, res), server: made };
	}
	const answer = await listenerOf(made);
	return { handler: (req, res, next) => files(req, res, () => answer(req, res, next)) };
};

/** Milliseconds that a connection may stay open after the signal to stop. */
const GRACE = 5000;

/** At a signal, completes the requests in flight and accepts no new ones. Emits `sveltekit:shutdown`, like adapter-node. */
const stopOnSignals = (server: Server): void => {
	const stop = (signal: string): void => {
		server.close(() => process.emit('sveltekit:shutdown' as 'SIGTERM', signal as 'SIGTERM'));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), GRACE).unref();
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
};

/**
 * Starts a server: `HOST` is `0.0.0.0`, `PORT` is `3000` unless the environment says otherwise.
 *
 * @param server the app's own server; left alone if it already listens, or is about to
 */
export const listen = async (handler: Listener, server?: Server): Promise<void> => {
	// A server listens only after it has looked up its host name.
	if (server && !server.listening) await delay(20);
	if (server?.listening) return;
	const { HOST = '0.0.0.0', PORT = '3000' } = process.env;
	const started = server ?? createServer(handler);
	started.once('error', (error) => {
		console.error(`Cannot listen on ${HOST}:${PORT}: ${error.message}`);
		process.exit(1);
	});
	stopOnSignals(started);
	started.listen(Number(PORT), HOST, () => {
		const { port } = started.address() as AddressInfo;
		if (!server) console.log(`Listening on http://${HOST}:${port}`);
	});
};
