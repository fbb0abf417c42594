import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages} what a lock file says is installed, by its place; nothing where there is none
 */
const packagesIn = (file) => {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return {};
	}
};

/**
 * Whether node_modules holds what package-lock.json asks for: npm keeps a lock file of its own in it.
 *
 * @param {string} folder
 */
const areInstalled = (folder) => {
	const installed = packagesIn(`${folder}/node_modules/.package-lock.json`);
	return Object.entries(packagesIn(`${folder}/package-lock.json`)).every(
		([place, { version, optional }]) =>
			place === '' || optional || installed[place]?.version === version
	);
};

/**
 * Installs the dependencies where they are missing or not those of package-lock.json, saying so.
 *
 * @param {string} [folder] where the lock file is. Default: the repository's root
 */
export const ensureDependencies = async (folder = '.') => {
	if (areInstalled(folder)) return;
	console.log(`Installing the dependencies of ${join(folder, 'package-lock.json')} (npm ci).`);
	await run('npm', ['ci', '--prefix', folder]);
};
