import { pathToFileURL } from 'node:url';
import { join, relative, resolve } from 'node:path';
import { loadEnv, type Plugin, type ResolvedConfig, type ViteDevServer } from 'vite';
import { readManifest } from './build.ts';
import { configure, rootOf } from './config.ts';
import { serveApp } from './dev/serve.ts';
import { privateMessage, privateName } from './guard.ts';
import { CLIENT, moduleText } from './modules.ts';
import { findPlaces } from './places.ts';
import { assertRouteFiles } from './route-files.ts';
import { STATIC_ENV, staticEnv } from './static-env.ts';
import { readKitOptions, type KitOptions } from './svelte-config.ts';
import { writeTypes } from './types.ts';

const VIRTUAL = /^\0?virtual:softpost\//;

/** The only script of ours in an error page: it asks the server for the error. */
const SHOWN = 'virtual:softpost/shown';

const DYNAMIC_PRIVATE = /^softpost\/sveltekit\/env\/private$/;

const IS_PRIVATE = /^(\$env\/static|softpost\/sveltekit\/env)\/private$/;

/** The names that an app uses. */
const NAMES: Record<string, string> = { 'softpost/sveltekit/env/private': '$env/dynamic/private' };

const isTest = (): boolean => process.env.VITEST !== undefined;

/** Adds variables of `.env` files that the process does not have yet. */
const addEnv = (env: Record<string, string>): void => {
	for (const [name, value] of Object.entries(env)) process.env[name] ??= value;
};

const environmentOf = ({ mode, envDir, root }: ResolvedConfig): Record<string, string> =>
	loadEnv(mode, envDir === false ? root : envDir, '');

/** Provides the plugin's own modules, and `$env/static/*`. */
const modulesPlugin = (config: () => ResolvedConfig): Plugin => ({
	name: 'softpost:modules',
	enforce: 'pre',
	resolveId: {
		filter: { id: [VIRTUAL, STATIC_ENV, DYNAMIC_PRIVATE] },
		handler(source, importer) {
			const isBrowser = this.environment.config.consumer === 'client' && !isTest();
			if (VIRTUAL.test(source)) return source.startsWith('\0') ? source : `\0${source}`;
			if (isBrowser && importer && IS_PRIVATE.test(source))
				this.error(privateMessage(NAMES[source] ?? source, [importer]));
			return STATIC_ENV.test(source) ? `\0${source}` : null;
		}
	},
	load: {
		filter: { id: /^\0(virtual:softpost\/|\$env\/static\/)/ },
		handler(id) {
			const name = id.slice(1);
			const kind = STATIC_ENV.exec(name)?.[1];
			if (kind) return staticEnv(environmentOf(config()), kind);
			if (name === SHOWN) return `import.meta.hot?.send('softpost:shown');`;
			const places = findPlaces(config().root);
			for (const file of [places.template, places.errorTemplate]) if (file) this.addWatchFile(file);
			return moduleText(name, {
				places,
				base: config().base.replace(/\/$/, ''),
				manifest: () => readManifest(config())
			});
		}
	}
});

/** Imports that may lead to a module of the server: all others cost nothing. */
const SUSPECT = /\/lib\/server\/|\.server(\.[jt]sx?)?$|(^|\/)server\//;

/** Keeps modules of the server out of browsers. */
const guardPlugin = (config: () => ResolvedConfig): Plugin => ({
	name: 'softpost:guard',
	enforce: 'pre',
	applyToEnvironment: ({ config: { consumer } }) => consumer === 'client' && !isTest(),
	resolveId: {
		filter: { id: SUSPECT },
		async handler(source, importer, options) {
			if (!importer) return null;
			const found = await this.resolve(source, importer, { ...options, skipSelf: true });
			const name = found && privateName(config().root, found.id.split('?')[0]!);
			if (name)
				this.error(privateMessage(name, [relative(config().root, importer.split('?')[0]!)]));
			return found;
		}
	}
});

/**
 * Follows what happens to the files of routes.
 *
 * @param update writes their types
 */
const followRoutes = ({ watcher, environments }: ViteDevServer, update: () => void): void => {
	const isRoute = (file: string): boolean => file.includes('/+');
	const onChange = (file: string): void => {
		// Components add no types.
		if (isRoute(file) && !file.endsWith('.svelte')) update();
	};
	const onMove = (file: string): void => {
		if (!isRoute(file)) return;
		update();
		// The browser's table of routes is part of this module.
		const { client } = environments;
		const table = client.moduleGraph.getModuleById(`\0${CLIENT}`);
		if (table) void client.reloadModule(table);
	};
	watcher.on('change', onChange).on('add', onMove).on('unlink', onMove);
};

/** The plugins for an app without SvelteKit. */
export const appPlugins = (): Plugin[] => {
	let resolved: ResolvedConfig;
	let kit: KitOptions = {};
	const config = (): ResolvedConfig => resolved;
	let served: ReturnType<typeof serveApp> | undefined;
	return [
		{
			name: 'softpost:app',
			async config(user, { command, mode }) {
				const root = rootOf(user);
				findPlaces(root);
				assertRouteFiles(root);
				kit = await readKitOptions(root, (text) => this.warn(text));
				// Before Vite reads the app's tsconfig.json, which extends the file written here.
				writeTypes(root, loadEnv(mode, user.envDir || root, ''), kit);
				return configure(user, command, kit);
			},
			configResolved(final) {
				resolved = final;
			},
			configureServer(server) {
				if (isTest()) return;
				addEnv(environmentOf(resolved));
				served = serveApp(server, findPlaces(resolved.root).server);
				followRoutes(server, () => writeTypes(resolved.root, environmentOf(resolved), kit));
				return served.mount;
			},
			hotUpdate() {
				served?.overlay.changed();
			},
			async configurePreviewServer(server) {
				addEnv(environmentOf(resolved));
				const { outDir } = resolved.environments.ssr!.build;
				const file = join(resolve(resolved.root, outDir), 'handler.js');
				const { handler } = await import(pathToFileURL(file).href);
				server.middlewares.use(handler);
			}
		},
		modulesPlugin(config),
		guardPlugin(config)
	];
};
