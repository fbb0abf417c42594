import { defineConfig } from 'vitest/config';
import type { EngineName } from '../engines/engine.ts';

/** The names that scripts/any-page.mjs found browsers for. */
const engines = process.env.ENGINES!.split(',') as EngineName[];

export default defineConfig({
	test: {
		// Two browsers at once would share the cores, and a slow one is a failed one.
		maxWorkers: 1,
		projects: engines.map((engine) => ({
			test: {
				name: engine,
				include: [`test/any-page/${process.env.PEERS ? 'peers/peers' : 'table'}.test.ts`],
				globalSetup: ['test/any-page/global-setup.ts'],
				provide: { engine },
				// Each row with other libraries is five tabs.
				maxConcurrency: 4,
				retry: process.env.CI ? 1 : 0,
				// A row with three other libraries takes as long as the slowest of them.
				testTimeout: process.env.PEERS ? 120_000 : 30_000,
				hookTimeout: 60_000
			}
		}))
	}
});
