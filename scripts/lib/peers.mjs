import { ensureDependencies } from './dependencies.mjs';
import { isUpToDate } from './files.mjs';
import { run } from './run.mjs';

const folder = 'test/peers';

/**
 * Installs the peers where they are missing, and builds a SvelteKit app of theirs where it is older than
 * what it is made of.
 *
 * @param {string} name  its folder in test/peers
 * @param {string[]} [inputs] what it is made of besides its own files
 */
export const preparePeers = async (name, inputs = []) => {
	await ensureDependencies(folder);
	const app = `${folder}/${name}`;
	const own = ['src', 'package.json', 'svelte.config.js', 'vite.config.js'];
	const all = [...own.map((path) => `${app}/${path}`), `${folder}/package-lock.json`, ...inputs];
	if (isUpToDate([`${app}/build/handler.js`], all)) return;
	console.log(`Building the SvelteKit app (vite build, in ${app}).`);
	// SvelteKit knows no root but the current directory.
	await run('npm', ['--prefix', app, 'run', '--silent', 'build']);
};
