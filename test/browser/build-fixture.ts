import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig, type Plugin } from 'vite';

const fixtures = resolve('test/browser/fixtures');
const app = resolve('test/browser/fixture-app');
const cache = resolve('node_modules/.cache/softpost-fixtures');

const entryOf = (side: 'client' | 'server'): string => join(app, `${side}.js`);

/** SvelteKit's names for what softpost offers, as an app's own Vite config has them. */
const alias = (root: string): Record<string, string> => ({
	'$app/forms': 'softpost',
	'$app/navigation': 'softpost/navigation',
	'$app/state': 'softpost/svelte',
	'$app/stores': 'softpost/sveltekit/stores',
	'$app/environment': 'softpost/sveltekit/environment',
	'@sveltejs/kit': 'softpost/sveltekit/kit',
	$lib: join(root, 'lib')
});

/** Leads the map of a bundle on to `src`: a bundler reads no map of what it takes in. */
const mapsOfDist: Plugin = {
	name: 'maps-of-dist',
	load: {
		filter: { id: /[/]dist[/][^?]+[.]js$/ },
		handler: async (id) => {
			if (relative(resolve('dist'), id).startsWith('..')) return null;
			const [code, map] = await Promise.all(
				[id, `${id}.map`].map((file) => readFile(file, 'utf8'))
			);
			return { code: code!, map: map! };
		}
	}
};

/** Finds this package for whoever imports it, also from within another package. */

/** Finds this package for an app, or a library in it, that belongs to another package. */
const softpostAnywhere = (): Plugin => ({
	name: 'softpost-anywhere',
	enforce: 'pre',
	resolveId(source, importer, options) {
		if (!/^softpost(\/|$)/.test(source) || importer === entryOf('client')) return null;
		return this.resolve(source, entryOf('client'), { ...options, skipSelf: true });
	}
});

/** Not minified and with maps, so that the coverage leads back to `src`. */
const configOf = (root: string, side: 'client' | 'server', outDir: string): InlineConfig => ({
	root,
	configFile: false,
	logLevel: 'warn',
	// Reads the fixture's own svelte.config.js, where it has one.
	plugins: [
		mapsOfDist,
		...(root.startsWith(fixtures) ? [] : [softpostAnywhere()]),
		svelte({ compilerOptions: { css: 'injected' } })
	],
	resolve: { alias: alias(root) },
	// One file with everything in it: each import of it with another query is a fresh server.
	ssr: { noExternal: true },
	build: {
		ssr: side === 'server',
		outDir: join(outDir, side),
		emptyOutDir: true,
		minify: false,
		sourcemap: true,
		target: 'es2022',
		rolldownOptions: {
			input: entryOf(side),
			output: { entryFileNames: `${side}.js`, codeSplitting: side === 'client' }
		}
	}
});

const filesIn = async (folder: string): Promise<string[]> =>
	(await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();

/** Changes with anything that the build of a fixture reads. */
const fingerprint = async (root: string): Promise<string> => {
	const hash = createHash('sha256').update(await readFile('package-lock.json'));
	for (const file of (await Promise.all([root, app, resolve('dist')].map(filesIn))).flat()) {
		hash.update(file).update(await readFile(file));
	}
	return hash.digest('hex').slice(0, 16);
};

/** Where a fixture is: its name is that of a folder in `fixtures`, or a path to one elsewhere. */
export const fixtureRoot = (name: string): string =>
	name.includes('/') ? resolve(name) : join(fixtures, name);

/**
 * Builds a fixture into an app, once for each state of its sources.
 *
 * @param name see {@link fixtureRoot}
 * @returns the folder with its `client` files, and `server/server.js`
 */
export const buildFixture = async (name: string): Promise<string> => {
	const root = fixtureRoot(name);
	const label = name.includes('/') ? basename(dirname(root)) : name;
	const outDir = join(cache, `${label}-${await fingerprint(root)}`);
	if (existsSync(outDir)) return outDir;
	const unfinished = `${outDir}.${randomUUID()}`;
	await build(configOf(root, 'client', unfinished));
	await build(configOf(root, 'server', unfinished));
	// Of two test files that build the same fixture at once, the first to finish is taken.
	await rename(unfinished, outDir).catch(() => {});
	return outDir;
};
