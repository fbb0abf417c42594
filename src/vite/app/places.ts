import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SoftpostError } from '../../protocol/errors.ts';

/** The absolute paths of an app's parts, in SvelteKit's places. Missing parts are omitted. */
export interface Places {
	root: string;
	/** The template of pages. */
	template?: string;
	/** The page for errors that no page of the app can show. */
	errorTemplate?: string;
	serverHooks?: string;
	clientHooks?: string;
	/** The hooks for both sides. */
	hooks?: string;
	/** The app's own server. */
	server?: string;
}

const ENDINGS = ['.js', '.ts', '/index.js', '/index.ts'];

/** @param root the folder of the app, absolute, with `/` between its parts */
const findModule = (root: string, name: string): string | undefined =>
	ENDINGS.map((ending) => join(root, name + ending)).find((file) => existsSync(file));

const findFile = (root: string, name: string): string | undefined => {
	const file = join(root, name);
	return existsSync(file) ? file : undefined;
};

const assertNoServiceWorker = (root: string): void => {
	const file = findModule(root, 'src/service-worker');
	if (!file) return;
	throw new SoftpostError(
		'unsupported',
		`${file} is a service worker, which softpost does not build. Put a finished one into static/ and register it yourself`,
		{ file }
	);
};

/**
 * Finds the parts of an app.
 *
 * @throws {SoftpostError} `unsupported` for a service worker
 */
export const findPlaces = (root: string): Places => {
	assertNoServiceWorker(root);
	const found = {
		template: findFile(root, 'src/app.html'),
		errorTemplate: findFile(root, 'src/error.html'),
		serverHooks: findModule(root, 'src/hooks.server'),
		clientHooks: findModule(root, 'src/hooks.client'),
		hooks: findModule(root, 'src/hooks'),
		server: findModule(root, 'src/server')
	};
	const there = Object.entries(found).filter(([, file]) => file !== undefined);
	return { root, ...Object.fromEntries(there) };
};
