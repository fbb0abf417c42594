import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every path below some files and folders, the folders themselves too: a folder's time tells
 * of files that were removed from it.
 *
 * @param {string[]} roots
 * @returns {string[]}
 */
const walk = (roots) =>
	roots.flatMap((root) =>
		statSync(root).isDirectory()
			? [root, ...walk(readdirSync(root).map((name) => join(root, name)))]
			: [root]
	);

/** @param {string} path */
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;

/**
 * Whether a build step can be left out.
 *
 * @param {string[]} outputs files that the step writes
 * @param {string[]} inputs files and folders that it reads
 */
export const isUpToDate = (outputs, inputs) =>
	Math.min(...outputs.map(changed)) > Math.max(...walk(inputs).map(changed));
