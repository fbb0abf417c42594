import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromFiles } from '../../svelte/from-files.ts';

const ROUTE_FILE = /\+[^/]*\.(svelte|js|ts)$/;

/** The route files of an app, below `src/routes`, with `/` between folders. */
export const routeFiles = (root: string): string[] => {
	try {
		return readdirSync(join(root, 'src/routes'), { recursive: true })
			.map((file) => String(file).replaceAll('\\', '/'))
			.filter((file) => ROUTE_FILE.test(file))
			.sort();
	} catch {
		// An app without routes has no route files.
		return [];
	}
};

/**
 * Finds files with unsupported names before anything is built.
 *
 * @throws {SoftpostError} `unknown_file` naming the file and what to do
 */
export const assertRouteFiles = (root: string): void => {
	fromFiles(Object.fromEntries(routeFiles(root).map((file) => [`src/routes/${file}`, {}])));
};
