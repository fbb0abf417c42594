import { defineConfig } from 'vitest/config';
import type { EngineName } from './engine.ts';

/** The names that scripts/engines.mjs found browsers for. */
const engines = process.env.ENGINES!.split(',') as EngineName[];

export default defineConfig({
	test: {
		// Two browsers at once would share the cores, and a slow one is a failed one.
		maxWorkers: 1,
		projects: engines.map((engine) => ({
			test: {
				name: engine,
				include: ['test/engines/scenarios.test.ts'],
				globalSetup: ['test/engines/global-setup.ts'],
				provide: { engine },
				retry: process.env.CI ? 1 : 0,
				testTimeout: 30_000,
				hookTimeout: 60_000,
				expect: { poll: { timeout: 10_000, interval: 50 } },
				// Fixtures are built as an app is built for its users.
				env: { NODE_ENV: 'production' }
			}
		}))
	}
});
