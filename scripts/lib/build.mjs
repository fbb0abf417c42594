import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} by place; {} where there is no such file */
const packagesIn = (file) => {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return {};
	}
};

/**
 * Installs the dependencies where they are missing or not those of package-lock.json, and says so.
 *
 * @param {string} [folder] where the lock file is. Default: the repository's root
 */
export const ensureDependencies = async (folder = '.') => {
	// npm records there what it has installed.
	const installed = packagesIn(join(folder, 'node_modules/.package-lock.json'));
	const wanted = Object.entries(packagesIn(join(folder, 'package-lock.json')));
	const isThere = wanted.every(
		([place, { version, optional }]) =>
			optional || !place.includes('node_modules/') || installed[place]?.version === version
	);
	if (isThere) return;
	console.log(`Installing the dependencies of ${join(folder, 'package-lock.json')} (npm ci).`);
	await run('npm', ['ci', '--prefix', folder]);
};

/** A folder's own time shows that a file was removed from it. @param {string} path @returns {string[]} */
const below = (path) =>
	statSync(path).isDirectory()
		? [path, ...readdirSync(path).flatMap((name) => below(join(path, name)))]
		: [path];

/**
 * Builds something if it is older than its inputs, and says so.
 *
 * @param {string} name in the message
 * @param {string} output  the file that the build writes last
 * @param {string[]} inputs files and folders that it reads
 * @param {string[][]} steps programs with their arguments
 */
export const build = async (name, output, inputs, steps) => {
	const built = statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (inputs.flatMap(below).every((path) => statSync(path).mtimeMs < built)) return;
	console.log(`Building ${name}.`);
	for (const [command = '', ...args] of steps) await run(command, args);
};

/** Builds `dist`. */
export const buildPackage = () =>
	build(
		'the package (npm run build)',
		'dist/types/index.d.ts',
		['src', 'package-lock.json', 'package.json', 'rollup.config.mjs', 'tsconfig.build.json'],
		[['npm', 'run', '--silent', 'build']]
	);

/** Builds the demo. */
export const buildDemo = () =>
	build(
		'the demo (npm run build:demo)',
		'demo/build/index.js',
		['demo/src', 'demo/static', 'demo/vite.config.ts', 'dist'],
		[['npm', 'run', '--silent', 'build:demo']]
	);

/**
 * Installs the peers, and builds a SvelteKit app of theirs.
 *
 * @param {string} name its folder in test/peers
 * @param {string[]} [inputs] its inputs in addition to its own files
 */
export const preparePeers = async (name, inputs = []) => {
	await ensureDependencies('test/peers');
	const app = `test/peers/${name}`;
	const own = ['src', 'package.json', 'svelte.config.js', 'vite.config.js'];
	const all = [...own.map((path) => `${app}/${path}`), 'test/peers/package-lock.json', ...inputs];
	// SvelteKit knows no root but the current directory.
	const step = ['npm', '--prefix', app, 'run', '--silent', 'build'];
	await build(`the SvelteKit app in ${app}`, `${app}/build/handler.js`, all, [step]);
};
