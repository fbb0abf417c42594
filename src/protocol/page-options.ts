import { SoftpostError } from './errors.ts';

/** What a route file exports. */
export type FileModule = Record<string, unknown>;

/** Page options of SvelteKit that change nothing here: the value that asks for something, and what to do. */
const WITHOUT_EFFECT: Record<string, [isWish: (value: unknown) => boolean, advice: string]> = {
	prerender: [Boolean, 'Pages are rendered for each request. Cache them with setHeaders'],
	csr: [(value) => value === false, 'Leave the script out of the template, for all pages'],
	ssr: [
		(value) => value === false,
		'Pages are rendered on the server. Ask for `document` in onMount'
	],
	trailingSlash: [
		(value) => value === 'always',
		'Pages answer with and without a slash. Redirect in handle'
	]
};

/** A browser has no `process`: the server that it asks tells it already. */
const isDevelopment = (): boolean =>
	!!globalThis.process?.env && process.env.NODE_ENV !== 'production';

const warned = new Set<string>();

const warnOnce = (text: string): void => {
	if (warned.has(text)) return;
	warned.add(text);
	console.warn(text);
};

/** While a server is not in production, warns once of each option of a page that has no effect here. */
export const checkOptions = (module: FileModule, file: string): FileModule => {
	if (!isDevelopment()) return module;
	for (const [name, [isWish, advice]] of Object.entries(WITHOUT_EFFECT)) {
		if (Object.hasOwn(module, name) && isWish(module[name]))
			warnOnce(`${file}: \`${name}\` has no effect in softpost. ${advice}.`);
	}
	return module;
};

/**
 * Checks a file that runs on the server and in the browser in SvelteKit: it may hold options.
 *
 * @throws {SoftpostError} `unsupported` where it has a `load`
 */
export const checkUniversal = (module: FileModule, file: string): FileModule => {
	if (!('load' in module)) return checkOptions(module, file);
	throw new SoftpostError(
		'unsupported',
		`${file} has a load that runs in the browser. Move it to ${file.replace(/\.[jt]s$/, '.server$&')}`,
		{ file }
	);
};
