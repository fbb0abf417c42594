/**
 * `npm test`: gets what a fresh checkout lacks, builds, and runs all the tests; mcr.config.mjs judges the
 * coverage. Nothing but Node's own modules is imported before the dependencies are there.
 */
import { rmSync } from 'node:fs';
import { ensureBrowser, ensureProgram } from './lib/browsers.mjs';
import { buildDemo, buildPackage, ensureDependencies } from './lib/build.mjs';
import { conclude, runVitest } from './lib/vitest.mjs';

await conclude(async () => {
	await ensureDependencies();
	process.env.CHROMIUM_PATH = await ensureBrowser();
	await ensureProgram('redis');
	await buildPackage();
	await buildDemo();
	rmSync('coverage', { recursive: true, force: true });
	return runVitest('tests', 'default', ['--coverage']);
});
