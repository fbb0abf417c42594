/**
 * What a page of an app loads, by stage and by module: `node bench/page-bytes.mjs [folder of the app]`.
 * The app is built as `vite build` does, in a copy inside this package, so that it gets the built softpost.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { createBuilder } from 'vite';

/**
 * @typedef {import('vite').Rollup.OutputChunk} Chunk
 * @typedef {{ files: string[], bytes: number, modules: Map<string, number> }} Stage brotli for the whole, minified by module
 */

/** @param {string} text */
const brotli = (text) => brotliCompressSync(text).byteLength;

const FIRST = /(\/\+page\.svelte|virtual:softpost\/client)$/;

/** The chunks of the browser's build. @param {string} root @returns {Promise<Chunk[]>} */
const buildClient = async (root) => {
	const builder = await createBuilder({
		root,
		logLevel: 'warn',
		environments: { client: { build: { sourcemap: 'hidden', write: false } } }
	});
	const { client } = builder.environments;
	const output = /** @type {import('vite').Rollup.RollupOutput} */ (
		await builder.build(/** @type {import('vite').BuildEnvironment} */ (client))
	);
	return output.output.filter((file) => file.type === 'chunk');
};

/** Bytes of a minified chunk by the module that they come from. @param {Chunk} chunk */
const bytesByModule = ({ code, map }) => {
	/** @type {Map<string, number>} */
	const bytes = new Map();
	if (!map) return bytes.set('(bundler)', code.length);
	const found = new SourceMap(/** @type {any} */ (map));
	for (const [row, line] of code.split('\n').entries()) {
		for (let column = 0; column < line.length; column++) {
			const { originalSource = '(bundler)' } = /** @type {any} */ (found.findEntry(row, column));
			bytes.set(originalSource, (bytes.get(originalSource) ?? 0) + 1);
		}
	}
	return bytes;
};

/** A chunk and its static imports. @param {Chunk[]} chunks @param {Chunk} chunk @param {Set<Chunk>} seen */
const withImports = (chunks, chunk, seen) => {
	if (seen.has(chunk)) return;
	seen.add(chunk);
	for (const file of [...chunk.imports]) {
		const other = chunks.find(({ fileName }) => fileName === file);
		if (other) withImports(chunks, other, seen);
	}
};

/** @param {Iterable<Chunk>} chunks @returns {Stage} */
const stageOf = (chunks) => {
	/** @type {Stage} */
	const stage = { files: [], bytes: 0, modules: new Map() };
	for (const chunk of chunks) {
		stage.files.push(chunk.fileName);
		stage.bytes += brotli(chunk.code);
		for (const [module, bytes] of bytesByModule(chunk))
			stage.modules.set(module, (stage.modules.get(module) ?? 0) + bytes);
	}
	return stage;
};

/**
 * Builds an app with one page, and weighs what that page loads: `first`, the static imports of the entry and of the
 * page's components, and `all`, with everything that those may ask for later.
 *
 * @param {string} folder
 * @returns {Promise<{ first: Stage, later: Stage }>}
 */
export const weighPage = async (folder) => {
	const root = mkdtempSync(resolve('.page-bytes-'));
	try {
		// Without a package.json of its own it finds the softpost that it is in.
		cpSync(folder, root, {
			recursive: true,
			filter: (path) => !/(package.json|node_modules|build|test)$/.test(path)
		});
		const chunks = await buildClient(root);
		/** @type {Set<Chunk>} */
		const first = new Set();
		for (const chunk of chunks)
			if (FIRST.test(chunk.facadeModuleId ?? '')) withImports(chunks, chunk, first);
		return { first: stageOf(first), later: stageOf(chunks.filter((chunk) => !first.has(chunk))) };
	} finally {
		rmSync(root, { recursive: true });
	}
};

/** @param {string} module */
const shortened = (module) => {
	const path = module.startsWith('/') ? relative(process.cwd(), module) : module;
	return path
		.replace(/^(\.\.\/)+/, '')
		.replace(/.*node_modules\//, '')
		.split(sep)
		.join('/');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { first, later } = await weighPage(process.argv[2] ?? 'demo/starter');
	for (const [name, { bytes, files, modules }] of Object.entries({ first, later })) {
		console.log(`${name}: ${bytes} B brotli in ${files.length} files`);
		console.log(files.join(' '));
		for (const [module, size] of [...modules].toSorted(([, one], [, other]) => other - one))
			console.log(`${String(size).padStart(8)}  ${shortened(module)}`);
	}
}
