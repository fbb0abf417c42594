import type { IncomingMessage, ServerResponse, Server } from 'node:http';
import { isRunnableDevEnvironment, type Connect, type ViteDevServer } from 'vite';
import type { App, HandleServerError } from '../../../server/types.ts';
import type { PageAssets } from '../../../svelte/document-head.ts';
import type { listenerOf, Listener } from '../run/listener.ts';
import type { AppParts } from '../run/make-app.ts';
import { CLIENT, PARTS } from '../modules.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { stylesOf } from './styles.ts';

/** The exports of the virtual module. */
interface PartsModule {
	parts: AppParts;
	makeApp(parts: AppParts): Promise<App>;
}

interface NodeModule {
	listenerOf: typeof listenerOf;
	toNodeHandler(app: App): Listener;
}

interface Running {
	module: PartsModule;
	entry: unknown;
	listener: Listener;
	close(): void;
}

const isServer = (made: unknown): made is Server =>
	typeof made === 'object' && made !== null && 'listening' in made && 'emit' in made;

/** Whether a request is for a document that a browser shows. */
const isPage = (request: Request): boolean =>
	request.headers.get('accept')?.includes('text/html') ?? false;

const scriptsOf = (base: string): string[] => [`${base}/@vite/client`, `${base}/@id/${CLIENT}`];

const logged = new WeakSet<object>();

/** Logs each error once. Omits the stack of an error from a Vite plugin, which only shows Vite's own code. */
const logError = (
	{ config: { logger } }: ViteDevServer,
	{ error, status }: Pick<Parameters<HandleServerError>[0], 'error' | 'status'>
): void => {
	if (status === 404) return;
	if (!(error instanceof Error) || !('plugin' in error)) return console.error(error);
	if (logged.has(error)) return;
	logged.add(error);
	const frame = 'frame' in error && !error.message.includes('│') ? `\n${String(error.frame)}` : '';
	logger.error(error.message + frame, { timestamp: true, error });
};

/** Adds the overlay to a page without a script of the app. */
const withOverlay = (template: string | undefined, base: string): string =>
	(template ?? '<!doctype html><title>%message%</title><h1>%status%</h1><p>%message%</p>') +
	`<script type="module" src="${base}/@vite/client"></script><script type="module" src="${base}/@id/virtual:softpost/shown"></script>`;

/** The app and its server, made again when a module changes. */
class DevApp {
	readonly #server: ViteDevServer;
	readonly #overlay: Overlay;
	readonly #entryFile: string | undefined;
	readonly #base: string;
	#submissions: unknown;
	#running: Running | undefined;
	#loading: Promise<Running> | undefined;

	constructor(server: ViteDevServer, overlay: Overlay, entryFile: string | undefined) {
		this.#server = server;
		this.#overlay = overlay;
		this.#entryFile = entryFile;
		this.#base = server.config.base.replace(/\/$/, '');
	}

	#import<Module>(id: string): Promise<Module> {
		const { ssr } = this.#server.environments;
		if (!ssr || !isRunnableDevEnvironment(ssr))
			throw new Error('The environment "ssr" of Vite does not run in this process');
		return ssr.runner.import(id);
	}

	async #assets(files: readonly string[]): Promise<PageAssets> {
		return {
			styles: await stylesOf(this.#server, files),
			preloads: [],
			scripts: scriptsOf(this.#base)
		};
	}

	async #make(): Promise<Running> {
		const module = await this.#import<PartsModule>(PARTS);
		const own = this.#entryFile
			? (await this.#import<{ default: unknown }>(this.#entryFile)).default
			: undefined;
		const running = this.#running;
		if (running && running.module === module && running.entry === own) return running;
		running?.close();
		const { memorySubmissions } = await this.#import<{ memorySubmissions(): unknown }>(
			'softpost/vite/run'
		);
		this.#submissions ??= memorySubmissions();
		const app = await module.makeApp({
			...module.parts,
			errorTemplate: withOverlay(module.parts.errorTemplate, this.#base),
			submissions: this.#submissions as never,
			assets: (files) => this.#assets(files),
			logError: (input) => logError(this.#server, input),
			onError: ({ error, status, event }) => {
				if (status >= 500) this.#overlay.show(error, isPage(event.request));
			}
		});
		return (this.#running = { module, entry: own, ...(await this.#mount(app, own)) });
	}

	async #mount(app: App, entry: unknown): Promise<Pick<Running, 'listener' | 'close'>> {
		const node = await this.#import<NodeModule>('softpost/vite/node');
		const made = typeof entry === 'function' ? await entry(app) : node.toNodeHandler(app);
		if (isServer(made))
			return {
				listener: (req, res) => void made.emit('request', req, res),
				close: () => void made.close()
			};
		return { listener: await node.listenerOf(made), close: () => {} };
	}

	/** Handles a request. Requests that arrive while the app is being made wait for the same app. */
	async answer(req: IncomingMessage, res: ServerResponse, next: () => void): Promise<void> {
		this.#loading ??= this.#make().finally(() => (this.#loading = undefined));
		const { listener } = await this.#loading;
		listener(req, res, next);
	}
}

/** Notifies open pages when a server-only module has changed, after Vite has marked the modules to run again. */
const followServer = ({ environments }: ViteDevServer, overlay: Overlay): void => {
	const { client, ssr } = environments;
	const send = ssr!.hot.send.bind(ssr!.hot) as (...args: unknown[]) => void;
	ssr!.hot.send = ((...args: unknown[]) => {
		send(...args);
		const { type, triggeredBy } = args[0] as { type?: string; triggeredBy?: string };
		if (type !== 'full-reload' || overlay.isShown || !triggeredBy) return;
		const isBrowsers = !!client!.moduleGraph.getModulesByFile(triggeredBy)?.size;
		if (!isBrowsers) client!.hot.send('softpost:server');
	}) as typeof send;
};

/**
 * Serves an app from its sources.
 *
 * @param entryFile the app's own server
 * @returns a function that adds it to Vite's middlewares, and the overlay
 */
export const serveApp = (
	server: ViteDevServer,
	entryFile: string | undefined
): { overlay: Overlay; mount(): void } => {
	const overlay = createOverlay(server);
	followServer(server, overlay);
	const app = new DevApp(server, overlay, entryFile);
	const answer = async (
		...[req, res, next]: Parameters<Connect.NextHandleFunction>
	): Promise<void> => {
		try {
			// Vite removes its base from the URL, but the app's URLs have it.
			req.url = req.originalUrl ?? req.url ?? '/';
			await app.answer(req, res, () => next());
		} catch (error) {
			// Vite shows the error in its overlay and in the terminal.
			overlay.show(error, true);
			next(error);
		}
	};
	const handle: Connect.NextHandleFunction = (...message) => void answer(...message);
	return { overlay, mount: () => void server.middlewares.use(handle) };
};
