import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

// The platforms of the package: every browser that Baseline 2024 names, and Node 20.
const target = 'es2022';

/** @param {string} id */
const isPackage = (id) => /^[^./\0]/.test(id);

/** The exports map is the list of entries: `./dist/page.js` there is `src/page.ts` here. */
const manifest = await readFile('package.json', 'utf8');
const entries = [...manifest.matchAll(/"\.\/dist\/([\w/-]+)\.js"/g)].map(
	([, name]) => `./src/${name}.ts`
);

/** Copies a `.svelte` file and those that it imports. @param {string} id */
const ship = async (id) => {
	const shipped = resolve('dist', relative('src', id));
	await mkdir(dirname(shipped), { recursive: true });
	await copyFile(id, shipped);
	const text = await readFile(id, 'utf8');
	for (const [, file] of text.matchAll(/ from '(.+\.svelte)'/g))
		await ship(resolve(dirname(id), file ?? ''));
};

/**
 * Ships `.svelte` files as they are, because the user's own Svelte compiler has to compile them.
 * Each keeps its place beside the module that imports it.
 *
 * @returns {import('rollup').Plugin}
 */
const svelteFiles = () => ({
	name: 'svelte-files',
	async resolveId(source, importer = '') {
		if (!source.endsWith('.svelte')) return null;
		const id = resolve(dirname(importer), source);
		await ship(id);
		return { id, external: 'relative' };
	}
});

/**
 * Finds the packages that a bundle without imports takes in.
 *
 * @returns {import('rollup').Plugin}
 */
const packages = () => ({
	name: 'packages',
	resolveId: (id) => (isPackage(id) ? fileURLToPath(import.meta.resolve(id)) : null)
});

// Terser's files are a twentieth smaller than esbuild's.
const minified = [esbuild({ target }), terser({ ecma: 2020, compress: { passes: 3 } })];

/** The modules that pages without a host load on demand. */
const DOCUMENTS = resolve('src/document/documents.ts');
const FIELDS = resolve('src/fields/live/live.ts');

/** @type {import('rollup').RollupOptions[]} */
export default [
	{
		input: [...new Set(entries)],
		external: isPackage,
		plugins: [svelteFiles(), esbuild({ target })],
		// One file a module (docs/decisions/006-one-file-a-module.md): the entries share one state because
		// they share modules, and a bundler drops whole modules that a page does not use.
		output: { dir: 'dist', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true }
	},
	{
		input: { 'softpost.min': './src/bundles/softpost.ts' },
		external: [DOCUMENTS, FIELDS],
		plugins: [packages(), ...minified],
		// One file, also with what modules load on demand; what makes documents, and what looks after fields, stands beside it.
		output: {
			dir: 'dist',
			sourcemap: true,
			inlineDynamicImports: true,
			paths: {
				[DOCUMENTS]: './softpost.documents.min.js',
				[FIELDS]: './softpost.fields.min.js'
			}
		}
	},
	{
		input: { 'softpost.documents.min': './src/document/documents.ts' },
		preserveEntrySignatures: 'allow-extension',
		plugins: [packages(), ...minified],
		output: { dir: 'dist', sourcemap: true, chunkFileNames: 'softpost.[name].min.js' }
	},
	{
		input: { 'softpost.fields.min': './src/fields/live/live.ts' },
		plugins: [packages(), ...minified],
		output: { dir: 'dist', sourcemap: true }
	},
	{
		input: { 'softpost.document.min': './src/bundles/softpost.document.ts' },
		// What is loaded later shares its modules by importing this very file.
		preserveEntrySignatures: 'allow-extension',
		plugins: [packages(), ...minified],
		// What is loaded once a form is submitted stands beside it.
		output: {
			dir: 'dist',
			sourcemap: true,
			chunkFileNames: 'softpost.document.[name].min.js'
		}
	}
];
