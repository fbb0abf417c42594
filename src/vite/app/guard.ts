import { relative } from 'node:path';

/** Modules that only run on the server: browsers must not get their text. */
const PRIVATE = /\/src\/lib\/server\/|\.server\.[jt]sx?$|\/sveltekit\/env\/private(-browser)?\.js$/;

/**
 * The name of a module that a browser must not load; `undefined` for all others.
 *
 * @param id the id of the module, without a query
 */
export const privateName = (root: string, id: string): string | undefined => {
	if (!id.startsWith(`${root}/`) || id.includes('/node_modules/')) return undefined;
	return PRIVATE.test(id) ? relative(root, id) : undefined;
};

/** The message for a module of the server in browser code. */
export const privateMessage = (name: string, importers: readonly string[]): string =>
	`${name} only runs on the server, but ${importers.join(', ') || 'browser code'} would load it in the browser. Import it in +page.server, +layout.server, +server, hooks.server or $lib/server`;
