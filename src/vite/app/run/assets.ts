import type { PageAssets } from '../../../svelte/document-head.ts';

/** One file of Vite's manifest. */
interface Chunk {
	file: string;
	css?: string[];
	/** Keys of its static imports. */
	imports?: string[];
}

/** Vite's manifest: chunks by their source. */
export type Manifest = Record<string, Chunk>;

/** Lists a chunk after its imports. */
const walk = (manifest: Manifest, key: string, seen: Set<string>): Chunk[] => {
	const chunk = manifest[key];
	if (!chunk || seen.has(key)) return [];
	seen.add(key);
	return [...(chunk.imports ?? []).flatMap((other) => walk(manifest, other, seen)), chunk];
};

/**
 * Reads the styles and chunks of pages from the browser build's manifest.
 *
 * @param entry the module that starts the app
 * @param base  the path in front of all files, without a slash at its end
 */
export const assetsOf = (
	manifest: Manifest,
	{ entry, base }: { entry: string; base: string }
): ((files: readonly string[]) => PageAssets) => {
	const keyOf = (file: string): string => file.replace(/^\//, '');
	const start = Object.keys(manifest).find((key) => key.endsWith(entry)) ?? entry;
	const urlOf = (file: string): string => `${base}/${file}`;
	return (files) => {
		const seen = new Set<string>();
		const first = walk(manifest, start, seen);
		const chunks = [...first, ...files.flatMap((file) => walk(manifest, keyOf(file), seen))];
		const script = first.at(-1)?.file;
		const modules = chunks.map(({ file }) => file).filter((file) => file !== script);
		return {
			styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((file) => ({
				href: urlOf(file)
			})),
			preloads: modules.filter((file) => file.endsWith('.js')).map(urlOf),
			scripts: script ? [urlOf(script)] : []
		};
	};
};
