import {
	cpSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './build.mjs';
import { run } from './run.mjs';

const folder = 'test/interop/kit';

/** @param {string} path */
const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * The Node that a version of SvelteKit runs on: SvelteKit 3 needs a newer one than this package.
 *
 * @param {string} version
 */
export const nodeOf = (version) =>
	version === 'three' ? resolve(folder, 'three/node_modules/node/bin/node') : process.execPath;

/**
 * Installs SvelteKit, and softpost as it is packed.
 *
 * @param {string} version
 */
export const installKit = async (version) => {
	const place = join(folder, version);
	await ensureDependencies(place);
	if (timeOf(join(place, 'node_modules/softpost/package.json')) > timeOf('dist/types/index.d.ts'))
		return;
	const { name, version: number } = JSON.parse(readFileSync('package.json', 'utf8'));
	const packed = resolve(folder, `${name}-${number}.tgz`);
	await run('npm', ['pack', '--silent', '--pack-destination', folder]);
	rmSync(join(place, 'node_modules/softpost'), { recursive: true, force: true });
	const quiet = ['--no-save', '--no-package-lock', '--prefer-offline', '--loglevel', 'error'];
	await run('npm', ['install', ...quiet, '--prefix', place, packed]);
	// Its files have the times of the package.
	writeFileSync(join(place, 'node_modules/softpost/package.json'), readFileSync('package.json'));
};

/** The settings of an app, where SvelteKit does not take them from vite.config yet. @param {string} adapter */
const settingsOf = (adapter) => `import adapter from '@sveltejs/adapter-${adapter}';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default { preprocess: vitePreprocess(), kit: { adapter: adapter() } };
`;

/**
 * Makes an app of SvelteKit's own template, with one line more where it has the plugin.
 *
 * @param {string} version
 * @param {{ name: string, plugin: boolean, adapter?: string, files?: string[] }} options `files`: folders that are laid over
 *   the template's `src`
 * @returns {string} its folder
 */
export const makeKitApp = (version, { name, plugin, adapter = 'node', files = [] }) => {
	const app = resolve(folder, 'built', `${version}-${name}`);
	rmSync(app, { recursive: true, force: true });
	mkdirSync(app, { recursive: true });
	cpSync(join(folder, 'template'), app, { recursive: true });
	for (const path of files) cpSync(path, join(app, 'src'), { recursive: true });
	symlinkSync(resolve(folder, version, 'node_modules'), join(app, 'node_modules'), 'junction');
	// As `npm install` writes it: the Svelte plugin goes by it to find libraries with components.
	const own = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
	const { dependencies } = JSON.parse(readFileSync(join(folder, version, 'package.json'), 'utf8'));
	own.devDependencies = { ...own.devDependencies, ...dependencies };
	own.dependencies = { softpost: '*' };
	writeFileSync(join(app, 'package.json'), JSON.stringify(own));
	const config = join(app, 'vite.config.ts');
	let lines = readFileSync(config, 'utf8').replace('adapter-auto', `adapter-${adapter}`);
	if (adapter === 'static') lines = lines.replace('adapter()', "adapter({ fallback: '200.html' })");
	if (version === 'oldest') {
		lines = lines
			.replace(/import adapter.+\n/, '')
			.replace(/sveltekit\(\{[^]*\}\)(?=\n\t\])/, 'sveltekit()')
			// The link to node_modules leads out of the app, and newer versions allow that by themselves.
			.replace('plugins: [', "server: { fs: { allow: ['../..'] } },\n\tplugins: [");
		writeFileSync(join(app, 'svelte.config.js'), settingsOf(adapter));
	}
	if (version === 'three') {
		// What SvelteKit 3 asks an app to change.
		lines = lines.replace('adapter: ', "alias: { $lib: 'src/lib' },\n\t\t\tadapter: ");
		writeFileSync(
			join(app, 'tsconfig.json'),
			'{ "extends": "$app/tsconfig", "include": ["src", "*"] }'
		);
	}
	const line = "import { softpost } from 'softpost/vite';\n";
	const changed = line + lines.replace('plugins: [', 'plugins: [softpost(),');
	writeFileSync(config, plugin ? changed : lines);
	return app;
};

/**
 * Builds an app.
 *
 * @param {string} version
 * @param {string} app its folder
 */
export const buildKitApp = async (version, app) => {
	// SvelteKit knows no root but the current directory.
	const vite = join(app, 'node_modules/vite/bin/vite.js');
	await run(nodeOf(version), [vite, 'build', '--logLevel', 'error'], { cwd: app });
};

const scenarios = [`${folder}/app/src`];

/** The pages on superforms, which need a newer Svelte than the oldest app has. @param {string} version */
const superformsFor = (version) => {
	if (version === 'oldest') return [];
	// sveltekit-flash-message imports `$app/stores`, which SvelteKit 3 does not have.
	return [`${folder}/superforms`, ...(version === 'two' ? [`${folder}/flash`] : [])];
};

/** @param {string} version @param {boolean} all */
const filesFor = (version, all) => {
	const extra = all ? superformsFor(version) : [];
	return [...(extra.length ? ['test/interop/superforms/app'] : []), ...scenarios, ...extra];
};

/**
 * Prepares an app with adapter-static and the plugin.
 *
 * @param {string} version
 * @returns {Promise<string>} the name of its folder
 */
export const prepareStaticApp = async (version) => {
	await installKit(version);
	console.log(`Building an app on SvelteKit (${version}) with adapter-static.`);
	const files = [`${folder}/static`];
	await buildKitApp(
		version,
		makeKitApp(version, { name: 'static', plugin: true, adapter: 'static', files })
	);
	return `${version}-static`;
};

/**
 * Prepares the app of the scenarios.
 *
 * @param {string} version
 * @param {boolean} plugin
 * @param {boolean} [all] whether the pages on superforms are in it: they take as long to build as all the rest
 * @returns {Promise<string>} the name of its folder
 */
export const prepareKitApp = async (version, plugin, all = false) => {
	await installKit(version);
	const name = plugin ? 'with' : 'without';
	console.log(`Building an app on SvelteKit (${version}) ${name} the plugin.`);
	const app = makeKitApp(version, { name, plugin, files: filesFor(version, all) });
	if (version === 'three') rmSync(join(app, 'src/routes/flash'), { recursive: true, force: true });
	await buildKitApp(version, app);
	return `${version}-${name}`;
};
