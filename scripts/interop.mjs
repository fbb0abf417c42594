/**
 * `npm run interop`: softpost's browser half against the actions of a real SvelteKit 2 app, and a real
 * SvelteKit 2 page's own `enhance` against softpost's server half, in Chromium. It installs SvelteKit (in
 * test/peers) and builds the app where they are missing. Then an app on sveltekit-superforms, as released, on
 * softpost alone; it installs that in test/interop/superforms.
 *
 * Then apps on SvelteKit, made of its own template, with softpost as it is packed and one line in vite.config: SvelteKit 2 with
 * the plugin, as it is built and in `vite preview`.
 *
 * - `--all` also runs SvelteKit 2 without the plugin, SvelteKit 2.16 and 3 with and without it, apps with adapter-static, `vite dev`,
 *   the apps' own tests in Vitest, and pages on superforms, and measures the bytes that the plugin adds.
 * - `--case text` runs only the tests with this text in their name.
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { buildPackage, ensureDependencies, preparePeers } from './lib/build.mjs';
import { prepareKitApp, prepareStaticApp } from './lib/kit-apps.mjs';
import { conclude, named, runVitest } from './lib/vitest.mjs';

const { values } = parseArgs({
	options: { all: { type: 'boolean' }, case: { type: 'string' } }
});
const folder = 'test/interop/sveltekit';

await conclude(async () => {
	process.env.CHROMIUM_PATH = await ensureBrowser();
	await buildPackage();
	await preparePeers('interop', [`${folder}/actions.ts`, 'dist/index.js']);
	await ensureDependencies('test/interop/superforms');
	const apps = [await prepareKitApp('two', true, values.all)];
	if (values.all) {
		process.env.SOFTPOST_KIT_ALL = 'true';
		apps.push(await prepareKitApp('two', false, true));
		for (const version of ['three', 'oldest'])
			for (const plugin of [true, false]) apps.push(await prepareKitApp(version, plugin, true));
		const sites = [await prepareStaticApp('two'), await prepareStaticApp('three')];
		process.env.SOFTPOST_KIT_STATIC = sites.join();
	}
	process.env.SOFTPOST_KIT_APPS = apps.join();
	const config = `${folder}/vitest.config.ts`;
	return runVitest('interop', 'verbose', ['--config', config, ...named(values.case)]);
});
