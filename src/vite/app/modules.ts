import { readFileSync } from 'node:fs';
import { browserRoutes } from './browser-routes.ts';
import type { Places } from './places.ts';
import { readsPublicEnv } from './public-env.ts';

/** The modules that the plugin writes. */
export const APP = 'virtual:softpost/app';
export const PARTS = 'virtual:softpost/parts';
export const HANDLER = 'virtual:softpost/handler';
export const SERVER = 'virtual:softpost/server';
export const CLIENT = 'virtual:softpost/client';

/** The folder of the browser's files with a hash in their names, below the base. */
export const IMMUTABLE = '_app/immutable';

const DEFAULT_TEMPLATE = `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		%head%
	</head>
	<body>
		<div style="display: contents">%body%</div>
	</body>
</html>
`;

const quoted = JSON.stringify;

/** Imports a module as one object, or `{}` if there is none. */
const namespace = (name: string, file: string | undefined): string =>
	file ? `import * as ${name} from ${quoted(file)};` : `const ${name} = {};`;

const textOf = (file: string | undefined, otherwise: string | undefined): string | undefined =>
	file ? readFileSync(file, 'utf8') : otherwise;

/** The server's modules, for `makeApp` of `softpost/vite/run`. */
const partsModule = (places: Places, base: string): string => `
${namespace('serverHooks', places.serverHooks)}
${namespace('hooks', places.hooks)}
${readsPublicEnv(places.root) ? `import { env as publicEnv } from 'softpost/sveltekit/env/public';` : 'const publicEnv = undefined;'}
export { makeApp } from 'softpost/vite/run';
export const parts = {
	// Otherwise, it leaves out folders that begin with a dot: \`.well-known\`.
	files: import.meta.glob('/src/routes/**/+*.{svelte,js,ts}', { exhaustive: true }),
	serverHooks,
	hooks,
	publicEnv,
	template: ${quoted(textOf(places.template, DEFAULT_TEMPLATE))},
	errorTemplate: ${quoted(textOf(places.errorTemplate, undefined))},
	base: ${quoted(base)}
};
`;

/** `build/app.js`: the app, for any server. */
const appModule = (manifest: string, base: string): string => `
import { makeApp, parts } from '${PARTS}';
import { assetsOf } from 'softpost/vite/run';
export const app = await makeApp({ ...parts, assets: assetsOf(${manifest}, ${quoted({ entry: CLIENT, base })}) });
`;

/** `build/handler.js`: one handler for the app and its files, for Node. */
const handlerModule = ({ server }: Places, base: string): string => `
import { app } from '${APP}';
import { createHandler } from 'softpost/vite/node';
${server ? `import entry from ${quoted(server)};` : 'const entry = undefined;'}
export const { handler, server } = await createHandler({ app, entry, here: import.meta.url, base: ${quoted(base)}, immutable: '${IMMUTABLE}' });
`;

/** `build/index.js`: starts a server. */
const serverModule = (): string => `
import { handler, server } from '${HANDLER}';
import { listen } from 'softpost/vite/node';
await listen(handler, server);
`;

/**
 * The module that starts the app in a browser. Without `await` at the top: with it, the bundler would give each module
 * that the page shares with later code a file of its own.
 */
const clientModule = ({ root, hooks, clientHooks }: Places): string => `
import { start } from 'softpost/svelte';
${namespace('hooks', hooks)}
${namespace('clientHooks', clientHooks)}
import { keepTyped } from 'softpost/vite/hot';
if (import.meta.hot) keepTyped(import.meta.hot);
const begin = async () => {
	await clientHooks.init?.();
	await start({ routes: ${browserRoutes(root)}, transport: hooks.transport, handleError: clientHooks.handleError });
};
void begin();
`;

export interface ModuleContext {
	places: Places;
	/** Vite's `base` without its slash at the end. */
	base: string;
	/** The text of the browser build's manifest. */
	manifest: () => string;
}

/**
 * The text of a module.
 *
 * @param name one of the names above
 */
export const moduleText = (
	name: string,
	{ places, base, manifest }: ModuleContext
): string | null => {
	if (name === PARTS) return partsModule(places, base);
	if (name === APP) return appModule(manifest(), base);
	if (name === HANDLER) return handlerModule(places, base);
	if (name === SERVER) return serverModule();
	return name === CLIENT ? clientModule(places) : null;
};
