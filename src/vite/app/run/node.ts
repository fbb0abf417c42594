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

/** The app's own server: gets the app, and returns what answers with it. */
export type ServerEntry = (app: App) => unknown;

export interface HandlerOptions {
	app: App;
	entry: ServerEntry | undefined;
	/** The URL of a module of the build: the browser's files are beside it, or beside its folder. */
	here: string;
	base: string;
	/** Where in it the files are whose names hold a hash of their content. */
	immutable: string;
}

const YEAR = 31_536_000;

/** A bundler decides which of its files a module goes into. */
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
		// A page is a route, not a file.
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
 * Makes what answers every request: the files of the build, then the app or the app's own server around it.
 *
 * @returns a handler for `http`, and the server where the app made one
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

/** How long a connection may stay open after the signal to stop, in ms. */
const GRACE = 5000;

/** Answers what has been asked and takes nothing new. Other code hears `sveltekit:shutdown`, as with adapter-node. */
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
 * @param server the app's own. One that listens already, or is about to, is left alone
 */
export const listen = async (handler: Listener, server?: Server): Promise<void> => {
	// It listens once its host name is looked up.
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
