/**
 * `npm run interop`: softpost's browser half against the actions of a real SvelteKit 2 app, and a real
 * SvelteKit 2 page's own `enhance` against softpost's server half, in Chromium. It installs SvelteKit (in
 * test/peers) and builds the app where they are missing. Then an app on sveltekit-superforms, as released, on
 * softpost alone; it installs that in test/interop/superforms.
 *
 * - `--case text` runs only the tests with this text in their name.
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { buildPackage, ensureDependencies, preparePeers } from './lib/build.mjs';
import { conclude, named, runVitest } from './lib/vitest.mjs';

const { values } = parseArgs({ options: { case: { type: 'string' } } });
const folder = 'test/interop/sveltekit';

await conclude(async () => {
	process.env.CHROMIUM_PATH = await ensureBrowser();
	await buildPackage();
	await preparePeers('interop', [`${folder}/actions.ts`, 'dist/index.js']);
	await ensureDependencies('test/interop/superforms');
	const config = `${folder}/vitest.config.ts`;
	return runVitest('interop', 'verbose', ['--config', config, ...named(values.case)]);
});
