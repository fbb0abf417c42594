import { defineConfig } from 'vitest/config';
import type { EngineName } from '../engines/engine.ts';

/** The names that scripts/parity.mjs found browsers for. */
const engines = process.env.ENGINES!.split(',') as EngineName[];

export default defineConfig({
	test: {
		// Two browsers at once would share the cores, and what comes late would seem to be missing.
		maxWorkers: 1,
		projects: engines.map((engine) => ({
			test: {
				name: engine,
				include: ['test/parity/*.test.ts'],
				globalSetup: ['test/parity/global-setup.ts'],
				provide: { engine },
				retry: process.env.CI ? 1 : 0,
				testTimeout: 90_000,
				hookTimeout: 60_000,
				// Fixtures are built as an app is built for its users.
				env: { NODE_ENV: 'production' }
			}
		}))
	}
});
