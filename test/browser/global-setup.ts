import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildDemo, buildPackage } from '../../scripts/lib/build.mjs';
import { chromiumOptions } from './chromium.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the one Chromium of this run listens. */
		chromium: string;
		/** Whether to keep what Chromium ran, for the coverage of `src`. */
		coverage: boolean;
	}
}

/** Builds the pages and starts Chromium, once for all browser tests. */
export default async ({ provide, vitest }: TestProject): Promise<() => Promise<void>> => {
	await buildPackage();
	await buildDemo();
	const server = await chromium.launchServer(await chromiumOptions());
	provide('chromium', server.wsEndpoint());
	provide('coverage', vitest.config.coverage.enabled);
	return () => server.close();
};
