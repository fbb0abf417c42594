import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = (app: string): string => resolve('test/interop/kit/built', app, 'build/client');

/** The modules that a file imports before it runs, by their place in the client's folder. */
const importsOf = (path: string, code: string): string[] =>
	[...code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)].map(([, source]) =>
		join(path, '..', source!)
	);

/**
 * Measures the scripts that a page has to have before it starts: those that its document names, and all that they
 * import. What is loaded on demand is not part of it.
 *
 * @param html of the page
 * @returns bytes, compressed with Brotli file by file
 */
export const bytesOf = (app: string, html: string): number => {
	const found = new Set<string>();
	const add = (path: string): void => {
		const file = join(folder(app), path);
		if (found.has(path) || !existsSync(file)) return;
		found.add(path);
		importsOf(path, readFileSync(file, 'utf8')).forEach(add);
	};
	for (const [path] of html.matchAll(/_app\/immutable\/[\w./-]+\.js/g)) add(path);
	const sizes = [...found].map((path) => {
		const file = readFileSync(join(folder(app), path));
		return brotliCompressSync(file).byteLength;
	});
	return sizes.reduce((sum, size) => sum + size, 0);
};
