import { fromFiles } from '../../svelte/from-files.ts';
import { routeFiles } from './route-files.ts';

const SERVER = /\+(\w+\.)?server\.[jt]s$/;

const objectOf = (members: [key: string, text: string][]): string =>
	`{ ${members.map(([key, text]) => `${JSON.stringify(key)}: ${text}`).join(', ')} }`;

/** The text of one module, or of a record of modules. */
const textOf = (module: unknown): string =>
	typeof module === 'string'
		? `() => import(${JSON.stringify(module)})`
		: objectOf(Object.entries(module as object).map(([kind, part]) => [kind, textOf(part)]));

/**
 * Writes the routes of `start` as text: browsers then need no code that reads file names.
 *
 * @param root the folder of the app
 */
export const browserRoutes = (root: string): string => {
	const files = routeFiles(root).filter((file) => !SERVER.test(file));
	const names = files.map((file) => `/src/routes/${file}`);
	// The table of the names in place of their modules.
	const routes = fromFiles(Object.fromEntries(names.map((name) => [name, name])));
	return textOf(routes);
};
